import { existsSync } from 'node:fs';
import { copyFile, cp, mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { schema } from '../../../src/app/schema.js';
import { type Config, readConfig } from '../../../src/platform/config/config.js';
import { openDatabase } from '../../../src/platform/database/open-database.js';
import { copyOfDatabase, type DatabaseKind, emptyDatabase } from '../../support/databases.js';
import { writeLog } from '../million-entries.js';
import { copyLog } from './copy-log.js';
import { RawPostgres } from './raw-postgres.js';
import { RawSqlite } from './raw-sqlite.js';
import { holdCount, requireSameRows } from './same-rows.js';
import { Subject } from './subject.js';
import type { Contenders } from './throughput.js';
import { TypeormSave } from './typeorm-save.js';

/** A log in a database, and copies of that database for the others to write into. */
export class Ground {
  private copies: readonly [raw: string, save: string, pipelined: string] | undefined;

  constructor(
    readonly kind: DatabaseKind,
    readonly url: string,
    readonly folder: string,
  ) {}

  get config(): Config {
    return this.configOf(this.url);
  }

  /** Copies the database, which nobody has open, and opens everything, to work on so many of the newest units. */
  async open(units: number): Promise<Contenders> {
    const [raw, save] = [await copyOfDatabase(this.url), await copyOfDatabase(this.url)];
    const pipelined = this.kind === 'postgres' ? await copyOfDatabase(this.url) : '';
    this.copies = [raw, save, pipelined];
    return {
      subject: await Subject.open(this.config, units),
      raw: await this.openRaw(raw),
      pipelined: pipelined ? await RawPostgres.open(pipelined, true) : undefined,
      save: await TypeormSave.open(this.kind, save),
      fill: this.kind === 'postgres' ? await RawPostgres.open(save, true) : await this.openRaw(save),
    };
  }

  /** Closes everything and throws unless all databases have the same rows now; answers how many holds. */
  async close({ subject, raw, pipelined, save, fill }: Contenders, first: number): Promise<number> {
    for (const contender of [subject, raw, pipelined, save, fill]) await contender?.close();
    const own = await openDatabase(this.config, schema);
    const names = ['raw statements', 'TypeORM save', 'pipelined statements'];
    for (const [at, url] of (this.copies ?? []).entries()) {
      if (!url) continue;
      const other = await openDatabase(this.configOf(url), schema);
      await requireSameRows(names[at] ?? '', own.database.reader, other.database.reader, first);
      await other.close();
    }
    const holds = await holdCount(own.database.reader);
    await own.close();
    return holds;
  }

  async remove(): Promise<void> {
    for (const url of [this.url, ...(this.copies ?? [])]) {
      if (url.startsWith('sqlite:')) await rm(url.slice('sqlite:'.length), { force: true });
      else if (url) await drop(url);
    }
  }

  private openRaw(url: string): Promise<RawSqlite | RawPostgres> {
    if (this.kind === 'postgres') return RawPostgres.open(url, false);
    return Promise.resolve(new RawSqlite(url.slice('sqlite:'.length)));
  }

  private configOf(url: string): Config {
    const keys = join(this.folder, 'keys');
    return readConfig({ DATA_DIR: this.folder, KEYS_DIR: keys, DATABASE_URL: url, LOG_LEVEL: 'error' });
  }
}

/** A log of some hundred entries, with as many units. */
export async function newGround(kind: DatabaseKind, folder: string, units: number): Promise<Ground> {
  const ground = new Ground(kind, await emptyDatabase(kind, folder), folder);
  const subject = await Subject.open(ground.config, units);
  await subject.close();
  return ground;
}

/** A copy of the log of a million entries, which is written first when its folder has none. */
export async function millionGround(
  kind: DatabaseKind,
  folder: string,
  log: { readonly folder: string; readonly entries: number },
): Promise<Ground> {
  const file = join(log.folder, 'data/yanzhen.db');
  if (!existsSync(file)) await writeLog({ ...log, perCommit: 100, isWithTables: true });
  const own = join(folder, `million-${kind}`);
  await mkdir(own, { recursive: true });
  await cp(join(log.folder, 'keys'), join(own, 'keys'), { recursive: true });
  const ground = new Ground(kind, await emptyDatabase(kind, own), own);
  if (kind === 'sqlite') await copyFile(file, ground.url.slice('sqlite:'.length));
  else await copyLog(file, ground.config);
  return ground;
}

async function drop(url: string): Promise<void> {
  const end = url.lastIndexOf('/');
  const client = new pg.Client(`${url.slice(0, end)}/postgres`);
  await client.connect();
  await client.query(`DROP DATABASE ${url.slice(end + 1)}`);
  await client.end();
}
