import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Environment } from '../../src/platform/config/config.js';
import { runCommand } from '../support/command.js';
import { GrowingLog } from '../support/growing-log.js';
import { HoldWriters } from '../support/hold-writers.js';
import { seededRandom } from '../support/seeded-random.js';
import { ServerProcess } from '../support/server-process.js';
import { World } from '../support/world.js';
import { faultsOfWritten } from '../support/written-holds.js';

const KILLS = 200;
const CALLERS = 8;
const VERIFY_EVERY = 20;
const LONGEST_LOAD_MILLIS = 400;
const LONGEST_START_MILLIS = 1_500;

/** The page cache survives this, so it shows nothing about fsync: that is what synced-commits.spec.ts is for. */
describe('a server on SQLite that is killed in the middle of its work', () => {
  const seed = Number(process.env['FAULTS_SEED'] ?? Date.now() % 2 ** 32);
  const random = seededRandom(seed);
  const log = new GrowingLog();
  const seen = { underLoad: 0, starting: 0, unanswered: 0, standing: 0 };
  let folder: string;
  let environment: Environment;
  let database: string;
  let writers: HoldWriters;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'yanzhen-kill-'));
    database = `sqlite:${folder}/live.db`;
    environment = { DATABASE_URL: database, DATA_DIR: folder, KEYS_DIR: `${folder}/keys` };
    // A clock that agrees with the processes', so that the session is not yet over.
    const world = await World.open('sqlite', environment, new Date().toISOString());
    writers = await HoldWriters.plant(world);
    await world.close();
  });

  afterAll(() => rm(folder, { recursive: true, force: true }));

  /** Starts, which checks the head; looks at everything; has every command answered that was not. */
  async function restarted(): Promise<ServerProcess> {
    const server = await ServerProcess.start(environment);
    const { size } = await log.look(server.url, writers.newest);
    expect(await faultsOfWritten(database, writers)).toEqual([]);
    seen.unanswered += writers.unanswered.size;
    seen.standing += await writers.retry(server.url, size);
    return server;
  }

  async function killUnderLoad(): Promise<void> {
    const server = await restarted();
    const writing = writers.writeTo(server.url, CALLERS);
    await sleep(random() * LONGEST_LOAD_MILLIS);
    await server.stop('SIGKILL');
    await writing;
    seen.underLoad++;
  }

  async function killAtStart(): Promise<void> {
    await ServerProcess.startAndKill(environment, random() * LONGEST_START_MILLIS);
    seen.starting++;
  }

  it(
    `has lost nothing that it acknowledged and written nothing by halves, ${KILLS} times`,
    async () => {
      process.stdout.write(`kill -9: FAULTS_SEED=${seed}\n`);
      const started = performance.now();
      for (let kill = 1; kill <= KILLS; kill++) {
        await (random() < 1 / 8 ? killAtStart() : killUnderLoad());
        if (kill % VERIFY_EVERY > 0) continue;
        process.stdout.write(`kill -9: ${kill} of ${KILLS}, ${writers.acknowledged.size} commands acknowledged\n`);
        const { status, words } = await runCommand('verify-log', [database, '--tables', '--quiet']);
        expect(`${status} ${words}`).toMatch(/^0 /);
      }
      const last = await restarted();
      expect(await faultsOfWritten(database, writers)).toEqual([]);
      const { size } = await log.look(last.url);
      await last.stop();
      process.stdout.write(
        `kill -9: ${seen.underLoad} kills under load, ${seen.starting} while starting; ${writers.acknowledged.size} ` +
          `commands acknowledged, lost 0; ${seen.unanswered} not answered, ${seen.standing} of them written, each there ` +
          `once after a retry; ${size} entries; ${((performance.now() - started) / 1_000).toFixed(0)} s\n`,
      );
      expect(writers.acknowledged.size).toBeGreaterThan(KILLS);
    },
    60 * 60_000,
  );
});
