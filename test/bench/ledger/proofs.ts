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

/**
 * Inclusion proofs of random entries against the newest checkpoint. Cold: of an entry that this process never proved,
 * through a connection that has read no tile; on SQLite the file has also left the system's cache. Warm: again.
 */
export async function measureProofs(ground: Ground, isQuick: boolean): Promise<Aim[]> {
  const cold: number[] = [];
  const warm: number[] = [];
  for (let i = 0; i < (isQuick ? 20 : 100); i++) await measureOne(ground, cold, warm);
  return [proofAim('cold', cold, 2), proofAim('warm', warm, 0.2)];
}

async function measureOne(ground: Ground, cold: number[], warm: number[]): Promise<void> {
  if (ground.kind === 'sqlite') forget(ground.url.slice('sqlite:'.length));
  const { database, close } = await openDatabase(ground.config, schema);
  const queries = new LogQueries(database);
  const { size, root } = await queries.head();
  const index = randomInt(size);
  const prove = async (): Promise<number> => {
    const started = performance.now();
    proof = await queries.inclusion(index, size);
    return performance.now() - started;
  };
  let proof: readonly string[] = [];
  cold.push(await prove());
  for (let i = 0; i < WARM_TIMES; i++) warm.push(await prove());
  const [bytes = new Uint8Array()] = await entryBytes(database.reader, index, index + 1);
  const claim = { leafHash: leafHash(sha256, bytes), index, size, proof: proof.map(decodeBase64), root: fromHex(root) };
  if (!checkInclusion(sha256, claim)) throw new Error(`the proof of entry ${index} does not lead to the root`);
  await close();
}

function proofAim(how: string, times: readonly number[], most: number): Aim {
  const p50 = median(times);
  const figure = `${millis(p50)} ms (p99 ${millis(percentile(times, 0.99))})`;
  return { what: `inclusion proof, ${how}, p50`, figure, aim: `≤ ${most} ms`, isMet: p50 <= most };
}

/** Makes the system drop its cached pages of a file. */
function forget(file: string): void {
  execFileSync('dd', [`if=${file}`, 'iflag=nocache', 'count=0'], { stdio: 'ignore' });
}
