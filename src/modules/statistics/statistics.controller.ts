import { Controller, Get, Query } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { Allow, By } from '../../platform/http/access.js';
import {
  FailuresView,
  PassRatesQuery,
  PassRatesView,
  StatisticsQuery,
  TrendQuery,
  TrendView,
} from './statistics.dto.js';
import { StatisticsQueries } from './statistics.queries.js';

/** Counts over signed inspections. Each party counts its own, a regulator all. */
@Controller('api/v1/statistics')
export class StatisticsController {
  constructor(private readonly queries: StatisticsQueries) {}

  @Get('pass-rates')
  @Allow('admin', 'reviewer', 'merchant', 'regulator')
  async passRates(@By() actor: Actor, @Query() { by, ...where }: PassRatesQuery): Promise<PassRatesView> {
    return { ...this.queries.period(where), items: await this.queries.passRates(actor, by, where) };
  }

  @Get('failures')
  @Allow('admin', 'reviewer', 'merchant', 'regulator')
  async failures(@By() actor: Actor, @Query() where: StatisticsQuery): Promise<FailuresView> {
    return { ...this.queries.period(where), items: await this.queries.failures(actor, where) };
  }

  @Get('trend')
  @Allow('admin', 'reviewer', 'merchant', 'regulator')
  async trend(@By() actor: Actor, @Query() { item, ...where }: TrendQuery): Promise<TrendView> {
    const items = await this.queries.trend(actor, item, where);
    return { ...this.queries.period(where), items: items.map((point) => ({ ...point })) };
  }
}
