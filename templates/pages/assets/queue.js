// Readings and photographs are kept first and sent then, one after another in the order in which they were taken: what
// a lost network, a lost answer or a closed tab interrupts is sent again under the same key, so it is recorded once.
// Only one tab sends at a time. What the server refuses waits for the person as a conflict; others of the same item
// wait behind it.
import { add, allOf, change, countOfOthers, get, remove, removeUntried } from './queue-store.js';

const PATIENCE = 8_000; // milliseconds without an answer; then it counts as no network
const PATIENCE_WITH_FILE = 40_000;
const PAUSES = [2_000, 4_000, 8_000, 15_000, 30_000];
const HINT = 700; // until it is said that something waits
const TRIES = 4; // of an entry at which the server breaks

const { account, language } = document.body.dataset;
const channel = account && new BroadcastChannel('yanzhen:queue');
const listeners = [];
const spoken = new Set();
let state = 'sending';
let pause = 0;
let timer;

/** Begins to send what waits, now and whenever the network may be back. */
export function startQueue() {
  if (!account) return;
  channel.onmessage = () => tell(false);
  addEventListener('online', () => void drain());
  addEventListener('focus', () => state !== 'sending' && void drain());
  void drain();
}

/** Calls back with `{ waiting, conflicts, others, state }` now and after each change, in whichever tab it happens. */
export function onQueue(listener) {
  listeners.push(listener);
  void tell(false);
}

/** Puts the entry at the end; answers its number. Throws { problem } when this browser keeps nothing. */
export async function keep(entry) {
  try {
    const id = await add({ ...entry, account });
    spoken.add(id);
    return id;
  } catch {
    throw { problem: { title: document.body.dataset.textFailed, detail: document.body.dataset.textNotKept } };
  }
}

/** Tries to send an entry that was just kept: answers whether it waits. Throws { problem } when it was refused. */
export async function outcomeOf(id) {
  const hint = setTimeout(tell, HINT);
  await drain();
  clearTimeout(hint);
  const now = await get(id);
  if (now?.problem) await remove(id);
  spoken.delete(id);
  await tell();
  // What is about the same waited behind it.
  if (now?.problem) void drain();
  if (now?.problem) throw { problem: now.problem };
  return now !== undefined;
}

/** Tells whether the network is known to be away. */
export function isOffline() {
  return !navigator.onLine || state === 'offline';
}

export async function waitingAt(place) {
  return account ? (await allOf(account)).filter((entry) => entry.place === place) : [];
}

/** Forgets an entry. */
export async function drop(id) {
  await remove(id);
  await drain();
}

/** Forgets an entry that was never sent; answers whether it was so. */
export async function dropUntried(id) {
  const isForgotten = await removeUntried(id);
  if (isForgotten) await drain();
  return isForgotten;
}

/** Sends an entry that was refused again, as another command; `seen` is how often its item was read by now. */
export async function sendAnew(entry, seen) {
  const waiting = (await allOf(account)).filter((each) => subject(each) === subject(entry) && each.id > entry.id);
  const untried = waiting.filter((each) => !each.isTried);
  let count = seen;
  for (const each of [entry, ...untried]) await change(each.id, anew(each, count++));
  await drain();
}

function anew({ bytes }, seen) {
  const fresh = { key: newKey(), tries: 0, isTried: false, problem: undefined };
  if (seen === undefined || typeof bytes !== 'string') return fresh;
  const body = JSON.parse(bytes);
  for (const reading of body.readings ?? []) reading.seen = seen;
  return { ...fresh, bytes: JSON.stringify(body) };
}

export function newKey() {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Sends what waits until nothing does, or nothing goes. */
export async function drain() {
  clearTimeout(timer);
  state = await navigator.locks.request('yanzhen:queue', sendAll).catch(() => 'not-kept');
  pause = state === 'sending' ? 0 : Math.min(pause + 1, PAUSES.length);
  if (pause > 0) timer = setTimeout(drain, PAUSES[pause - 1]);
  await tell();
}

async function sendAll() {
  for (let entry = await next(); entry; entry = await next()) {
    const outcome = await send(entry);
    if (outcome.stop) return outcome.stop;
    if (outcome.problem) await change(entry.id, { problem: outcome.problem });
    else await remove(entry.id);
    if (!spoken.has(entry.id)) await tell();
  }
  return 'sending';
}

async function next() {
  const all = await allOf(account);
  const stuck = new Set(all.filter(({ problem }) => problem).map(subject));
  return all.find((entry) => !entry.problem && !stuck.has(subject(entry)));
}

function subject({ place, item }) {
  return `${place} ${item}`;
}

async function send(entry) {
  const { method, url, type, bytes, key } = entry;
  const isFile = bytes instanceof Blob;
  const headers = { accept: 'application/json', 'accept-language': language, 'content-type': type };
  Object.assign(headers, { 'idempotency-key': key, 'x-account': account });
  // It was taken back meanwhile.
  if (!(await change(entry.id, { isTried: true }))) return {};
  try {
    const signal = AbortSignal.timeout(isFile ? PATIENCE_WITH_FILE : PATIENCE);
    const response = await fetch(url, { method, headers, body: bytes, signal, credentials: 'same-origin' });
    const text = await response.text();
    return response.ok ? {} : await refused(entry, response.status, jsonOf(text));
  } catch {
    return { stop: 'offline' };
  }
}

async function refused(entry, status, problem) {
  if (status === 401) return { stop: 'signed-out' };
  if (status === 429 || status === 408 || problem.code === 'ledger.request-still-running') return { stop: 'busy' };
  const tries = (entry.tries ?? 0) + 1;
  if (status >= 500 && (status !== 500 || tries < TRIES)) {
    await change(entry.id, { tries });
    return { stop: 'busy' };
  }
  return { problem: { title: '', detail: `HTTP ${status}`, ...problem } };
}

function jsonOf(text) {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}

/** Tells this page, and the other tabs unless they told. */
async function tell(others = true) {
  if (others) channel.postMessage('changed');
  const now = await standing().catch(() => ({ waiting: [], conflicts: [], others: 0, state: 'not-kept' }));
  for (const listener of listeners) listener(now);
}

async function standing() {
  const all = await allOf(account);
  const waiting = all.filter(({ problem }) => !problem);
  const conflicts = all.filter(({ problem, id }) => problem && !spoken.has(id));
  return { waiting, conflicts, others: await countOfOthers(account), state };
}
