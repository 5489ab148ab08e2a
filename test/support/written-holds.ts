import { schema } from '../../src/app/schema.js';
import { readConfig } from '../../src/platform/config/config.js';
import { openSnapshot } from '../../src/platform/database/snapshot.js';
import type { Reader } from '../../src/platform/database/sql.js';
import { sha256 } from '../../src/platform/keys/sha256.js';
import { encodeBase64, leafHash, parseCheckpoint, parseNote, toHex, TreeEdge } from '../../src/tlog/index.js';
import type { HoldWriters } from './hold-writers.js';

/**
 * What is wrong in a database with what writers were told: entries lost, changed or twice, commands written by halves,
 * signed roots that the entries do not give. Reads one moment, also while a server writes.
 */
export async function faultsOfWritten(url: string, writers: HoldWriters): Promise<string[]> {
  const { reader, close } = await openSnapshot(readConfig({ DATABASE_URL: url }), schema);
  try {
    return [...(await faultsOfTree(reader, writers)), ...(await faultsOfCommands(reader, writers))];
  } finally {
    await close();
  }
}

interface StoredEntry {
  readonly idx: number;
  readonly bytes: Uint8Array;
}

async function faultsOfTree(reader: Reader, { acknowledged }: HoldWriters): Promise<string[]> {
  const stored = await reader.query<StoredEntry>(
    'SELECT idx AS "idx", bytes AS "bytes" FROM ledger_entry ORDER BY idx',
  );
  const leaves = stored.map(({ bytes }) => leafHash(sha256, bytes));
  const gaps = stored.filter(({ idx }, place) => idx !== place).map(({ idx }) => `entry ${idx} follows a gap`);
  const lost = [...acknowledged.values()].filter(({ index, leafHash: told }) => {
    const leaf = leaves[index];
    return !leaf || encodeBase64(leaf) !== told;
  });
  const indexes = new Set(Array.from(acknowledged.values(), ({ index }) => index));
  return [
    ...gaps,
    ...lost.map(({ index }) => `acknowledged entry ${index} is not there`),
    ...(indexes.size === acknowledged.size ? [] : ['two commands were told the same index']),
    ...(await faultsOfRoots(reader, leaves)),
  ];
}

/** Every signed checkpoint is of the entries below it, and the head is the last. */
async function faultsOfRoots(reader: Reader, leaves: readonly Uint8Array[]): Promise<string[]> {
  const notes = await reader.query<{ note: string }>('SELECT note AS "note" FROM ledger_checkpoint ORDER BY size');
  const [head] = await reader.query<{ size: number; root: string }>(
    'SELECT size AS "size", root AS "root" FROM ledger_head',
  );
  const edge = new TreeEdge(sha256);
  const faults: string[] = [];
  for (const { note } of notes) {
    const { size, root } = parseCheckpoint(parseNote(note).text);
    edge.append(leaves.slice(edge.size, size));
    if (toHex(edge.root()) !== toHex(root)) faults.push(`checkpoint ${size} is not of the entries`);
  }
  const isHead = head?.size === leaves.length && edge.size === leaves.length && head.root === toHex(edge.root());
  return isHead ? faults : [...faults, `head ${head?.size}, ${leaves.length} entries, newest checkpoint ${edge.size}`];
}

/** A command has its key, its disclosure and its row exactly once, or none of them; an acknowledged one has them. */
async function faultsOfCommands(reader: Reader, { acknowledged, unanswered }: HoldWriters): Promise<string[]> {
  const keys = await column(reader, 'SELECT key AS "value" FROM idempotency_key WHERE entry_count = 1');
  const rows = await column(reader, 'SELECT reason AS "value" FROM unit_hold');
  const contents = await column(
    reader,
    `SELECT content AS "value" FROM ledger_disclosure WHERE grp = 'party' AND content LIKE '%"reason":%'`,
  );
  const said = contents.map((content) => String((JSON.parse(content) as { reason: string }).reason));
  const counted = [keys, rows, said].map(counts);
  const all = new Set([...keys, ...rows, ...said, ...acknowledged.keys()]);
  return [...all].flatMap((key) => {
    const found = counted.map((count) => count.get(key) ?? 0);
    const isWhole = found.every((count) => count === 1);
    const isKnown = acknowledged.has(key) || unanswered.has(key);
    return isWhole && isKnown ? [] : [`command ${key}: ${found.join(', ')}${isKnown ? '' : ', sent by nobody'}`];
  });
}

async function column(reader: Reader, sql: string): Promise<string[]> {
  return (await reader.query<{ value: string }>(sql)).map(({ value }) => value);
}

function counts(values: readonly string[]): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const value of values) found.set(value, (found.get(value) ?? 0) + 1);
  return found;
}
