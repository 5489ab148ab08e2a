import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { type ClockedUnit, DeadlineQueries } from '../deadlines/index.js';
import { partyNames } from './party-names.js';
import type { Visit } from './visit.js';

/** What the board shows beside its list: how many units are late at each station, of each merchant, with each person. */
@Injectable()
export class Board {
  constructor(
    private readonly database: Database,
    private readonly deadlines: DeadlineQueries,
  ) {}

  async of(visit: Visit, units: readonly ClockedUnit[]) {
    const tallies = await this.deadlines.tallies(visit.actor);
    const merchants = tallies.byMerchant.map(({ of }) => of);
    const names = Object.fromEntries(await partyNames(this.database.reader, visit, merchants));
    return {
      ...tallies,
      names,
      units: units.map((unit) => ({ ...unit, merchant: names[unit.merchantId] ?? '' })),
    };
  }
}
