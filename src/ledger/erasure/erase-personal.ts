import type { Reader } from '../../platform/database/sql.js';
import { decodeEntry } from '../entry.js';
import type { LedgerEvent, Subject } from '../event.js';
import { entryBytes } from '../leaf-store.js';
import { LedgerSubject } from '../ledger.entity.js';
import { refuse } from '../ledger.refusals.js';
import { type ErasureGround, personalErased } from './personal-erased.js';

/** An entry is smaller than 64 KiB. */
const MOST_AT_ONCE = 1_000;

/**
 * The events that erase every `personal` group of the entries about a subject. No other group can be erased. Throws
 * `ledger.already-erased` or `ledger.nothing-personal` when there is none.
 */
export async function erasePersonal(reader: Reader, subject: Subject, ground: ErasureGround): Promise<LedgerEvent[]> {
  const indexes = await personalEntries(reader, subject);
  if (indexes.length === 0)
    throw (await hadPersonal(reader, subject)) ? refuse.alreadyErased() : refuse.nothingPersonal();
  const events: LedgerEvent[] = [];
  for (let first = 0; first < indexes.length; first += MOST_AT_ONCE) {
    const entries = indexes.slice(first, first + MOST_AT_ONCE);
    events.push(personalErased([subject], { clear: { entries, ground } }));
  }
  return events;
}

/** The entries about a subject whose `personal` group is still there, oldest first. */
export async function personalEntries(reader: Reader, { type, id }: Subject): Promise<number[]> {
  const rows = await reader.query<{ idx: number }>(
    `SELECT d.idx AS "idx" FROM ledger_subject s JOIN ledger_disclosure d ON d.idx = s.idx AND d.grp = 'personal'
     WHERE s.type = ? AND s.id = ? ORDER BY d.idx`,
    [type, id],
  );
  return rows.map(({ idx }) => idx);
}

async function hadPersonal(reader: Reader, { type, id }: Subject): Promise<boolean> {
  for (const { idx } of await reader.find(LedgerSubject, { type, id }, { orderBy: 'idx' })) {
    const [bytes] = await entryBytes(reader, idx, idx + 1);
    if (bytes && decodeEntry(bytes).commitments.personal !== undefined) return true;
  }
  return false;
}
