import { decodeEntry } from '../../src/ledger/entry.js';
import { LedgerHead, LedgerSubject } from '../../src/ledger/ledger.entity.js';
import { entryBytes } from '../../src/ledger/leaf-store.js';
import type { Reader } from '../../src/platform/database/sql.js';
import { sha256 } from '../../src/platform/keys/sha256.js';
import { leafHash, toHex, TreeEdge } from '../../src/tlog/index.js';

/** What is wrong with the log in a database, from its bytes alone; empty when nothing is. */
export async function faultsOfLog(reader: Reader): Promise<string[]> {
  const head = await reader.findOne(LedgerHead, { id: 1 });
  if (!head) return ['no head'];
  const stored = await entryBytes(reader, 0, Number.MAX_SAFE_INTEGER);
  const faults: string[] = stored.length === head.size ? [] : [`${stored.length} entries, head says ${head.size}`];
  const edge = new TreeEdge(sha256);
  edge.append(stored.map((bytes) => leafHash(sha256, bytes)));
  if (toHex(edge.root()) !== head.root) faults.push('the entries do not give the root');
  return [...faults, ...faultsOfChains(stored), ...(await faultsOfSubjects(reader, stored))];
}

/** Every `prev` names the last entry before it about that subject, and times never run backwards. */
function faultsOfChains(stored: readonly Uint8Array[]): string[] {
  const last = new Map<string, number>();
  const faults: string[] = [];
  let time = '';
  stored.forEach((bytes, index) => {
    const entry = decodeEntry(bytes);
    if (entry.at < time) faults.push(`entry ${index} is earlier than the one before`);
    time = entry.at;
    for (const { type, id, prev } of entry.subjects) {
      const key = `${type} ${id}`;
      if (prev !== (last.get(key) ?? null)) faults.push(`entry ${index}: prev of ${key} is ${prev}`);
      last.set(key, index);
    }
  });
  return faults;
}

async function faultsOfSubjects(reader: Reader, stored: readonly Uint8Array[]): Promise<string[]> {
  const rows = await reader.find(LedgerSubject, {});
  const expected = stored.flatMap((bytes, idx) =>
    decodeEntry(bytes).subjects.map(({ type, id }) => `${type} ${id} ${idx}`),
  );
  const found = rows.map(({ type, id, idx }) => `${type} ${id} ${idx}`);
  return JSON.stringify(expected.toSorted()) === JSON.stringify(found.toSorted()) ? [] : ['subject rows differ'];
}
