import { Injectable } from '@nestjs/common';
import type { Actor, PartyKind } from '../../kernel/actor.js';
import { Database } from '../../platform/database/database.js';
import type { Reader } from '../../platform/database/sql.js';
import { Party } from './parties.entity.js';
import { refuse } from './parties.refusals.js';
import { isVisible, mayKnowContact, visibleKinds } from './parties.rules.js';

/** Reads of parties, each as far as the viewer may know of it. */
@Injectable()
export class PartiesQueries {
  constructor(private readonly database: Database) {}

  /** Parties that the viewer may see, oldest first. */
  async parties(
    viewer: Actor,
    kind: PartyKind | undefined,
    page: { readonly after: string | undefined; readonly limit: number },
  ): Promise<Party[]> {
    const kinds = visibleKinds(viewer);
    const marks = kinds.map(() => '?').join(', ');
    const rows = await this.database.reader.query<{ id: string }>(
      `SELECT id FROM party WHERE (id = ? OR kind IN (${marks})) AND (kind = ? OR ? = '') AND id > ?
       ORDER BY id LIMIT ?`,
      [viewer.partyId, ...kinds, kind ?? '', kind ?? '', page.after ?? '', page.limit],
    );
    const parties = await this.database.reader.find(Party, { id: rows.map(({ id }) => id) }, { orderBy: 'id' });
    return parties.map((party) => asKnownTo(viewer, party));
  }

  async party(viewer: Actor, id: string): Promise<Party> {
    return asKnownTo(viewer, await partyFor(this.database.reader, viewer, id));
  }
}

/** The party without what only its keeper knows, for anybody else. */
function asKnownTo(viewer: Actor, party: Party): Party {
  return mayKnowContact(viewer, party) ? party : { ...party, contactName: null, phone: null, usccReason: null };
}

/** The party; throws `parties.unknown`. For the program's own work: it asks nobody who may see it. */
export async function partyOf(reader: Reader, id: string): Promise<Party> {
  const party = await reader.findOne(Party, { id });
  if (!party) throw refuse.unknown();
  return party;
}

/** The party when the viewer may know of it; otherwise it is as unknown as one that does not exist. */
export async function partyFor(reader: Reader, viewer: Actor, id: string): Promise<Party> {
  const party = await partyOf(reader, id);
  if (!isVisible(viewer, party)) throw refuse.unknown();
  return party;
}

/** The same, and of one kind; throws `parties.wrong-kind` for another. */
export async function partyOfKind(
  reader: Reader,
  viewer: Actor,
  { id, kind }: { readonly id: string; readonly kind: PartyKind },
): Promise<Party> {
  const party = await partyFor(reader, viewer, id);
  if (party.kind !== kind) throw refuse.wrongKind({ name: party.nameZh, kind: party.kind, needed: kind });
  return party;
}
