import { existsSync, renameSync, rmSync } from 'node:fs';
import BetterSqlite3 from 'better-sqlite3';
import { codeOf } from './storage-failure.js';

const PAGES_AT_ONCE = 2_000;

/**
 * Copies a SQLite database as it is at this moment into a new file, also while others write (SQLite's online backup).
 * The copy is one whole file without a log beside it. Throws when there is no database, or the new file is there already.
 */
export async function copySqlite(
  from: string,
  to: string,
  onProgress: (done: number, total: number) => void = () => undefined,
): Promise<void> {
  const handle = new BetterSqlite3(from, { readonly: true, fileMustExist: true });
  try {
    // An open read transaction holds the moment: without it each commit of another process would begin the copy anew.
    handle.exec('BEGIN');
    handle.prepare('SELECT count(*) FROM sqlite_schema').get();
    await handle.backup(to, {
      progress: ({ totalPages, remainingPages }) => {
        onProgress(totalPages - remainingPages, totalPages);
        return PAGES_AT_ONCE;
      },
    });
  } finally {
    handle.close();
  }
  foldIn(to);
}

/**
 * Moves a database that nobody uses out of the way, whole and without a log beside it; answers where it is now, or
 * undefined when there was none. Throws when somebody else has it open.
 */
export function setAside(file: string, asideTo: string): string | undefined {
  try {
    foldIn(file);
  } catch (error) {
    if (!isAbsent(error)) throw error;
    setLogAside(file, asideTo);
    return undefined;
  }
  renameSync(file, asideTo);
  return asideTo;
}

/** A log whose database was deleted must not be taken for that of the next one. */
function setLogAside(file: string, asideTo: string): void {
  for (const end of ['-wal', '-shm']) {
    if (existsSync(`${file}${end}`)) renameSync(`${file}${end}`, `${asideTo}${end}`);
  }
}

/** Puts what stands in the write-ahead log into the file itself. SQLite does it only for who is alone. */
function foldIn(file: string): void {
  const handle = new BetterSqlite3(file, { fileMustExist: true, timeout: 1_000 });
  try {
    const mode: unknown = handle.pragma('journal_mode = DELETE', { simple: true });
    if (mode !== 'delete') throw new Error(`数据库正被使用 / the database is in use: ${file}`);
  } finally {
    handle.close();
  }
  for (const end of ['-wal', '-shm']) rmSync(`${file}${end}`, { force: true });
}

function isAbsent(error: unknown): boolean {
  return codeOf(error) === 'SQLITE_CANTOPEN';
}
