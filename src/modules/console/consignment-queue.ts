import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { IntakeQueries } from '../intake/index.js';
import { partyNames } from './party-names.js';
import { OLDEST, type Waiting } from './queues.js';
import type { Visit } from './visit.js';

/** Consignments that are on their way, with the names of those who send them. */
@Injectable()
export class ConsignmentQueue {
  constructor(
    private readonly intake: IntakeQueries,
    private readonly database: Database,
  ) {}

  /** Consignments of which something has still to come. */
  async open(visit: Visit): Promise<Waiting[]> {
    const rows = await this.intake.consignments(visit.actor, { state: ['announced', 'receiving'] }, OLDEST);
    const names = await partyNames(
      this.database.reader,
      visit,
      rows.map(({ merchantId }) => merchantId),
    );
    return rows.map(({ id, merchantId, reference, announcedAt }) => ({
      id,
      href: `/console/consignments/${id}`,
      name: [names.get(merchantId), reference].filter(Boolean).join(' · ') || id,
      since: announcedAt,
    }));
  }
}
