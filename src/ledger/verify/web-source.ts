import { setTimeout as pause } from 'node:timers/promises';
import { SourceFault } from './log-source.js';
import { PathSource } from './path-source.js';

const READS_AHEAD = 8;
const TRIES = 4;
const PAUSE_MILLIS = 250;
const TIMEOUT_MILLIS = 30_000;
/** The largest bundle: 256 entries of 65,535 bytes and their lengths. */
const MAX_BYTES = 256 * (65_535 + 2);

/** The log at a web address, or below it under `/log`. Throws `SourceFault` when there is none. */
export async function webSource(address: string): Promise<PathSource> {
  const base = address.replace(/\/+$/, '').replace(/\/checkpoint$/, '');
  for (const candidate of [base, `${base}/log`]) {
    const note = await get(`${candidate}/checkpoint`);
    if (note && Buffer.from(note).includes('\n\n\u2014 ')) {
      return new PathSource(candidate, (path) => get(`${candidate}/${path}`), READS_AHEAD);
    }
  }
  throw new SourceFault(`该地址没有日志 / there is no log at ${address}`);
}

/** What is at an address; undefined when it says that nothing is. Tries again when it is overloaded or out of reach. */
async function get(url: string): Promise<Uint8Array | undefined> {
  for (let attempt = 1; attempt <= TRIES; attempt++) {
    const answer = await tryGet(url);
    if (answer !== 'again') return answer;
    if (attempt < TRIES) await pause(PAUSE_MILLIS * 2 ** attempt);
  }
  throw new SourceFault(`无法读取 / cannot read ${url}`);
}

async function tryGet(url: string): Promise<Uint8Array | undefined | 'again'> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(TIMEOUT_MILLIS) });
    if (response.ok) return await bytesOf(response);
    await response.body?.cancel();
    return response.status === 429 || response.status >= 500 ? 'again' : undefined;
  } catch (error) {
    if (error instanceof SourceFault) throw error;
    return 'again';
  }
}

async function bytesOf(response: Response): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response.body ?? []) {
    length += chunk.length;
    if (length > MAX_BYTES) throw new SourceFault(`答复过长 / the answer is too long: ${response.url}`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
