import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';
import type { Measured, Target } from './load.js';

const COMMAND_EVERY_MILLIS = 40;
const READ_EVERY_MILLIS = 20;

const { url, cookie, path } = workerData as Target;
const until = { isDone: false };

/** The next call is due by the clock, not by the last answer: a slow one must not hide others (coordinated omission). */
async function paced(everyMillis: number, call: (n: number) => Promise<void>): Promise<number[]> {
  const took: number[] = [];
  const open: Promise<unknown>[] = [];
  let due = performance.now();
  for (let n = 0; !until.isDone; n++) {
    const wanted = due;
    open.push(call(n).then(() => took.push(performance.now() - wanted)));
    due += everyMillis;
    await pause(Math.max(0, due - performance.now()));
  }
  await Promise.all(open);
  return took;
}

async function command(n: number): Promise<void> {
  const body = JSON.stringify({ name: `单件${n}`, categoryId: 'crystal-jewelry', attributes: {}, declared: {} });
  const headers = { origin: url, cookie, 'content-type': 'application/json' };
  await answered(201, fetch(`${url}/api/v1/products`, { method: 'POST', headers, body }));
}

/** Buyers come from everywhere. */
async function read(n: number): Promise<void> {
  const headers = { 'x-forwarded-for': `10.${n & 255}.${(n >> 8) & 255}.${(n >> 16) & 255}`, accept: 'text/html' };
  await answered(200, fetch(`${url}${path}`, { headers }));
}

async function answered(expected: number, asked: Promise<Response>): Promise<void> {
  const response = await asked;
  const text = await response.text();
  if (response.status !== expected) throw new Error(`${response.status} ${text}`);
}

async function measure(): Promise<Measured> {
  const [commands, reads] = await Promise.all([paced(COMMAND_EVERY_MILLIS, command), paced(READ_EVERY_MILLIS, read)]);
  return { commands, reads };
}

if (parentPort) {
  void once(parentPort, 'message').then(() => (until.isDone = true));
  parentPort.postMessage(await measure());
}
