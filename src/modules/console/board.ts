import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { type ClockedUnit, DeadlineQueries, stateCounts, tallyViews } from '../deadlines/index.js';
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
    const byMerchant = tallyViews(await this.deadlines.tally(actor, 'merchant_id'));
    const ids = [...byMerchant.flatMap(({ of }) => of ?? []), ...units.map(({ merchantId }) => merchantId)];
    const merchants = await this.database.reader.find(Party, { id: [...new Set(ids)] });
    const names = Object.fromEntries(merchants.map((party) => [party.id, partyName(party, language)]));
    return {
      at: this.deadlines.now(),
      all: stateCounts(await this.deadlines.tally(actor, 'state')),
      byStage: tallyViews(await this.deadlines.tally(actor, 'stage')),
      byMerchant,
      byInspector: tallyViews(await this.deadlines.tally(actor, 'inspector')),
      names,
      units: units.map((unit) => ({ ...unit, merchant: names[unit.merchantId] ?? '' })),
    };
  }
}
