import type { Instant } from '../kernel/instant.js';
import type { Reader } from '../platform/database/sql.js';
import { sha256 } from '../platform/keys/sha256.js';
import { verifyEd25519 } from '../platform/keys/signing-key.js';
import { ed25519Verifier, type NoteVerifier, parseVkey } from '../tlog/index.js';
import { decodeEntry, type Entry } from './entry.js';
import { eventKind, subjectType } from './event.js';
import { entryBytes } from './leaf-store.js';
import { LedgerSubject } from './ledger.entity.js';

/** The subject of what the log says about itself. */
export const log = subjectType('log');

/** Entry 0: what the log promises, in clear. */
export const logFounded = eventKind<{
  clear: { origin: string; vkey: string; contact: string; format: string; retentionYears: number };
}>('ledger.log-founded');

/** A further signing key. The one that it replaces signs beside it until `overlapUntil`, then no more. */
export const keyAnnounced = eventKind<{ clear: { vkey: string; replaces: string; overlapUntil: Instant } }>(
  'ledger.key-announced',
);

/** A key that the log itself has named as its own. */
export interface LogKey {
  readonly vkey: string;
  /** The entry that names it. */
  readonly index: number;
  /** The last moment at which it signs; undefined while no other key replaces it. */
  readonly until: string | undefined;
}

/** An entry that may name a key, with its place. */
export interface IndexedEntry {
  readonly index: number;
  readonly entry: Entry;
}

/** The keys that entries name, oldest first. What is no such entry is passed over; pure, for verifiers too. */
export function logKeysIn(entries: readonly IndexedEntry[]): LogKey[] {
  const keys: LogKey[] = [];
  for (const { index, entry } of entries) {
    const { vkey, overlapUntil } = namedIn(entry);
    if (vkey === undefined) continue;
    const last = keys.pop();
    // The entry that names a new key is always signed for by the old one too.
    if (last) keys.push({ ...last, until: overlapUntil && overlapUntil > entry.at ? overlapUntil : entry.at });
    keys.push({ vkey, index, until: undefined });
  }
  return keys;
}

/** The keys that sign a checkpoint whose newest entry is of this time, oldest first: one, or two while they overlap. */
export function keysSigningAt(keys: readonly LogKey[], at: string): LogKey[] {
  return keys.filter(({ until }) => until === undefined || at <= until);
}

/** The keys of the log in a database, as far as its entries go; none before it was founded. */
export async function readLogKeys(reader: Reader, origin: string): Promise<LogKey[]> {
  return logKeysIn(await readLogEntries(reader, origin));
}

/** The entries of a database that are about the log itself, oldest first. */
export async function readLogEntries(reader: Reader, origin: string): Promise<IndexedEntry[]> {
  const rows = await reader.find(LedgerSubject, log(logIdOf(origin)), { orderBy: 'idx' });
  const entries: IndexedEntry[] = [];
  for (const { idx } of rows) {
    const [bytes] = await entryBytes(reader, idx, idx + 1);
    if (bytes) entries.push({ index: idx, entry: decodeEntry(bytes) });
  }
  return entries;
}

/** Verifiers for checkpoints by any of the keys. */
export function keyVerifiers(keys: readonly Pick<LogKey, 'vkey'>[]): NoteVerifier[] {
  return keys.map(({ vkey }) => ed25519Verifier(parseVkey(sha256, vkey), verifyEd25519));
}

/** The random id that an origin ends in; files outside the database are named by it. */
export function logIdOf(origin: string): string {
  return origin.slice(origin.lastIndexOf('/') + 1);
}

function namedIn({ kind, clear }: Entry): { readonly vkey?: string; readonly overlapUntil?: string } {
  if (kind !== logFounded.kind && kind !== keyAnnounced.kind) return {};
  return (clear ?? {}) as { vkey?: string; overlapUntil?: string };
}
