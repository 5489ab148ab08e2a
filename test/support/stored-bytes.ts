import { existsSync } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';

/** Every file below a folder, or the file itself; nothing where there is none. */
export async function bytesUnder(path: string): Promise<Buffer[]> {
  if (!existsSync(path)) return [];
  if (!(await stat(path)).isDirectory()) return [await readFile(path)];
  const names = await readdir(path);
  const inside = await Promise.all(names.map((name) => bytesUnder(join(path, name))));
  return inside.flat();
}

/** The raw files of a database: SQLite's with its log; those in which PostgreSQL keeps the tables, indexes and catalogs. */
export async function databaseBytes(url: string): Promise<Buffer[]> {
  if (url.startsWith('sqlite:')) {
    const file = url.slice('sqlite:'.length);
    return (await Promise.all(['', '-wal', '-shm'].map((end) => bytesUnder(file + end)))).flat();
  }
  const client = new pg.Client(url);
  await client.connect();
  try {
    await client.query('CHECKPOINT');
    const { rows } = await client.query<{ folder: string; oid: string }>(
      `SELECT current_setting('data_directory') AS folder, oid::text FROM pg_database WHERE datname = current_database()`,
    );
    return await bytesUnder(join(rows[0]?.folder ?? '', 'base', rows[0]?.oid ?? ''));
  } finally {
    await client.end();
  }
}

/** Every column of every table that PostgreSQL shows, its own catalogs and samples among them; empty for SQLite. */
export async function everyColumn(url: string): Promise<string> {
  if (url.startsWith('sqlite:')) return '';
  const client = new pg.Client(url);
  await client.connect();
  try {
    const { rows: tables } = await client.query<{ name: string }>(
      `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables WHERE schemaname <> 'information_schema'`,
    );
    const texts: string[] = [];
    for (const { name } of tables) {
      const { rows } = await client.query<{ row: string }>(`SELECT t::text AS row FROM ${name} t`);
      texts.push(...rows.map(({ row }) => row));
    }
    return texts.join('\n');
  } finally {
    await client.end();
  }
}

/** Which of the texts (letters and digits, none a part of another) stand in the bytes, whatever the case of their letters. */
export function foundIn(texts: readonly string[], bytes: readonly (Uint8Array | string)[]): string[] {
  const wanted = new RegExp(texts.join('|'), 'gi');
  const found = new Set(
    bytes.flatMap((part) => {
      const text = typeof part === 'string' ? part : Buffer.from(part).toString('latin1');
      return (text.match(wanted) ?? []).map((match) => match.toLowerCase());
    }),
  );
  return texts.filter((text) => found.has(text.toLowerCase()));
}
