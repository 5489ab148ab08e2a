import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import type { Config } from '../config/config.js';
import { codeOf } from './storage-failure.js';

/** A handle that nobody refers to would be closed, and the lock with it. */
const held = new Set<BetterSqlite3.Database>();

/**
 * Keeps a second server from the same SQLite file until it is released or this process ends: two would both be right, but wait for each
 * other and hear of each other late. Commands of the shell take no lock. It is SQLite's own lock on a file beside the
 * database, so the operating system gives it back however the process ends. PostgreSQL is for several servers and needs
 * none. Throws an error for people when another server holds it.
 */
export function lockServer({ database }: Config): { release(): void } {
  if (database.kind === 'postgres') return { release: () => undefined };
  mkdirSync(dirname(database.file), { recursive: true });
  const handle = new BetterSqlite3(`${database.file}.server`, { timeout: 0 });
  try {
    handle.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    handle.close();
    const isInUse = codeOf(error) === 'SQLITE_BUSY';
    throw isInUse ? new Error(inUse(database.file), { cause: error }) : error;
  }
  held.add(handle);
  return { release: () => void (held.delete(handle) && handle.close()) };
}

function inUse(file: string): string {
  return (
    `另一个服务进程正在使用这个 SQLite 文件:${file}\n多个进程请用 PostgreSQL(DATABASE_URL=postgres://…)。\n` +
    `Another server is using this SQLite file: ${file}\nFor several processes use PostgreSQL (DATABASE_URL=postgres://…).`
  );
}
