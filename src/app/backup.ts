import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Refusal } from '../kernel/refusal.js';
import { guardFile } from '../ledger/founding.js';
import { SigningGuard } from '../ledger/guard.js';
import { KeyRing, Signer } from '../ledger/index.js';
import { LedgerHead } from '../ledger/ledger.entity.js';
import type { OnProgress } from '../ledger/verify/findings.js';
import { copyBlobs } from '../platform/blobs/blob-folder.js';
import { synced } from '../platform/blobs/synced.js';
import { type Config, readConfig } from '../platform/config/config.js';
import { lockServer } from '../platform/database/server-lock.js';
import { openSnapshot } from '../platform/database/snapshot.js';
import { copySqlite, setAside } from '../platform/database/sqlite-backup.js';
import { schema } from './schema.js';
import { type VerifiedDatabase, verifyDatabase } from './verify-database.js';

/** What a backup folder holds: the database, the checkpoint that it was verified at, and the blobs. */
const DATABASE = 'yanzhen.db';
const CHECKPOINT = 'checkpoint';
const BLOBS = 'blobs';

/** A backup or a restore was not made, and nothing was overwritten. */
export class BackupFault extends Error {
  override readonly name = 'BackupFault';
}

export interface BackedUp {
  readonly verified: VerifiedDatabase;
  readonly blobs: number;
}

const COPYING = { zh: '复制数据库', en: 'copying the database' };

/**
 * Copies the SQLite database and the blobs into a folder while the server may write, and verifies the copy: tree,
 * entries, disclosures and, by a replay, every projected table. An earlier backup there is replaced only by a good one whose log has grown out of it. Keys and guard are left where they are.
 */
export async function backUp(config: Config, folder: string, onProgress?: OnProgress): Promise<BackedUp> {
  const file = sqliteFile(config);
  const copy = join(folder, `${DATABASE}.new`);
  await mkdir(folder, { recursive: true });
  await rm(copy, { force: true });
  await copySqlite(file, copy, (done, total) => onProgress?.(COPYING, done, total));
  const verified = await verifyFile(copy, { since: await textOf(join(folder, CHECKPOINT)), onProgress });
  if (verified.findings[0]) throw damaged(copy, verified);
  const blobs = await copyBlobs(config.blobsDir, join(folder, BLOBS));
  await rename(copy, join(folder, DATABASE));
  await writeFile(join(folder, CHECKPOINT), verified.note, { flush: true });
  // The files' names are on the disk with their folder.
  await synced(folder, 'r');
  return { verified, blobs };
}

export interface Restored {
  readonly verified: VerifiedDatabase;
  readonly blobs: number;
  /** Where the database that was there is now. */
  readonly setAside: string | undefined;
  /** What the signing guard will say to this database; undefined when the server may sign on. */
  readonly readOnly: Refusal | undefined;
}

/**
 * Puts a verified backup in the place of the database. Throws a `BackupFault` when one is there and `isForced` is not
 * set, when the backup is damaged, or when a server uses the database; then nothing was changed.
 */
export async function restore(
  config: Config,
  folder: string,
  { isForced, onProgress }: { readonly isForced: boolean; readonly onProgress?: OnProgress },
): Promise<Restored> {
  const file = sqliteFile(config);
  const backup = join(folder, DATABASE);
  if (!existsSync(backup)) throw new BackupFault(`没有备份 / there is no backup: ${backup}`);
  if (existsSync(file) && !isForced) {
    throw new BackupFault(`已有数据库,覆盖须加 --force / there is a database already; --force replaces it: ${file}`);
  }
  const verified = await verifyFile(backup, { onProgress });
  if (verified.findings[0]) throw damaged(backup, verified);
  const lock = locked(config);
  try {
    const blobs = await copyBlobs(join(folder, BLOBS), config.blobsDir);
    await rm(`${file}.restored`, { force: true });
    await copySqlite(backup, `${file}.restored`);
    const aside = setAside(file, freeName(`${file}.replaced`));
    await rename(`${file}.restored`, file);
    return { verified, blobs, setAside: aside, readOnly: await guardSays(config) };
  } finally {
    lock.release();
  }
}

function locked(config: Config): ReturnType<typeof lockServer> {
  try {
    return lockServer(config);
  } catch (error) {
    throw new BackupFault(error instanceof Error ? error.message : String(error), { cause: error });
  }
}

function sqliteFile({ database }: Config): string {
  if (database.kind === 'sqlite') return database.file;
  throw new BackupFault(
    '数据库是 PostgreSQL:请用 pg_dump 或 pg_basebackup,再核对副本,步骤见 docs/backup.md\n' +
      'The database is PostgreSQL: use pg_dump or pg_basebackup, then verify the copy, as docs/backup.md says',
  );
}

async function verifyFile(
  file: string,
  options: { readonly since?: string | undefined; readonly onProgress?: OnProgress | undefined } = {},
): Promise<VerifiedDatabase> {
  const snapshot = await openSnapshot(readConfig({ DATABASE_URL: `sqlite:${file}` }), schema);
  const replayIn = await mkdtemp(join(tmpdir(), 'yanzhen-verify-'));
  try {
    return await verifyDatabase(snapshot.reader, { ...options, replayIn });
  } finally {
    await snapshot.close();
    await rm(replayIn, { recursive: true, force: true });
  }
}

/** Asks as the server will at its start. */
async function guardSays(config: Config): Promise<Refusal | undefined> {
  const snapshot = await openSnapshot(config, schema);
  try {
    const head = await snapshot.reader.findOne(LedgerHead, { id: 1 });
    if (!head) return undefined;
    const signer = new Signer(new KeyRing(head.origin, config), new SigningGuard(guardFile(config, head.origin)));
    await signer.checkHead(snapshot.reader, head);
    return undefined;
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  } finally {
    await snapshot.close();
  }
}

function damaged(file: string, { findings }: VerifiedDatabase): BackupFault {
  const [first] = findings;
  return new BackupFault(
    `副本与所签的日志不符 / the copy is not the log that was signed: ${file}\n${first?.where}: ${first?.what.zh} / ${first?.what.en}`,
  );
}

function freeName(name: string): string {
  for (let number = 1; ; number++) {
    if (!existsSync(`${name}-${number}`)) return `${name}-${number}`;
  }
}

async function textOf(file: string): Promise<string | undefined> {
  return existsSync(file) ? readFile(file, 'utf8') : undefined;
}
