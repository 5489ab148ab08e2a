import { readFile, rename, writeFile } from 'node:fs/promises';
import { folderSource } from '../../src/ledger/verify/folder-source.js';
import { type VerifiedLog, verifyLog, type VerifyOptions } from '../../src/ledger/verify/verify-log.js';
import { webSource } from '../../src/ledger/verify/web-source.js';
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
  if (/^(sqlite:|postgres(ql)?:\/\/)/.test(target)) {
    // With the whole application's tables; a log on the web or in a folder is checked without them.
    const { verifyStored } = await import('./verify-stored.js');
    return verifyStored(target, options, isWithTables);
  }
  if (isWithTables) throw new Error('--tables 需要数据库 / --tables needs a database');
  return verifyLog(/^https?:\/\//.test(target) ? await webSource(target) : folderSource(target), options);
}

async function save(file: string, note: string): Promise<void> {
  await writeFile(`${file}.new`, note);
  await rename(`${file}.new`, file);
}
