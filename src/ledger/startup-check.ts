import type { Database } from '../platform/database/database.js';
import type { Reader } from '../platform/database/sql.js';
import { sha256 } from '../platform/keys/sha256.js';
import { type Checkpoint, equalBytes, leafHash, openNote, parseCheckpoint, TILE_WIDTH, toHex } from '../tlog/index.js';
import { entryBytes, tileBytes } from './leaf-store.js';
import { LedgerCheckpoint, LedgerHead } from './ledger.entity.js';
import { keyVerifiers, type LogKey } from './log-keys.js';
import type { Signer } from './signer.js';
import { TreeStore } from './tree-store.js';

/**
 * Head signature, right-edge tiles and the last bundle of entries must agree with the root, or the server
 * refuses to run: throws an error that names the first that differs.
 */
export async function checkAtStart(database: Database, signer: Signer): Promise<void> {
  const head = await database.reader.findOne(LedgerHead, { id: 1 });
  if (!head || head.size === 0) return;
  await checkSignature(database, signer, head);
  // Throws when the tiles at the right edge do not give the root.
  await new TreeStore().edgeAt(database.reader, head.size, head.root);
  await checkLastEntries(database, head.size);
}

async function checkSignature({ reader }: Database, signer: Signer, head: LedgerHead): Promise<void> {
  const stored = await reader.findOne(LedgerCheckpoint, { size: head.size });
  if (!stored) throw differs(`checkpoint ${head.size} is missing`);
  const checkpoint = opened(stored, await believedKeys(reader, signer));
  if (checkpoint.size !== head.size || toHex(checkpoint.root) !== head.root) {
    throw differs(`the signed checkpoint is not that of the head (${head.size})`);
  }
}

/**
 * Whoever can write the database can also write an entry that names a key. So a key is believed when its private key
 * is here, or when the key before it, believed too, signed the first checkpoint that has its entry.
 */
async function believedKeys(reader: Reader, signer: Signer): Promise<LogKey[]> {
  const believed: LogKey[] = [];
  for (const [number, key] of signer.announced.entries()) {
    const before = signer.announced[number - 1];
    const isBelieved = before && believed.includes(before) && (await hasVouched(reader, before, key.index));
    if (isBelieved || signer.holds(key.vkey)) believed.push(key);
  }
  return believed;
}

function opened({ size, note }: LedgerCheckpoint, keys: readonly LogKey[]): Checkpoint {
  try {
    return parseCheckpoint(openNote(note, keyVerifiers(keys)).text);
  } catch (error) {
    throw differs(`checkpoint ${size}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

async function hasVouched(reader: Reader, by: LogKey, index: number): Promise<boolean> {
  const [first] = await reader.query<{ note: string }>(
    'SELECT note FROM ledger_checkpoint WHERE size > ? ORDER BY size LIMIT 1',
    [index],
  );
  try {
    openNote(first?.note ?? '', keyVerifiers([by]));
    return true;
  } catch {
    return false;
  }
}

async function checkLastEntries({ reader }: Database, size: number): Promise<void> {
  const tileIndex = Math.floor((size - 1) / TILE_WIDTH);
  const first = tileIndex * TILE_WIDTH;
  const tile = await tileBytes(reader, 0, tileIndex);
  const entries = await entryBytes(reader, first, size);
  if (!tile || entries.length !== size - first) throw differs(`entries ${first} to ${size - 1} are not all there`);
  entries.forEach((bytes, offset) => {
    if (!equalBytes(leafHash(sha256, bytes), tile.subarray(offset * 32, offset * 32 + 32))) {
      throw differs(`entry ${first + offset}`);
    }
  });
}

function differs(what: string): Error {
  return new Error(
    `账本与其签名不符,服务不启动 / The log does not match its signature, the server does not start: ${what}`,
  );
}
