import type { Json } from '../kernel/canonical-json.js';
import type { Instant } from '../kernel/instant.js';
import type { WriteTx } from '../platform/database/sql.js';
import { sha256 } from '../platform/keys/sha256.js';
import { type Hash, leafHash } from '../tlog/index.js';
import { commitmentOf, type Disclosure } from './commitment.js';
import { type Commitments, encodeEntry, ENTRY_VERSION } from './entry.js';
import type { Subject } from './event.js';
import { insertEntries } from './leaf-store.js';
import { LedgerDisclosure, LedgerSubject } from './ledger.entity.js';
import { newestEntries, subjectKey } from './linked-subjects.js';

/** An entry that has its place, and does not yet know the entries before it about its subjects. */
export interface DraftEntry {
  readonly index: number;
  readonly kind: string;
  readonly at: Instant;
  readonly actor: string;
  readonly subjects: readonly Subject[];
  readonly disclosures: readonly Disclosure[];
  readonly clear?: Json;
}

/** An entry as it was appended, before or after its commit. */
export interface PlacedEntry {
  readonly index: number;
  readonly kind: string;
  readonly at: Instant;
  readonly actor: string;
  readonly subjects: readonly Subject[];
  readonly leafHash: Hash;
}

/**
 * Writes the rows of entries that follow each other: their bytes, disclosures and subjects, many in one statement. A
 * statement for each row would take longer than the rows.
 */
export async function storeEntries(tx: WriteTx, drafts: readonly DraftEntry[]): Promise<PlacedEntry[]> {
  if (drafts.length === 0) return [];
  const newest = await newestEntries(
    tx,
    drafts.flatMap(({ subjects }) => subjects),
  );
  const encoded = drafts.map((draft) => ({ ...draft, bytes: encodeDraft(draft, newest) }));
  await insertEntries(tx, encoded);
  await tx.insertAll(LedgerDisclosure, drafts.flatMap(disclosureRows));
  await tx.insertAll(LedgerSubject, drafts.flatMap(subjectRows));
  return encoded.map(({ index, kind, at, actor, subjects, bytes }) => {
    return { index, kind, at, actor, subjects, leafHash: leafHash(sha256, bytes) };
  });
}

/** The bytes of an entry, which is the newest of its subjects from here on. */
function encodeDraft(draft: DraftEntry, newest: Map<string, number>): Uint8Array {
  const { index, kind, at, actor, subjects, disclosures, clear } = draft;
  const linked = subjects.map(({ type, id }) => ({ type, id, prev: newest.get(subjectKey(type, id)) ?? null }));
  for (const { type, id } of subjects) newest.set(subjectKey(type, id), index);
  return encodeEntry({
    v: ENTRY_VERSION,
    kind,
    at,
    actor,
    subjects: linked,
    commitments: commitmentsOf(disclosures),
    ...(clear === undefined ? {} : { clear }),
  });
}

function disclosureRows({ index, disclosures }: DraftEntry): LedgerDisclosure[] {
  return disclosures.map(({ group, salt, content }) => ({ idx: index, grp: group, salt, content }));
}

function subjectRows({ index, subjects }: DraftEntry): LedgerSubject[] {
  return subjects.map(({ type, id }) => ({ type, id, idx: index }));
}

function commitmentsOf(disclosures: readonly Disclosure[]): Commitments {
  return Object.fromEntries(disclosures.map((disclosure) => [disclosure.group, commitmentOf(disclosure)]));
}
