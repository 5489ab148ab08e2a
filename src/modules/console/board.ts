import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { type ClockedUnit, DeadlineQueries } from '../deadlines/index.js';
import { Party } from '../parties/index.js';
import { partyName } from './console-pages.js';
import type { Visit } from './visit.js';

/** What the board shows beside its list: how many units are late at each station, of each merchant, with each person. */
@Injectable()
export class Board {
  constructor(
    private readonly database: Database,
    private readonly deadlines: DeadlineQueries,
  ) {}

  async of({ actor, language }: Visit, units: readonly ClockedUnit[]) {
    const tallies = await this.deadlines.tallies(actor);
    const merchants = await this.database.reader.find(Party, { id: tallies.byMerchant.map(({ of }) => of) });
    const names = Object.fromEntries(merchants.map((party) => [party.id, partyName(party, language)]));
    return {
      ...tallies,
      names,
      units: units.map((unit) => ({ ...unit, merchant: names[unit.merchantId] ?? '' })),
    };
  }
}
