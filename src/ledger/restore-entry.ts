import type { Tx } from '../platform/database/sql.js';
import { commitmentOf } from './commitment.js';
import { committedEvent } from './committed-event.js';
import { decodeEntry, type Entry } from './entry.js';
import { DISCLOSURE_GROUPS, type DisclosureGroup } from './event.js';
import { LedgerDisclosure, LedgerSubject } from './ledger.entity.js';
import { insertEntries } from './leaf-store.js';
import type { Projections } from './projection.js';

/** An entry from elsewhere, with what is still known of its contents. */
export interface FoundEntry {
  readonly index: number;
  readonly bytes: Uint8Array;
  readonly disclosures: readonly LedgerDisclosure[];
}

export interface RestoredEntry {
  readonly entry: Entry;
  /** Groups whose content does not fit the commitment. */
  readonly wrong: readonly string[];
  /** Groups that no erasure takes away, and that are missing all the same: without them no table can tell the entry. */
  readonly lost: readonly string[];
}

/**
 * Writes an entry as it was, byte for byte, with its disclosures and subjects, and lets the projections make their rows.
 * An entry whose contents are lost stands in the log but in no table. Throws when the bytes are no entry of ours.
 */
export async function restoreEntry(
  tx: Tx,
  projections: Projections,
  { index, bytes, disclosures }: FoundEntry,
): Promise<RestoredEntry> {
  const entry = decodeEntry(bytes);
  await insertEntries(tx, [{ index, bytes }]);
  for (const { type, id } of entry.subjects) await tx.insert(LedgerSubject, { type, id, idx: index });
  for (const row of disclosures) await tx.insert(LedgerDisclosure, row);
  const contents = disclosures.map(({ grp, content }) => ({ group: grp, content }));
  const lost = lostGroups(entry, disclosures);
  if (lost.length === 0) await projections.apply(tx, committedEvent(index, entry, contents));
  const wrong = disclosures.filter((row) => !isCommitted(entry, row)).map(({ grp }) => grp);
  return { entry, wrong, lost };
}

/** A `personal` group may have been erased; the others cannot. */
function lostGroups({ commitments }: Entry, disclosures: readonly LedgerDisclosure[]): string[] {
  const known = new Set(['personal', ...disclosures.map(({ grp }) => grp)]);
  return Object.keys(commitments).filter((group) => !known.has(group));
}

function isCommitted(entry: Entry, { grp, salt, content }: LedgerDisclosure): boolean {
  const group = DISCLOSURE_GROUPS.find((known) => known === grp);
  return group !== undefined && entry.commitments[group] === safeCommitment({ group, salt, content });
}

function safeCommitment(disclosure: { group: DisclosureGroup; salt: string; content: string }): string | undefined {
  try {
    return commitmentOf(disclosure);
  } catch {
    // A salt of another length was tampered with: it commits to nothing.
    return undefined;
  }
}
