import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type DatabaseKind, DATABASES } from '../../support/databases.js';
import { startPostgres } from '../../support/postgres-server.js';
import { aimTable } from '../support/figures.js';
import { databaseSettings, machineSettings, syncMillis } from '../support/settings.js';
import { type Ground, millionGround, newGround } from './ground.js';
import { measureProofs } from './proofs.js';
import { growthAim, type Level, measure, throughputAims, throughputTable, type Wish } from './throughput.js';

const HELP = `npm run bench -- ledger [选项 options]

  --database=sqlite|postgres   其一;默认两者 one of them; both when not given
  --only=new|million|proofs    其一部分:新日志、百万条目、包含证明 a part: a new log, at a million entries, inclusion proofs
  --quick                      少量事件,供开发 few events, while developing
  --million=FOLDER             百万条目的日志;没有则写入(约 70 秒)the log of a million entries; written there when missing
                               (about 70 s). Default: a folder of the system's for temporary files
  --entries=N                  那个日志的条目数 its number of entries (1000000)
  --any                        处理任意货品,而非最新的两千件 holds of any units of that log; else of the newest 2,000, as many as
                               the new log has, since a warehouse works on what came in last
`;

const PARTS = ['new', 'million', 'proofs'] as const;
const UNITS = 2_000;
const FULL: Readonly<Record<DatabaseKind, Wish>> = {
  sqlite: { rounds: 5, events: { 1: 500, 8: 2_000, 64: 6_400, 256: 6_400 }, saved: 200 },
  postgres: { rounds: 5, events: { 1: 250, 8: 1_000, 64: 3_200, 256: 3_200 }, saved: 200 },
};
const QUICK: Wish = { rounds: 2, events: { 1: 100, 8: 800, 64: 3_000, 256: 3_000 }, saved: 100 };

const { values } = parseArgs({
  options: {
    database: { type: 'string' },
    only: { type: 'string' },
    quick: { type: 'boolean', default: false },
    million: { type: 'string', default: join(tmpdir(), 'yanzhen-bench-million') },
    entries: { type: 'string', default: '1000000' },
    any: { type: 'boolean', default: false },
    help: { type: 'boolean' },
  },
});

const DURABLE = ['fsync=on', 'synchronous_commit=on', 'full_page_writes=on'];

if (values.help) process.stdout.write(HELP);
else await run();

async function run(): Promise<void> {
  const kinds = DATABASES.filter((kind) => values.database === undefined || values.database === kind);
  if (kinds.length === 0 || (values.only !== undefined && !PARTS.some((part) => part === values.only))) {
    throw new Error(HELP);
  }
  const folder = await mkdtemp(join(tmpdir(), 'yanzhen-bench-'));
  const server = kinds.includes('postgres') ? await startPostgres(DURABLE) : undefined;
  if (server) process.env['TEST_POSTGRES_URL'] = server.url;
  try {
    say(`${machineSettings()}; ${syncMillis(folder)}${values.quick ? '; --quick' : ''}`);
    for (const kind of kinds) await runOn(kind, folder);
  } catch (error) {
    // Said at once: stopping the server makes clients that are still open fail too.
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    process.exitCode = 1;
  } finally {
    await server?.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function runOn(kind: DatabaseKind, folder: string): Promise<void> {
  const small = isWanted('new')
    ? await throughput('a new log', await newGround(kind, folder, UNITS), UNITS)
    : undefined;
  if (!isWanted('million') && !isWanted('proofs')) return;
  const log = { folder: values.million, entries: Number(values.entries) };
  const ground = await millionGround(kind, folder, log);
  if (isWanted('proofs')) say(aimTable(await measureProofs(ground, values.quick)));
  if (!isWanted('million')) return ground.remove();
  const what = `a log of ${values.entries} entries, ${values.any ? 'any of its units' : `its newest ${UNITS} units`}`;
  const large = await throughput(what, ground, values.any ? Number.MAX_SAFE_INTEGER : UNITS);
  if (small) say(aimTable([growthAim(small, large)]));
}

async function throughput(what: string, ground: Ground, units: number): Promise<Level[]> {
  const contenders = await ground.open(units);
  const settings = await databaseSettings(ground.kind, contenders.subject.ask);
  const first = await contenders.subject.size();
  const levels = await measure(contenders, values.quick ? QUICK : FULL[ground.kind]);
  const rows = await ground.close(contenders, first);
  await ground.remove();
  say(
    `\n${ground.kind}, holds of units on ${what}: median (least–most) of ${levels[0]?.subject.length} rounds in turns`,
  );
  say(`${machineSettings()}\n${settings}`);
  say(throughputTable(levels));
  say(`the same rows in every database, compared byte by byte: ${rows} holds, ledger and projection`);
  say(aimTable(throughputAims(levels)));
  return levels;
}

function isWanted(part: (typeof PARTS)[number]): boolean {
  return values.only === undefined || values.only === part;
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}
