import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { Receipt } from '../../ledger/index.js';
import { Allow, By } from '../../platform/http/access.js';
import { DEFAULT_LIMIT, paged } from '../../platform/http/paging.js';
import { ReasonBody } from '../identity/index.js';
import {
  InspectionDetailView,
  InspectionPage,
  InspectionsQuery,
  LotCountBody,
  ReadingsBody,
  ReviewBody,
  WithdrawalBody,
} from './inspection.dto.js';
import { InspectionQueries } from './inspection.queries.js';
import { InspectionService } from './inspection.service.js';
import { InspectionSamples } from './inspection-samples.js';
import { OverrideBody, OverrideDecisionBody } from './instrument-override.dto.js';
import { InstrumentOverrides } from './instrument-override.service.js';
import { inspectionView } from './inspection.view.js';

@Controller('api/v1')
export class InspectionController {
  constructor(
    private readonly service: InspectionService,
    private readonly overrides: InstrumentOverrides,
    private readonly queries: InspectionQueries,
    private readonly samples: InspectionSamples,
  ) {}

  @Get('inspections')
  @Allow('signed-in')
  async list(@By() actor: Actor, @Query() query: InspectionsQuery): Promise<InspectionPage> {
    const { after, limit = DEFAULT_LIMIT, ...where } = query;
    const rows = await this.queries.inspections(actor, where, { after, limit: limit + 1 });
    const page = paged(rows, limit, ({ id }) => id);
    return { items: page.items.map(inspectionView), next: page.next };
  }

  @Get('inspections/:id')
  @Allow('signed-in')
  one(@By() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<InspectionDetailView> {
    return this.queries.detail(actor, id);
  }

  @Post('units/:id/inspections')
  @Allow('inspector')
  start(@By() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<Receipt> {
    return this.service.start(actor, id);
  }

  @Post('inspections/:id/readings')
  @Allow('inspector')
  record(
    @By() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { readings }: ReadingsBody,
  ): Promise<Receipt> {
    return this.service.recordReadings(actor, id, readings);
  }

  @Post('inspections/:id/withdrawals')
  @Allow('inspector')
  withdraw(@By() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: WithdrawalBody): Promise<Receipt> {
    return this.service.withdraw(actor, id, body);
  }

  @Post('inspections/:id/lot-size')
  @Allow('inspector', 'receiver', 'admin')
  count(@By() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: LotCountBody): Promise<Receipt> {
    return this.samples.count(actor, id, body);
  }

  @Post('inspections/:id/full-inspection')
  @Allow('admin')
  decideFull(
    @By() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { reason }: ReasonBody,
  ): Promise<Receipt> {
    return this.samples.decideFull(actor, id, reason);
  }

  @Post('inspections/:id/submission')
  @Allow('inspector')
  submit(@By() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<Receipt> {
    return this.service.submit(actor, id);
  }

  @Post('inspections/:id/reviews')
  @Allow('reviewer')
  review(@By() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: ReviewBody): Promise<Receipt> {
    return this.service.review(actor, id, body);
  }

  @Post('inspections/:id/breaking-off')
  @Allow('reviewer')
  breakOff(
    @By() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { reason }: ReasonBody,
  ): Promise<Receipt> {
    return this.service.breakOff(actor, id, reason);
  }

  @Post('inspections/:id/overrides')
  @Allow('inspector', 'reviewer', 'admin')
  requestOverride(
    @By() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: OverrideBody,
  ): Promise<Receipt> {
    return this.overrides.request(actor, id, body);
  }

  @Post('inspections/:id/overrides/:overrideId/decision')
  @Allow('reviewer', 'admin')
  decideOverride(
    @By() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('overrideId', ParseUUIDPipe) overrideId: string,
    @Body() { decision }: OverrideDecisionBody,
  ): Promise<Receipt> {
    return this.overrides.decide(actor, id, overrideId, decision);
  }
}
