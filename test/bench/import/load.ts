import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

/** How long each call took, in milliseconds. */
export interface Measured {
  readonly commands: readonly number[];
  readonly reads: readonly number[];
}

/** Who is called: a server, with a merchant's session, and the path of a public page. */
export interface Target {
  readonly url: string;
  readonly cookie: string;
  readonly path: string;
}

/**
 * Calls as people do, at a fixed pace whatever the answers take, until `work` is done. The callers have a thread of their
 * own: what this one does meanwhile is not taken for the server's delay.
 */
export async function measuredWhile(target: Target, work: () => Promise<unknown>): Promise<Measured> {
  const worker = new Worker(new URL('./load.worker.js', import.meta.url), { workerData: target });
  const measured = once(worker, 'message');
  await work();
  worker.postMessage('done');
  const [answer] = (await measured) as [Measured];
  return answer;
}
