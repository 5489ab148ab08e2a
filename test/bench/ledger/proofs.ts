import { execFileSync } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { schema } from '../../../src/app/schema.js';
import { LogQueries } from '../../../src/ledger/index.js';
import { openDatabase } from '../../../src/platform/database/open-database.js';
import { decodeBase64, checkInclusion, fromHex, leafHash } from '../../../src/tlog/index.js';
import { entryBytes } from '../../../src/ledger/leaf-store.js';
import { sha256 } from '../../../src/platform/keys/sha256.js';
import { type Aim, median, millis, percentile } from '../support/figures.js';
import type { Ground } from './ground.js';

const WARM_TIMES = 20;

interface Times {
  readonly start: number[];
  readonly entry: number[];
  readonly warm: number[];
}

/**
 * Inclusion proofs of random entries against the newest checkpoint. Cold start: the first proof of a connection that has
 * read no tile. Cold entry: of an entry that was never proved, on a connection that is in use. On SQLite the file has
 * left the system's cache before both. Warm: the same proof again.
 */
export async function measureProofs(ground: Ground, isQuick: boolean): Promise<Aim[]> {
  const times: Times = { start: [], entry: [], warm: [] };
  for (let i = 0; i < (isQuick ? 20 : 100); i++) await measureOnce(ground, times);
  return [
    proofAim('cold start', times.start, 2),
    proofAim('cold entry', times.entry, 2),
    proofAim('warm', times.warm, 0.2),
  ];
}

async function measureOnce(ground: Ground, times: Times): Promise<void> {
  forgetFile(ground);
  const { database, close } = await openDatabase(ground.config, schema);
  const queries = new LogQueries(database);
  const { size, root } = await queries.head();
  const prove = async (index: number, into: number[]): Promise<void> => {
    const started = performance.now();
    const proof = await queries.inclusion(index, size);
    into.push(performance.now() - started);
    const [bytes = new Uint8Array()] = await entryBytes(database.reader, index, index + 1);
    const claim = { leafHash: leafHash(sha256, bytes), proof: proof.map(decodeBase64), root: fromHex(root) };
    if (!checkInclusion(sha256, { index, size, ...claim })) throw new Error(`the proof of entry ${index} is wrong`);
  };
  const index = randomInt(size);
  await prove(index, times.start);
  forgetFile(ground);
  await prove(randomInt(size), times.entry);
  for (let i = 0; i < WARM_TIMES; i++) await prove(index, times.warm);
  await close();
}

function proofAim(how: string, times: readonly number[], most: number): Aim {
  const p50 = median(times);
  const figure = `${millis(p50)} ms (p99 ${millis(percentile(times, 0.99))})`;
  return { what: `inclusion proof, ${how}, p50`, figure, aim: `≤ ${most} ms`, isMet: p50 <= most };
}

/** Makes the system drop what it has cached of a SQLite file. */
function forgetFile({ kind, url }: Ground): void {
  const file = url.slice('sqlite:'.length);
  if (kind === 'sqlite') execFileSync('dd', [`if=${file}`, 'iflag=nocache', 'count=0'], { stdio: 'ignore' });
}
