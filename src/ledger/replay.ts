import type { Database } from '../platform/database/database.js';
import type { Reader, Tx } from '../platform/database/sql.js';
import { sha256 } from '../platform/keys/sha256.js';
import { leafHash, toHex, TreeEdge } from '../tlog/index.js';
import { commitmentOf } from './commitment.js';
import { decodeEntry, type Entry } from './entry.js';
import { committedEvent } from './committed-event.js';
import { DISCLOSURE_GROUPS, type DisclosureGroup } from './event.js';
import { LedgerCheckpoint, LedgerDisclosure, LedgerHead, LedgerSubject } from './ledger.entity.js';
import { entryBytes, insertEntry, saveTile } from './leaf-store.js';
import type { Projections } from './projection.js';

const ENTRIES_AT_ONCE = 500;

export interface Replayed {
  readonly size: number;
  readonly root: string;
  /** Entries whose disclosed content does not fit the commitment; empty when all do. */
  readonly wrongDisclosures: readonly { readonly index: number; readonly group: string }[];
}

/**
 * Builds a new database from the entries and disclosures of another: the log itself is copied byte for byte, every
 * projected table is made again by the projections. Private rows are not part of the log and stay empty.
 * Throws when the copied leaves do not give the root of the source.
 */
export async function replay(source: Reader, target: Database, projections: Projections): Promise<Replayed> {
  const head = await source.findOne(LedgerHead, { id: 1 });
  if (!head) throw new Error('the source has no log');
  const edge = new TreeEdge(sha256);
  const wrong: { index: number; group: string }[] = [];
  await inTurn(target, (tx) => tx.insert(LedgerHead, head));
  for (let first = 0; first < head.size; first += ENTRIES_AT_ONCE) {
    const end = Math.min(head.size, first + ENTRIES_AT_ONCE);
    await inTurn(target, (tx) => replayRange(source, tx, { first, end, edge, projections, wrong }));
  }
  if (toHex(edge.root()) !== head.root) throw new Error('the entries do not give the root that was signed');
  return { size: head.size, root: head.root, wrongDisclosures: wrong };
}

interface Range {
  readonly first: number;
  readonly end: number;
  readonly edge: TreeEdge;
  readonly projections: Projections;
  readonly wrong: { index: number; group: string }[];
}

async function replayRange(source: Reader, tx: Tx, { first, end, edge, projections, wrong }: Range): Promise<void> {
  const stored = await entryBytes(source, first, end);
  if (stored.length !== end - first) throw new Error(`entries ${first} to ${end - 1} are not all there`);
  for (const [offset, bytes] of stored.entries()) {
    const index = first + offset;
    const entry = decodeEntry(bytes);
    const disclosures = await source.find(LedgerDisclosure, { idx: index });
    wrong.push(...disclosures.filter((row) => !isCommitted(entry, row)).map(({ grp }) => ({ index, group: grp })));
    await copyEntry(tx, index, bytes, entry);
    for (const row of disclosures) await tx.insert(LedgerDisclosure, row);
    await projections.apply(
      tx,
      committedEvent(
        index,
        entry,
        disclosures.map(({ grp, content }) => ({ group: grp, content })),
      ),
    );
  }
  for (const tile of edge.append(stored.map((bytes) => leafHash(sha256, bytes)))) await saveTile(tx, tile);
  const notes = await source.query<LedgerCheckpoint>(
    'SELECT size, note FROM ledger_checkpoint WHERE size > ? AND size <= ?',
    [first, end],
  );
  for (const { size, note } of notes) await tx.insert(LedgerCheckpoint, { size, note });
}

async function copyEntry(tx: Tx, index: number, bytes: Uint8Array, entry: Entry): Promise<void> {
  await insertEntry(tx, index, bytes);
  for (const { type, id } of entry.subjects) await tx.insert(LedgerSubject, { type, id, idx: index });
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

async function inTurn(target: Database, work: (tx: Tx) => Promise<void>): Promise<void> {
  await target.session.begin();
  try {
    await work(target.session.tx);
    await target.session.commit();
  } catch (error) {
    await target.session.rollback();
    throw error;
  }
}
