import { Get, Param, ParseUUIDPipe, Query } from '@nestjs/common';
import { IsIn } from 'class-validator';
import { Allow } from '../../platform/http/access.js';
import { MayBeLeftOut } from '../../platform/http/fields.js';
import { paged } from '../../platform/http/paging.js';
import {
  DISPOSITIONS,
  NONCONFORMITY_STATES,
  NonconformityQueries,
  type NonconformityState,
} from '../nonconformity/index.js';
import { UnitsQueries } from '../units/index.js';
import { ConsolePages } from './console-pages.js';
import { PageController } from './page-controller.js';
import { LookQuery, ROWS } from './page-queries.dto.js';
import { type Visit, Visiting } from './visit.js';
import { nonconformityTexts as texts } from './ways-aside.texts.js';

export class NonconformitiesLook extends LookQuery {
  @MayBeLeftOut()
  @IsIn(NONCONFORMITY_STATES)
  state?: NonconformityState;
}

/** What did not conform, what was decided over it, and whether it was done. */
@PageController('console/nonconformities')
export class NonconformityPages {
  constructor(
    private readonly pages: ConsolePages,
    private readonly records: NonconformityQueries,
    private readonly units: UnitsQueries,
  ) {}

  @Get()
  @Allow('signed-in')
  async list(@Visiting() visit: Visit, @Query() { state, after }: NonconformitiesLook): Promise<string> {
    const rows = await this.records.records(visit.actor, state ? { state } : {}, { after, limit: ROWS + 1 });
    const { items, next } = paged(rows, ROWS, ({ id }) => id);
    const view = { records: items, next, state: state ?? '', states: NONCONFORMITY_STATES };
    return this.pages.show(visit, { name: 'nonconformities', texts, view });
  }

  @Get(':id')
  @Allow('signed-in')
  async one(@Visiting() visit: Visit, @Param('id', ParseUUIDPipe) id: string): Promise<string> {
    const { actor } = visit;
    const { record, units: rows, photos, witnesses } = await this.records.detail(actor, id);
    const units = await this.units.units(actor, { id: rows.map(({ unitId }) => unitId) }, {});
    const isReviewer = actor.roles.includes('reviewer');
    const isStaff = actor.partyKind === 'warehouse' && record.state !== 'closed';
    const hasSeen = witnesses.some(({ accountId }) => accountId === actor.accountId);
    const view = {
      record,
      items: JSON.parse(record.items) as string[],
      photos,
      witnesses,
      units: units.map(({ id: unitId, name, stage, openHolds }) => ({ unitId, name, stage, isOnHold: openHolds > 0 })),
      dispositions: DISPOSITIONS,
      mayDispose: isReviewer && record.state === 'open' && record.openedBy !== actor.accountId,
      mayClose: isReviewer && record.state === 'disposed',
      mayWitness: isStaff && record.disposition === 'destroy' && !hasSeen,
      mayAdd: isStaff,
    };
    return this.pages.show(visit, { name: 'nonconformity', texts, view });
  }
}
