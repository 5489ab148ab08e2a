import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { Receipt } from '../../ledger/index.js';
import { Allow, By } from '../../platform/http/access.js';
import { DEFAULT_LIMIT, paged } from '../../platform/http/paging.js';
import { PlanBody, PlansQuery } from './catalog.dto.js';
import { PlanPage, PlanView } from './catalog-views.dto.js';
import { CatalogQueries } from './catalog.queries.js';
import { CatalogService } from './catalog.service.js';
import { planSummary, planView } from './catalog.view.js';

@Controller('api/v1/plans')
export class PlansController {
  constructor(
    private readonly service: CatalogService,
    private readonly queries: CatalogQueries,
  ) {}

  @Get()
  @Allow('signed-in')
  async list(@By() actor: Actor, @Query() query: PlansQuery): Promise<PlanPage> {
    const { after, limit = DEFAULT_LIMIT, ...where } = query;
    const rows = await this.queries.plans(actor, where, { after, limit: limit + 1 });
    const page = paged(rows, limit, (row) => row.id);
    return { items: page.items.map((row) => planSummary(actor, row)), next: page.next };
  }

  @Get(':id')
  @Allow('signed-in')
  async one(@By() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<PlanView> {
    return planView(actor, await this.queries.plan(actor, id));
  }

  @Post()
  @Allow('admin')
  publish(@By() actor: Actor, @Body() body: PlanBody): Promise<Receipt> {
    return this.service.publishPlan(actor, body);
  }
}
