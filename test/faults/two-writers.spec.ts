import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { runCommand } from '../support/command.js';
import { emptyDatabase } from '../support/databases.js';
import { GrowingLog } from '../support/growing-log.js';
import { HoldWriters } from '../support/hold-writers.js';
import { ServerProcess } from '../support/server-process.js';
import { World } from '../support/world.js';
import { faultsOfWritten } from '../support/written-holds.js';

const MINUTE = 60_000;
const CALLERS = 8;

describe('two processes that write to one PostgreSQL for a minute', () => {
  let folder: string;
  let servers: ServerProcess[] = [];
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'yanzhen-minute-'));
  });
  afterAll(async () => {
    await Promise.all(servers.map((server) => server.stop()));
    await rm(folder, { recursive: true, force: true });
  });

  it('make one tree without a gap, in which all that both acknowledged is found', async () => {
    const database = await emptyDatabase('postgres', folder);
    const environment = { DATABASE_URL: database, KEYS_DIR: join(folder, 'keys') };
    const world = await World.open('postgres', environment, new Date().toISOString());
    const writers = await HoldWriters.plant(world);
    await world.close();
    servers = await Promise.all([ServerProcess.start(environment), ServerProcess.start(environment)]);
    const urls = servers.map(({ url }) => url);
    const logs = urls.map(() => new GrowingLog());
    const end = performance.now() + MINUTE;
    const isOver = (): boolean => performance.now() > end;
    const watching = logs.map((log, i) => watched(log, urls[i] ?? '', isOver));
    const told = await Promise.all(urls.map((url) => written(writers, url, isOver)));
    await Promise.all(watching);
    expect(await faultsOfWritten(database, writers)).toEqual([]);
    const seen = await Promise.all(logs.map((log, i) => log.look(urls[i] ?? '', writers.newest)));
    expect(seen[0]).toEqual(seen[1]);
    expect(writers.unanswered.size).toBe(0);
    const { status, words } = await runCommand('verify-log', [database, '--tables', '--quiet']);
    expect(`${status} ${words}`).toMatch(/^0 /);
    process.stdout.write(
      `two writers: ${told.join(' + ')} rounds, ${writers.acknowledged.size} commands in a minute\n`,
    );
    expect(writers.acknowledged.size).toBeGreaterThan(100);
  }, 600_000);
});

async function written(writers: HoldWriters, url: string, isOver: () => boolean): Promise<number> {
  let rounds = 0;
  await writers.writeTo(url, CALLERS, () => {
    rounds++;
    return isOver();
  });
  return rounds;
}

/** Looks every second whether the log has only grown, as one of the processes serves it. */
async function watched(log: GrowingLog, url: string, isOver: () => boolean): Promise<void> {
  while (!isOver()) {
    await log.look(url);
    await sleep(1_000);
  }
}
