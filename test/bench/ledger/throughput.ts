import { setImmediate as nextTick } from 'node:timers/promises';
import { type Aim, millis, median, percentile, spread, table, whole } from '../support/figures.js';
import type { Baseline } from './baseline.js';
import type { Subject } from './subject.js';
import { type WrittenBatch, writtenSince } from './written-rows.js';

export const CALLERS = [1, 8, 64, 256] as const;

/** The ledger, and the other ways to write the same rows, each over a database of its own. */
export interface Contenders {
  readonly subject: Subject;
  readonly raw: Baseline;
  /** PostgreSQL only: the same statements, sent without waiting for each answer. */
  readonly pipelined: Baseline | undefined;
  readonly save: Baseline;
  /** Brings the database of `save` up to what it did not write itself. */
  readonly fill: Baseline;
}

export interface Wish {
  readonly rounds: number;
  /** Events of a round, by the number of callers. */
  readonly events: Readonly<Record<(typeof CALLERS)[number], number>>;
  /** `save` is slow and steady: it is timed over so many events of each round. */
  readonly saved: number;
}

/** Events a second of each round, and what the callers waited for. */
export interface Level {
  readonly callers: number;
  readonly subject: number[];
  readonly raw: number[];
  readonly pipelined: number[];
  readonly save: number[];
  readonly latencies: number[];
  readonly commits: number[];
  /** CPU of this process for one event, which other work on the machine does not change: microseconds of each round. */
  readonly cpu: number[];
  readonly rawCpu: number[];
}

/** Rounds in turns, ledger, statements, save, so that whatever the machine does meanwhile happens to all. */
export async function measure(contenders: Contenders, wish: Wish): Promise<Level[]> {
  await round(contenders, newLevel(64), { ...wish, events: { ...wish.events, 64: 2_000 } });
  const levels = CALLERS.map(newLevel);
  for (let i = 0; i < wish.rounds; i++) {
    for (const level of levels) await round(contenders, level, wish);
  }
  return levels;
}

async function round(contenders: Contenders, level: Level, { events, saved }: Wish): Promise<void> {
  const { subject, raw, pipelined, save, fill } = contenders;
  const count = events[level.callers as (typeof CALLERS)[number]];
  const first = await subject.size();
  await settle();
  const cpu = process.cpuUsage();
  const { millis: took, latencies } = await subject.holds(count, level.callers);
  level.cpu.push(microseconds(cpu) / count);
  level.subject.push(perSecond(count, took));
  for (const latency of latencies) level.latencies.push(latency);
  const batches = await writtenSince(subject.reader, first);
  for (const batch of batches) level.commits.push(batch.events.length);
  await settle();
  const rawCpu = process.cpuUsage();
  level.raw.push(perSecond(count, await raw.write(batches)));
  level.rawCpu.push(microseconds(rawCpu) / count);
  await settle();
  if (pipelined) level.pipelined.push(perSecond(count, await pipelined.write(batches)));
  const timed = upTo(batches, saved);
  await settle();
  level.save.push(perSecond(eventCount(timed), await save.write(timed)));
  await fill.write(batches.slice(timed.length));
}

export function throughputTable(levels: readonly Level[]): string {
  const hasPipeline = levels.some(({ pipelined }) => pipelined.length > 0);
  const heading = [
    'callers',
    'record, events/s',
    'raw statements',
    ...(hasPipeline ? ['raw, pipelined'] : []),
    'TypeORM save',
    '÷ raw',
    '÷ save',
    'wait p50',
    'p99 ms',
    'batch p50 (max)',
    'CPU µs/event (raw)',
  ];
  const rows = levels.map((level) => [
    String(level.callers),
    spread(level.subject),
    spread(level.raw),
    ...(hasPipeline ? [spread(level.pipelined)] : []),
    spread(level.save),
    percent(ratio(level.subject, level.raw)),
    `${ratio(level.subject, level.save).toFixed(1)} ×`,
    millis(percentile(level.latencies, 0.5)),
    millis(percentile(level.latencies, 0.99)),
    `${whole(median(level.commits))} (${whole(Math.max(...level.commits))})`,
    `${whole(median(level.cpu))} (${whole(median(level.rawCpu))})`,
  ]);
  return table([heading, ...rows]);
}

/** The receipt carries the signed checkpoint, so the wait for it is the time from event to checkpoint. */
export function throughputAims(levels: readonly Level[]): Aim[] {
  const busy = levels.find(({ callers }) => callers === 64);
  if (!busy) return [];
  const [ofRaw, ofSave] = [ratio(busy.subject, busy.raw), ratio(busy.subject, busy.save)];
  const p99 = percentile(busy.latencies, 0.99);
  const aims = [
    { what: '64 callers, of raw statements', figure: percent(ofRaw), aim: '≥ 40 %', isMet: ofRaw >= 0.4 },
    { what: '64 callers, of TypeORM save', figure: `${ofSave.toFixed(1)} ×`, aim: '≥ 5 ×', isMet: ofSave >= 5 },
    { what: '64 callers, p99', figure: `${millis(p99)} ms`, aim: '≤ 25 ms', isMet: p99 <= 25 },
    {
      what: '64 callers, event → signed checkpoint, p99',
      figure: `${millis(p99)} ms`,
      aim: '≤ 50 ms',
      isMet: p99 <= 50,
    },
  ];
  if (busy.pipelined.length === 0) return aims;
  const ofPipelined = ratio(busy.subject, busy.pipelined);
  const what = '64 callers, of raw statements, pipelined';
  return [{ what, figure: percent(ofPipelined), aim: '≥ 40 %', isMet: ofPipelined >= 0.4 }, ...aims];
}

/** How much slower the ledger is at the larger log, at the number of callers where it differs most. */
export function growthAim(small: readonly Level[], large: readonly Level[]): Aim {
  const growths = small.map((level, at) => median(level.subject) / median(large[at]?.subject ?? []));
  const worst = Math.max(...growths);
  const all = growths.map((growth) => growth.toFixed(2)).join(', ');
  return { what: 'time per event, 1,000,000 entries ÷ new log', figure: all, aim: '≤ 1.3', isMet: worst <= 1.3 };
}

/** Whole commits, as few as have so many events. */
function upTo(batches: readonly WrittenBatch[], events: number): WrittenBatch[] {
  let count = 0;
  const end = batches.findIndex((batch) => (count += batch.events.length) >= events);
  return batches.slice(0, end < 0 ? batches.length : end + 1);
}

function eventCount(batches: readonly WrittenBatch[]): number {
  return batches.reduce((sum, { events }) => sum + events.length, 0);
}

function newLevel(callers: number): Level {
  const rates = { subject: [], raw: [], pipelined: [], save: [] };
  return { callers, ...rates, latencies: [], commits: [], cpu: [], rawCpu: [] };
}

/** What one contender left to be collected is not paid by the next. */
async function settle(): Promise<void> {
  globalThis.gc?.();
  await nextTick();
}

/** The median of the ratios round by round: both sides of each ran one after the other. */
function ratio(subject: readonly number[], other: readonly number[]): number {
  return median(subject.map((value, at) => value / (other[at] ?? Number.NaN)));
}

function microseconds(since: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(since);
  return user + system;
}

function perSecond(count: number, took: number): number {
  return (count / took) * 1_000;
}

function percent(value: number): string {
  return `${(value * 100).toFixed(0)} %`;
}
