import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { backUp, BackupFault, restore } from '../../src/app/backup.js';
import { Blobs } from '../../src/platform/blobs/blobs.js';
import { lockServer } from '../../src/platform/database/server-lock.js';
import type { Config } from '../../src/platform/config/config.js';
import { registerUnit, registerUnits } from '../support/commands.js';
import { World } from '../support/world.js';

describe('a backup of SQLite', () => {
  let folder: string;
  let environment: Readonly<Record<string, string>>;
  let backup: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'yanzhen-backup-'));
    backup = join(folder, 'backup');
    const DATABASE_URL = `sqlite:${folder}/live.db`;
    environment = { DATABASE_URL, KEYS_DIR: `${folder}/keys`, BLOBS_DIR: `${folder}/blobs` };
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  /** Works with an open server, and closes it. */
  async function withServer<T>(work: (world: World) => Promise<T>): Promise<T> {
    const world = await World.open('sqlite', environment);
    try {
      return await work(world);
    } finally {
      await world.close();
    }
  }

  const sizeOf = ({ verified }: { verified: { entries: number } }): number => verified.entries;

  it('is whole and verified although the server writes all the while', async () => {
    await withServer(async (world) => {
      await registerUnits(world, 600);
      const done = new AbortController();
      const writing = (async () => {
        let written = 0;
        for (; !done.signal.aborted; written++) await registerUnit(world, '紫晶手串'.repeat(200));
        return written;
      })();
      const copies = [await backUp(world.config, backup), await backUp(world.config, backup)].map(sizeOf);
      done.abort();
      expect(await writing).toBeGreaterThan(1);
      expect(copies[1]).toBeGreaterThan(copies[0] ?? 0);
    });
    expect(existsSync(join(backup, 'yanzhen.db-wal'))).toBe(false);
  });

  it('brings files along, once each', async () => {
    const { config, hash, count } = await withServer(async (world) => {
      const photo = await world.app.get(Blobs).put(Buffer.from('a photograph'));
      const first = await backUp(world.config, backup);
      expect((await backUp(world.config, backup)).blobs).toBe(0);
      return { config: world.config, hash: photo, count: first.blobs };
    });
    await rm(`${folder}/blobs`, { recursive: true });
    expect(await restore(config, backup, { isForced: true })).toMatchObject({ blobs: count });
    expect(await readFile(join(folder, 'blobs', hash.slice(0, 2), hash), 'utf8')).toBe('a photograph');
  });

  it('is not replaced by a copy that was changed, nor by one of an older log', async () => {
    const config = await withServer(async (world) => {
      await registerUnits(world, 5);
      await backUp(world.config, join(folder, 'older'));
      await registerUnits(world, 5);
      await backUp(world.config, backup);
      return world.config;
    });
    const before = await readFile(join(backup, 'yanzhen.db'));
    await restore(config, join(folder, 'older'), { isForced: true });
    await expect(backUp(config, backup)).rejects.toThrow('shrunk');
    await restore(config, backup, { isForced: true });
    changed(`${folder}/live.db`, `UPDATE unit SET name = '青玉手串' WHERE name = '紫晶手串'`);
    await expect(backUp(config, backup)).rejects.toThrow('table unit');
    changed(`${folder}/live.db`, ENTRY_COPIED);
    await expect(backUp(config, backup)).rejects.toThrow('entry 3');
    expect(before.equals(await readFile(join(backup, 'yanzhen.db')))).toBe(true);
  });

  it('is restored to where nothing is, and the server signs on', async () => {
    const config = await withServer(async (world) => {
      await registerUnits(world, 5);
      await backUp(world.config, backup);
      return world.config;
    });
    await rm(`${folder}/live.db`);
    await writeFile(`${folder}/live.db-wal`, 'what is left of another database');
    expect(await restore(config, backup, { isForced: false })).toMatchObject({
      setAside: undefined,
      readOnly: undefined,
    });
    await withServer((world) => registerUnit(world));
  });

  it('is not put over a database unasked, nor under a running server', async () => {
    const config = await withServer(async (world) => {
      await registerUnits(world, 5);
      await backUp(world.config, backup);
      return world.config;
    });
    const before = await readFile(`${folder}/live.db`);
    await expect(restore(config, backup, { isForced: false })).rejects.toThrow('--force');
    const lock = lockServer(config);
    await expect(restore(config, backup, { isForced: true })).rejects.toThrow(BackupFault);
    lock.release();
    await writeFile(join(backup, 'yanzhen.db'), 'not a database');
    await expect(restore(config, backup, { isForced: true })).rejects.toThrow('not a database');
    expect(before.equals(await readFile(`${folder}/live.db`))).toBe(true);
  });

  it('tells beforehand what the signing guard will say to one that is older', async () => {
    const config: Config = await withServer(async (world) => {
      await registerUnits(world, 5);
      await backUp(world.config, backup);
      await registerUnits(world, 5);
      return world.config;
    });
    const { setAside, readOnly } = await restore(config, backup, { isForced: true });
    expect(readOnly).toMatchObject({ code: 'ledger.read-only' });
    expect(existsSync(setAside ?? '')).toBe(true);
    await withServer(async (world) => {
      await expect(registerUnit(world)).rejects.toMatchObject({ code: 'ledger.read-only' });
    });
    await rm(`${folder}/keys`, { recursive: true });
    expect((await restore(config, backup, { isForced: true })).readOnly?.say('en')).toContain('guard');
  });
});

const ENTRY_COPIED = 'UPDATE ledger_entry SET bytes = (SELECT bytes FROM ledger_entry WHERE idx = 2) WHERE idx = 3';

function changed(file: string, sql: string): void {
  const handle = new BetterSqlite3(file);
  handle.exec(sql);
  handle.close();
}
