import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type BetterSqlite3 from 'better-sqlite3';
import { DataSource } from 'typeorm';
import { readConfig } from '../config/config.js';
import { Checkpointer } from './checkpointer.js';
import { sqliteHandle, writerOptions } from './data-sources.js';
import { scrubSqlite } from './scrub.js';

const PATIENCE_MILLIS = 5_000;

describe('moving the write-ahead log into the SQLite file', () => {
  let folder: string;
  let file: string;
  let writing: DataSource;
  let handle: BetterSqlite3.Database;
  let checkpointer: Checkpointer;

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'yanzhen-checkpointer-'));
    file = join(folder, 'live.db');
    const config = readConfig({ DATA_DIR: folder, DATABASE_URL: `sqlite:${file}` });
    writing = await new DataSource(writerOptions(config, { entities: [], migrations: [] })).initialize();
    handle = sqliteHandle(writing.options);
    handle.exec('CREATE TABLE note (text text NOT NULL)');
    checkpointer = new Checkpointer(writing);
    checkpointer.start();
  });

  afterEach(async () => {
    await checkpointer.beforeApplicationShutdown();
    await writing.destroy();
    rmSync(folder, { recursive: true, force: true });
  });

  const write = (text: string): unknown => handle.prepare('INSERT INTO note VALUES (?)').run(text);
  const pages = (): unknown => handle.pragma('wal_autocheckpoint', { simple: true });

  async function isInFile(text: string): Promise<boolean> {
    const end = performance.now() + PATIENCE_MILLIS;
    while (performance.now() < end) {
      if (readFileSync(file).includes(text)) return true;
      await pause(20);
    }
    return false;
  }

  it('brings what a commit wrote into the file, long before the writer would', async () => {
    write('藏于日志的一行');
    expect(await isInFile('藏于日志的一行')).toBe(true);
    expect(pages()).toBe(16_384);
  });

  it('leaves it to the writer again when its thread has ended', async () => {
    await checkpointer.beforeApplicationShutdown();
    expect(pages()).toBe(1_000);
    write('无人搬运的一行');
    await pause(200);
    expect(readFileSync(file).includes('无人搬运的一行')).toBe(false);
  });

  it('keeps nobody from emptying the log after an erasure', async () => {
    for (let round = 0; round < 5; round++) {
      for (let i = 0; i < 200; i++) write('须删除的一行'.repeat(100));
      handle.exec('DELETE FROM note');
      expect(await scrubSqlite(file)).toBe(true);
      expect(readFileSync(`${file}-wal`)).toHaveLength(0);
    }
    expect(readFileSync(file).includes('须删除的一行')).toBe(false);
  });
});
