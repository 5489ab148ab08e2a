import { Body, Controller, Get, Put, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '../../kernel/actor.js';
import { Receipt } from '../../ledger/index.js';
import { Allow, By } from '../../platform/http/access.js';
import { DEFAULT_LIMIT, paged } from '../../platform/http/paging.js';
import { DeadlineNews } from './deadline-news.js';
import { ClockQuery, ClockTalliesView, DeadlineRuleBody, DeadlineRuleView, UnitClockPage } from './deadlines.dto.js';
import { DeadlineQueries } from './deadlines.queries.js';
import { DeadlineService } from './deadlines.service.js';
import { ruleView, talliesView, unitClockView } from './deadlines.view.js';
import { cursorFor } from './deadline-units.sql.js';

@Controller('api/v1/deadlines')
export class DeadlineController {
  constructor(
    private readonly service: DeadlineService,
    private readonly queries: DeadlineQueries,
    private readonly news: DeadlineNews,
  ) {}

  @Get('rule')
  @Allow('receiver', 'inspector', 'reviewer', 'packer', 'shipper', 'admin')
  async rule(@By() actor: Actor): Promise<DeadlineRuleView> {
    return ruleView(await this.queries.rule(actor), await this.queries.ownRule(actor));
  }

  @Put('rule')
  @Allow('admin')
  setRule(@By() actor: Actor, @Body() body: DeadlineRuleBody): Promise<Receipt> {
    return this.service.setRule(actor, body);
  }

  @Get('units')
  @Allow('receiver', 'inspector', 'reviewer', 'packer', 'shipper', 'admin')
  async units(@By() actor: Actor, @Query() query: ClockQuery): Promise<UnitClockPage> {
    const { limit = DEFAULT_LIMIT } = query;
    const rows = await this.queries.units(actor, { ...query, limit: limit + 1 });
    const page = paged(rows, limit, cursorFor);
    return { items: page.items.map(unitClockView), next: page.next };
  }

  @Get('tallies')
  @Allow('receiver', 'inspector', 'reviewer', 'packer', 'shipper', 'admin')
  async tallies(@By() actor: Actor): Promise<ClockTalliesView> {
    return talliesView(await this.queries.tallies(actor));
  }

  /** Server-sent events: `changed` whenever something about a unit was recorded, at most once a second. */
  @Get('events')
  @Allow('receiver', 'inspector', 'reviewer', 'packer', 'shipper', 'admin')
  events(@Req() request: FastifyRequest, @Res() reply: FastifyReply): void {
    this.news.follow(request, reply);
  }
}
