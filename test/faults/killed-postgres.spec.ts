import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { runCommand } from '../support/command.js';
import { eventually } from '../support/eventually.js';
import { GrowingLog } from '../support/growing-log.js';
import { HoldWriters } from '../support/hold-writers.js';
import { type PostgresServer, startPostgres } from '../support/postgres-server.js';
import { seededRandom } from '../support/seeded-random.js';
import { ServerProcess } from '../support/server-process.js';
import { World } from '../support/world.js';
import { faultsOfWritten } from '../support/written-holds.js';

const KILLS = 20;
const CALLERS = 8;
/** Nothing but PostgreSQL's own defaults: fsync is on. */
const DURABLE: readonly string[] = [];

describe('a PostgreSQL that is killed under a server that writes', () => {
  const seed = Number(process.env['FAULTS_SEED'] ?? Date.now() % 2 ** 32);
  const random = seededRandom(seed);
  let folder: string;
  let postgres: PostgresServer;
  let server: ServerProcess;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'yanzhen-killed-'));
    postgres = await startPostgres(DURABLE);
  });
  afterAll(async () => {
    await server.stop();
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  });

  /** One process of it, such as a crash would take: PostgreSQL ends all the others too and recovers. */
  async function killBackend(): Promise<void> {
    const client = new pg.Client(`${postgres.url}/postgres`);
    client.on('error', () => undefined);
    await client.connect();
    const { rows } = await client.query<{ pid: number }>(
      "SELECT pid FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid <> pg_backend_pid() ORDER BY pid",
    );
    const { pid } = rows[Math.floor(random() * rows.length)] ?? {};
    if (pid === undefined) throw new Error('the server has no connection');
    process.kill(pid, 'SIGKILL');
    await client.end().catch(() => undefined);
  }

  const isReady = async (): Promise<boolean> => (await fetch(`${server.url}/readyz`)).status === 200;

  it(`has lost nothing that was acknowledged, ${KILLS} times, and the server goes on by itself`, async () => {
    process.stdout.write(`killed PostgreSQL: FAULTS_SEED=${seed}\n`);
    const database = `${postgres.url}/postgres`;
    const environment = { DATABASE_URL: database, KEYS_DIR: join(folder, 'keys'), LOG_LEVEL: 'silent' };
    const world = await World.open('postgres', environment, new Date().toISOString());
    const writers = await HoldWriters.plant(world);
    await world.close();
    server = await ServerProcess.start(environment);
    const log = new GrowingLog();
    const seen = { unanswered: 0, standing: 0 };
    for (let kill = 1; kill <= KILLS; kill++) {
      let isOver = false;
      const writing = writers.writeTo(server.url, CALLERS, () => isOver);
      await sleep(500 + random() * 1_000);
      await (kill % 2 === 0 ? postgres.crash() : killBackend());
      isOver = true;
      await writing;
      await eventually(isReady, (ready) => ready);
      const { size } = await log.look(server.url, writers.newest);
      expect(await faultsOfWritten(database, writers)).toEqual([]);
      seen.unanswered += writers.unanswered.size;
      seen.standing += await writers.retry(server.url, size);
    }
    expect(await faultsOfWritten(database, writers)).toEqual([]);
    const { status, words } = await runCommand('verify-log', [database, '--tables', '--quiet']);
    expect(`${status} ${words}`).toMatch(/^0 /);
    process.stdout.write(
      `killed PostgreSQL: ${KILLS} kills, ${writers.acknowledged.size} commands acknowledged, lost 0; ${seen.unanswered} ` +
        `not answered by yes, ${seen.standing} of them written, each there once after a retry\n`,
    );
  }, 600_000);
});
