import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { FILM_KINDS, filmName, packingFilesOf, SENT_AT } from '../filming/index.js';
import { LabellingQueries } from '../labelling/index.js';
import type { Unit } from '../units/index.js';
import type { Visit } from './visit.js';

/** The four files of goods that their merchant films, and what the merchant does with the goods itself. */
@Injectable()
export class PackingFilms {
  constructor(
    private readonly database: Database,
    private readonly labels: LabellingQueries,
  ) {}

  /** Undefined of goods that the warehouse tests. */
  async of({ actor }: Visit, unit: Unit) {
    if (unit.flow !== 'merchant-films') return undefined;
    const sent = await packingFilesOf(this.database.reader, unit.id);
    const isMerchant = actor.roles.includes('merchant');
    return {
      files: FILM_KINDS.map((kind) => ({
        kind,
        name: filmName(kind),
        isPicture: kind === 'product-express-pic',
        sentAt: sent.find((file) => file.kind === kind)?.sentAt,
      })),
      maySend: isMerchant && unit.openHolds === 0 && SENT_AT.some((stage) => stage === unit.stage),
      sheets: isMerchant ? await this.labels.sheets(unit.id) : [],
      mayLabel: isMerchant && (unit.stage === 'packed' || unit.stage === 'labelled'),
      mayShip: isMerchant && unit.stage === 'labelled',
    };
  }
}
