import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { Actor } from '../../kernel/actor.js';
import { Receipt } from '../../ledger/index.js';
import { Allow, By } from '../../platform/http/access.js';
import { DEFAULT_LIMIT, paged, PageQuery } from '../../platform/http/paging.js';
import { LabelSheets } from './label-sheets.js';
import { LabelPage, PrintBody, SheetQuery, SpoilBody } from './labelling.dto.js';
import { LabellingQueries } from './labelling.queries.js';
import { LabellingService } from './labelling.service.js';
import { labelView } from './labelling.view.js';

@Controller('api/v1')
export class LabellingController {
  constructor(
    private readonly service: LabellingService,
    private readonly queries: LabellingQueries,
    private readonly sheets: LabelSheets,
  ) {}

  /** A merchant labels what it filmed itself. */
  @Post('units/:id/labels')
  @Allow('packer', 'merchant')
  print(@By() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: PrintBody): Promise<Receipt> {
    return this.service.print(actor, id, body.copies);
  }

  @Get('units/:id/labels')
  @Allow('signed-in')
  async list(
    @By() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() query: PageQuery,
  ): Promise<LabelPage> {
    const { after, limit = DEFAULT_LIMIT } = query;
    const page = paged(await this.queries.labels(actor, id, { after, limit: limit + 1 }), limit, (copy) => copy.id);
    const items = page.items.map((copy) => labelView(actor, copy));
    return { items, next: page.next, counts: await this.queries.counts(id) };
  }

  /** The labels as PDF, 60 × 40 mm, one a page. */
  @Get('units/:id/labels.pdf')
  @Allow('packer', 'admin', 'merchant')
  async pdf(
    @By() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() { from = 1, to = Number.MAX_SAFE_INTEGER }: SheetQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const bytes = await this.sheets.pdf(actor, id, { from, to });
    void reply.type('application/pdf').header('cache-control', 'no-store').send(Buffer.from(bytes));
  }

  @Post('units/:id/labelling')
  @Allow('packer', 'merchant')
  apply(@By() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<Receipt> {
    return this.service.apply(actor, id);
  }

  @Post('labels/:id/spoilage')
  @Allow('packer')
  spoil(@By() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: SpoilBody): Promise<Receipt> {
    return this.service.spoil(actor, id, body.reason);
  }
}
