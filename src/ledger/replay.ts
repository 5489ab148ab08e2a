import type { Database } from '../platform/database/database.js';
import type { Reader, Tx } from '../platform/database/sql.js';
import { sha256 } from '../platform/keys/sha256.js';
import { leafHash, toHex, TreeEdge } from '../tlog/index.js';
import { LedgerCheckpoint, LedgerDisclosure, LedgerHead } from './ledger.entity.js';
import { entryBytes, saveTile } from './leaf-store.js';
import type { Projections } from './projection.js';
import { restoreEntry } from './restore-entry.js';

const ENTRIES_AT_ONCE = 500;

/** One disclosure group of one entry. */
export interface GroupPlace {
  readonly index: number;
  readonly group: string;
}

export interface Replayed {
  readonly size: number;
  readonly root: string;
  /** Entries whose disclosed content does not fit the commitment; empty when all do. */
  readonly wrongDisclosures: readonly GroupPlace[];
  /** Entries that no table can tell, since content that no erasure takes away is missing. */
  readonly lostDisclosures: readonly GroupPlace[];
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
  const [wrong, lost]: [GroupPlace[], GroupPlace[]] = [[], []];
  await inTurn(target, (tx) => tx.insert(LedgerHead, head));
  for (let first = 0; first < head.size; first += ENTRIES_AT_ONCE) {
    const end = Math.min(head.size, first + ENTRIES_AT_ONCE);
    await inTurn(target, (tx) => replayRange(source, tx, { first, end, edge, projections, wrong, lost }));
  }
  if (toHex(edge.root()) !== head.root) throw new Error('the entries do not give the root that was signed');
  return { size: head.size, root: head.root, wrongDisclosures: wrong, lostDisclosures: lost };
}

interface Range {
  readonly first: number;
  readonly end: number;
  readonly edge: TreeEdge;
  readonly projections: Projections;
  readonly wrong: GroupPlace[];
  readonly lost: GroupPlace[];
}

async function replayRange(
  source: Reader,
  tx: Tx,
  { first, end, edge, projections, wrong, lost }: Range,
): Promise<void> {
  const stored = await entryBytes(source, first, end);
  if (stored.length !== end - first) throw new Error(`entries ${first} to ${end - 1} are not all there`);
  for (const [offset, bytes] of stored.entries()) {
    const index = first + offset;
    const disclosures = await source.find(LedgerDisclosure, { idx: index });
    const restored = await restoreEntry(tx, projections, { index, bytes, disclosures });
    wrong.push(...restored.wrong.map((group) => ({ index, group })));
    lost.push(...restored.lost.map((group) => ({ index, group })));
  }
  for (const tile of edge.append(stored.map((bytes) => leafHash(sha256, bytes)))) await saveTile(tx, tile);
  const notes = await source.query<LedgerCheckpoint>(
    'SELECT size, note FROM ledger_checkpoint WHERE size > ? AND size <= ?',
    [first, end],
  );
  for (const { size, note } of notes) await tx.insert(LedgerCheckpoint, { size, note });
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
