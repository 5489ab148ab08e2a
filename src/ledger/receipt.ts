import type { Reader } from '../platform/database/sql.js';
import { sha256 } from '../platform/keys/sha256.js';
import { encodeBase64, leafHash } from '../tlog/index.js';
import type { CommitResult } from './committer.js';
import { decodeEntry } from './entry.js';
import { entryBytes } from './leaf-store.js';
import type { Receipt, ReceiptEntry } from './receipt.dto.js';
import type { PlacedEntry } from './store-entries.js';
import type { EntryRange } from './turn.js';

/** The receipt of a command whose entries are among those of a commit. */
export function receiptFor({ first, count }: EntryRange, { entries, size, note }: CommitResult): Receipt {
  const start = first - (size - entries.length);
  return { entries: entries.slice(start, start + count).map(asReceiptEntry), checkpoint: note };
}

/** The same answer as at first, from what the log has stored. */
export async function rebuildReceipt(reader: Reader, first: number, count: number): Promise<Receipt> {
  const stored = await entryBytes(reader, first, first + count);
  const entries = stored.map((bytes, offset) => storedEntry(first + offset, bytes));
  const size = first + count;
  return { entries, checkpoint: await noteOf(reader, 'WHERE size >= ? ORDER BY size', [size]) };
}

/** The receipt of a command that records nothing: what was signed last stands, whoever signed it. */
export async function emptyReceipt(reader: Reader): Promise<Receipt> {
  return { entries: [], checkpoint: await noteOf(reader, 'ORDER BY size DESC') };
}

async function noteOf(reader: Reader, which: string, params: readonly number[] = []): Promise<string> {
  const sql = `SELECT note FROM ledger_checkpoint ${which} LIMIT 1`;
  const [found] = await reader.query<{ note: string }>(sql, params);
  return found?.note ?? '';
}

function storedEntry(index: number, bytes: Uint8Array): ReceiptEntry {
  const { kind, at, actor, subjects } = decodeEntry(bytes);
  return asReceiptEntry({ index, kind, at, actor, subjects, leafHash: leafHash(sha256, bytes) });
}

function asReceiptEntry({ index, kind, at, subjects, leafHash: hash }: PlacedEntry): ReceiptEntry {
  return { index, kind, at, subjects: subjects.map(({ type, id }) => ({ type, id })), leafHash: encodeBase64(hash) };
}

/** The id of the first subject of a type among a receipt's entries. */
export function newId(receipt: Receipt, type: string): string | undefined {
  return receipt.entries.flatMap((entry) => entry.subjects).find((subject) => subject.type === type)?.id;
}
