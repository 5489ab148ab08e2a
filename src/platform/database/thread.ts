import { Worker } from 'node:worker_threads';

/** Starts the thread whose code stands beside this file as `<name>.worker`, compiled or, in tests, as TypeScript. */
export function startThread(name: string, workerData: object): Worker {
  const ending = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
  return new Worker(new URL(`./${name}.worker.${ending}`, import.meta.url), { workerData, execArgv: [] });
}
