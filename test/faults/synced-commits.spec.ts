import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HoldWriters } from '../support/hold-writers.js';
import { ServerProcess } from '../support/server-process.js';
import { World } from '../support/world.js';

const COMMANDS = 200;
const STRACE = ['strace', '-D', '-f', '-ttt', '-y', '-e', 'trace=fsync,fdatasync', '-o'];

const isTraceable = spawnSync('strace', ['-o', '/dev/null', 'true']).status === 0;
const title = isTraceable ? 'a commit on SQLite' : 'a commit on SQLite (not tried: strace is missing or may not trace)';

(isTraceable ? describe : describe.skip)(title, () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'yanzhen-synced-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('is synced to the disk before it is acknowledged', async () => {
    const environment = { DATABASE_URL: `sqlite:${folder}/live.db`, DATA_DIR: folder, KEYS_DIR: `${folder}/keys` };
    const world = await World.open('sqlite', environment, new Date().toISOString());
    const writers = await HoldWriters.plant(world);
    await world.close();
    const trace = join(folder, 'trace');
    const server = await ServerProcess.start(environment, [...STRACE, trace]);
    const told: number[] = [];
    const started = Date.now() / 1_000;
    // One caller: no two commands share a commit.
    await writers.writeTo(server.url, 1, () => {
      told.push(Date.now() / 1_000);
      return told.length > COMMANDS;
    });
    await server.stop();
    const synced = syncsOf(await readFile(trace, 'utf8'), 'live.db-wal');
    const during = synced.filter((at) => at >= started && at <= (told.at(-1) ?? 0));
    process.stdout.write(
      `strace: ${writers.acknowledged.size} commits one by one, ${during.length} syncs of the WAL\n`,
    );
    expect(writers.acknowledged.size).toBe(COMMANDS);
    expect(during.length).toBeGreaterThanOrEqual(COMMANDS);
    const unsynced = told.slice(1).filter((end, i) => !synced.some((at) => at >= (told[i] ?? 0) && at <= end));
    expect(unsynced).toEqual([]);
  }, 300_000);
});

/** When a file was synced, in seconds: lines such as `4711 1763.5 fdatasync(21</tmp/live.db-wal>) = 0`. */
function syncsOf(trace: string, file: string): number[] {
  return trace
    .split('\n')
    .filter((line) => line.includes(`${file}>`))
    .map((line) => Number(line.split(/\s+/)[1]));
}
