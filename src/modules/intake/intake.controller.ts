import { Body, Controller, Get, Param, ParseIntPipe, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { Receipt } from '../../ledger/index.js';
import { Allow, By } from '../../platform/http/access.js';
import { DEFAULT_LIMIT, paged } from '../../platform/http/paging.js';
import { ReasonBody } from '../identity/index.js';
import {
  ConsignmentBody,
  ConsignmentDetailView,
  ConsignmentPage,
  ConsignmentsQuery,
  FilmingBody,
  ReceiptBody,
} from './intake.dto.js';
import { IntakeQueries } from './intake.queries.js';
import { IntakeService } from './intake.service.js';
import { consignmentView, lineView } from './intake.view.js';

@Controller('api/v1/consignments')
export class IntakeController {
  constructor(
    private readonly service: IntakeService,
    private readonly queries: IntakeQueries,
  ) {}

  @Post()
  @Allow('merchant', 'receiver')
  announce(@By() actor: Actor, @Body() body: ConsignmentBody): Promise<Receipt> {
    return this.service.announce(actor, body);
  }

  @Get()
  @Allow('signed-in')
  async list(@By() actor: Actor, @Query() query: ConsignmentsQuery): Promise<ConsignmentPage> {
    const { after, limit = DEFAULT_LIMIT, ...where } = query;
    const rows = await this.queries.consignments(actor, where, { after, limit: limit + 1 });
    const page = paged(rows, limit, ({ id }) => id);
    return { items: page.items.map(consignmentView), next: page.next };
  }

  @Get(':id')
  @Allow('signed-in')
  async one(@By() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<ConsignmentDetailView> {
    const consignment = await this.queries.consignment(actor, id);
    const lines = await this.queries.lines(id);
    return { ...consignmentView(consignment), lines: lines.map((line) => lineView(line, this.queries.warnings(line))) };
  }

  @Post(':id/lines/:lineNo/receipt')
  @Allow('receiver')
  receive(
    @By() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('lineNo', ParseIntPipe) lineNo: number,
    @Body() body: ReceiptBody,
  ): Promise<Receipt> {
    return this.service.receive(actor, id, lineNo, body);
  }

  /** The goods stay with the merchant, who films their packing. */
  @Post(':id/lines/:lineNo/filming')
  @Allow('merchant')
  film(
    @By() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('lineNo', ParseIntPipe) lineNo: number,
    @Body() body: FilmingBody,
  ): Promise<Receipt> {
    return this.service.film(actor, id, lineNo, body);
  }

  @Post(':id/cancellation')
  @Allow('merchant', 'receiver')
  cancel(@By() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: ReasonBody): Promise<Receipt> {
    return this.service.cancel(actor, id, body.reason);
  }
}
