import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { aimTable, millis, percentile, table, whole } from '../support/figures.js';
import { machineSettings } from '../support/settings.js';
import { ImportGround } from './import-ground.js';
import { type Measured, measuredWhile } from './load.js';

const HELP = `npm run bench -- import [--rows N] [--database sqlite|postgres] [--format csv|xlsx]

A server of its own as people run it; meanwhile a command every 40 ms and a public verify page every 20 ms, by the clock.
`;

const WARM_MILLIS = 15_000;

const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '100000' },
    database: { type: 'string', default: 'sqlite' },
    format: { type: 'string', default: 'csv' },
    help: { type: 'boolean', default: false },
  },
});

async function run(rows: number, kind: 'sqlite' | 'postgres', format: string): Promise<void> {
  const ground = await ImportGround.open(kind);
  try {
    console.log(`${machineSettings()}\n${kind}, ${whole(rows)} rows as ${format}\n`);
    const sheet = await ground.sheet(rows, format === 'xlsx' ? 'xlsx' : 'csv');
    // A server that was just started compiles while it works.
    await measuredWhile(ground.target, () => ground.wait(WARM_MILLIS));
    const quiet = await measuredWhile(ground.target, () => ground.wait(10_000));
    const rssBefore = await rss(ground.pid);
    const checking = await timed(() => measuredWhile(ground.target, () => ground.checked(sheet)));
    const recording = await timed(() => measuredWhile(ground.target, () => ground.recorded()));
    const peak = await rss(ground.pid);
    console.log(
      table([HEAD, row('alone', quiet), row('dry run', checking.measured), row('commit', recording.measured)]),
    );
    console.log(`\ndry run ${rate(rows, checking.millis)}, commit ${rate(rows, recording.millis)}`);
    console.log(`memory: ${rssBefore.now} MiB before, at most ${peak.most} MiB (VmHWM)\n`);
    console.log(aims(checking.measured, recording.measured));
  } finally {
    await ground.close();
  }
}

const HEAD = ['', 'commands p50', 'p99', 'max', 'n', 'reads p50', 'p99', 'max', 'n'];

function row(name: string, { commands, reads }: Measured): string[] {
  const figures = (all: readonly number[]) => [
    millis(percentile(all, 0.5)),
    millis(percentile(all, 0.99)),
    millis(Math.max(...all)),
    whole(all.length),
  ];
  return [name, ...figures(commands), ...figures(reads)];
}

function aims(...parts: readonly Measured[]): string {
  const worst = (of: 'commands' | 'reads') => Math.max(...parts.map((part) => percentile(part[of], 0.99)));
  const commands = worst('commands');
  const reads = worst('reads');
  return aimTable([
    { what: 'commands p99', figure: `${millis(commands)} ms`, aim: '≤ 100 ms', isMet: commands <= 100 },
    { what: 'reads p99', figure: `${millis(reads)} ms`, aim: '≤ 50 ms', isMet: reads <= 50 },
  ]);
}

async function timed(work: () => Promise<Measured>): Promise<{ measured: Measured; millis: number }> {
  const started = performance.now();
  const measured = await work();
  return { measured, millis: performance.now() - started };
}

function rate(rows: number, took: number): string {
  return `${(took / 1_000).toFixed(1)} s (${whole((rows * 1_000) / took)} rows/s)`;
}

/** Resident memory of a process in MiB, now and at most (proc(5)). */
async function rss(pid: number): Promise<{ now: string; most: string }> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  const of = (name: string) =>
    whole(Number(new RegExp(`${name}:\\s+(\\d+) kB`).exec(status)?.[1] ?? Number.NaN) / 1_024);
  return { now: of('VmRSS'), most: of('VmHWM') };
}

if (values.help) process.stdout.write(HELP);
else await run(Number(values.rows), values.database === 'postgres' ? 'postgres' : 'sqlite', values.format);
