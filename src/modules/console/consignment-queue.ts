import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { IntakeQueries } from '../intake/index.js';
import { PartiesQueries } from '../parties/index.js';
import { OLDEST, type Waiting } from './queues.js';

/** Consignments that are on their way, and the names of those who send them. */
@Injectable()
export class ConsignmentQueue {
  constructor(
    private readonly intake: IntakeQueries,
    private readonly parties: PartiesQueries,
  ) {}

  /** Consignments of which something has still to come. */
  async open(actor: Actor): Promise<Waiting[]> {
    const rows = await this.intake.consignments(actor, { state: ['announced', 'receiving'] }, OLDEST);
    const names = await this.merchantNames(actor);
    return rows.map(({ id, merchantId, reference, announcedAt }) => ({
      id,
      href: `/console/consignments/${id}`,
      name: [names.get(merchantId), reference].filter(Boolean).join(' · ') || id,
      since: announcedAt,
    }));
  }

  /** Names of the merchants that the viewer may see, by id. */
  async merchantNames(actor: Actor): Promise<ReadonlyMap<string, string>> {
    const parties = await this.parties.parties(actor, 'merchant', { after: undefined, limit: 1_000 });
    return new Map(parties.map(({ id, nameZh }) => [id, nameZh]));
  }
}
