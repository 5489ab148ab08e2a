import { Get, Param, ParseUUIDPipe, Query } from '@nestjs/common';
import { Allow } from '../../platform/http/access.js';
import { paged } from '../../platform/http/paging.js';
import { ConsistencyQueries } from '../certificates/index.js';
import { STAGES, UnitsQueries } from '../units/index.js';
import { ConsolePages } from './console-pages.js';
import { PageController } from './page-controller.js';
import { ROWS, UnitsLook } from './page-queries.dto.js';
import { UnitDetail } from './unit-detail.js';
import { unitRow } from './unit-pages.view.js';
import { unitTexts as texts } from './unit-pages.texts.js';
import { type Visit, Visiting } from './visit.js';

/** Units: where each stands, what happened to it, and its next step. */
@PageController('console/units')
export class UnitPages {
  constructor(
    private readonly pages: ConsolePages,
    private readonly units: UnitsQueries,
    private readonly detail: UnitDetail,
    private readonly consistency: ConsistencyQueries,
  ) {}

  @Get()
  @Allow('signed-in')
  async list(@Visiting() visit: Visit, @Query() { stage, consignmentId, after }: UnitsLook): Promise<string> {
    const where = { ...(stage ? { stage } : {}), ...(consignmentId ? { consignmentId } : {}) };
    const rows = await this.units.units(visit.actor, where, { after, limit: ROWS + 1 });
    const { items, next } = paged(rows, ROWS, ({ id }) => id);
    const tallies = Object.fromEntries(await this.units.tallies(visit.actor));
    const view = {
      units: items.map(unitRow),
      next,
      tallies,
      stages: STAGES,
      stage: stage ?? '',
      consignmentId: consignmentId ?? '',
    };
    return this.pages.show(visit, { name: 'units', texts, view });
  }

  @Get(':id')
  @Allow('signed-in')
  async one(@Visiting() visit: Visit, @Param('id', ParseUUIDPipe) id: string): Promise<string> {
    const unit = await this.units.unit(visit.actor, id);
    const findings = await this.consistency.ofUnit(visit.actor, id);
    const view = { ...(await this.detail.of(visit, unit)), findings };
    return this.pages.show(visit, { name: 'unit', texts, view });
  }
}
