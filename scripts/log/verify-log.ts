import { mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { schema } from '../../src/app/schema.js';
import { verifyDatabase } from '../../src/app/verify-database.js';
import { folderSource } from '../../src/ledger/verify/folder-source.js';
import { type VerifiedLog, verifyLog, type VerifyOptions } from '../../src/ledger/verify/verify-log.js';
import { webSource } from '../../src/ledger/verify/web-source.js';
import { readConfig } from '../../src/platform/config/config.js';
import { openSnapshot } from '../../src/platform/database/snapshot.js';
import { ProgressBar } from './progress-bar.js';
import { reportOf } from './report.js';

export interface VerifyLogWishes {
  readonly vkey?: readonly string[] | undefined;
  readonly since?: string | undefined;
  readonly save?: string | undefined;
  readonly tables?: boolean | undefined;
  readonly quiet?: boolean | undefined;
}

/** Verifies a log and tells what it found; the answer is the status to end with. */
export async function runVerifyLog(target: string, wishes: VerifyLogWishes): Promise<number> {
  const bar = new ProgressBar(wishes.quiet ?? false);
  const started = performance.now();
  const options: VerifyOptions = {
    vkeys: wishes.vkey?.map((vkey) => vkey.trim()),
    since: wishes.since === undefined ? undefined : await readFile(wishes.since, 'utf8'),
    onProgress: (what, done, total) => bar.show(what, done, total),
  };
  const verified = await verifyTarget(target, options, wishes.tables ?? false).finally(() => bar.clear());
  process.stdout.write(reportOf(verified, (performance.now() - started) / 1_000));
  if (verified.findings.length > 0) return 1;
  if (wishes.save !== undefined) await save(wishes.save, verified.note);
  return 0;
}

async function verifyTarget(target: string, options: VerifyOptions, isWithTables: boolean): Promise<VerifiedLog> {
  if (/^(sqlite:|postgres(ql)?:\/\/)/.test(target)) return verifyStored(target, options, isWithTables);
  if (isWithTables) throw new Error('--tables 需要数据库 / --tables needs a database');
  return verifyLog(/^https?:\/\//.test(target) ? await webSource(target) : folderSource(target), options);
}

async function verifyStored(url: string, options: VerifyOptions, isWithTables: boolean): Promise<VerifiedLog> {
  const snapshot = await openSnapshot(readConfig({ DATABASE_URL: url }), schema);
  const folder = isWithTables ? await mkdtemp(join(tmpdir(), 'yanzhen-verify-')) : undefined;
  try {
    return await verifyDatabase(snapshot.reader, { ...options, replayIn: folder });
  } finally {
    await snapshot.close();
    if (folder) await rm(folder, { recursive: true, force: true });
  }
}

async function save(file: string, note: string): Promise<void> {
  await writeFile(`${file}.new`, note);
  await rename(`${file}.new`, file);
}
