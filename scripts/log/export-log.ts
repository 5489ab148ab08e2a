import { schema } from '../../src/app/schema.js';
import { type Exported, ExportFault, exportLog } from '../../src/ledger/export/export-log.js';
import { LogFolder } from '../../src/ledger/export/log-folder.js';
import { keysSigningAt, readLogKeys } from '../../src/ledger/log-keys.js';
import { LedgerHead } from '../../src/ledger/ledger.entity.js';
import { DatabaseSource } from '../../src/ledger/verify/database-source.js';
import type { OnProgress } from '../../src/ledger/verify/findings.js';
import { SourceFault } from '../../src/ledger/verify/log-source.js';
import { webSource } from '../../src/ledger/verify/web-source.js';
import { readConfig } from '../../src/platform/config/config.js';
import { openSnapshot } from '../../src/platform/database/snapshot.js';
import type { Reader } from '../../src/platform/database/sql.js';
import { ProgressBar } from './progress-bar.js';

export interface ExportWishes {
  readonly from?: string | undefined;
  readonly quiet?: boolean | undefined;
}

/** Exports a log and tells what was written; the answer is the status to end with. */
export async function runExportLog(folder: string, { from, quiet }: ExportWishes): Promise<number> {
  const bar = new ProgressBar(quiet ?? false);
  const onProgress: OnProgress = (...step) => bar.show(...step);
  try {
    const exported = await exportFrom(from, new LogFolder(folder), onProgress).finally(() => bar.clear());
    process.stdout.write(wordsOf(exported, folder));
    return 0;
  } catch (error) {
    if (!(error instanceof ExportFault || error instanceof SourceFault)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 1;
  }
}

async function exportFrom(from: string | undefined, folder: LogFolder, onProgress: OnProgress): Promise<Exported> {
  if (from && /^https?:\/\//.test(from)) {
    const source = await webSource(from);
    return exportLog(source, folder, { vkey: await source.key(), onProgress });
  }
  const config = readConfig(from === undefined ? process.env : { ...process.env, DATABASE_URL: from });
  const snapshot = await openSnapshot(config, schema);
  try {
    // Where witnesses are asked, only what they have seen goes out.
    const source = new DatabaseSource(snapshot.reader, config.logPolicy ? 'published' : 'signed');
    return await exportLog(source, folder, { vkey: await keyIn(snapshot.reader), onProgress });
  } finally {
    await snapshot.close();
  }
}

async function keyIn(reader: Reader): Promise<string> {
  const head = await reader.findOne(LedgerHead, { id: 1 });
  const keys = head ? keysSigningAt(await readLogKeys(reader, head.origin), head.at) : [];
  if (!keys[0]) throw new SourceFault('数据库中没有日志 / the database has no log');
  return keys[0].vkey;
}

function wordsOf({ checkpoint, from, filesWritten }: Exported, folder: string): string {
  const { origin, size } = checkpoint;
  return `${origin}
已导出 exported: ${from} → ${size} 条 entries, ${filesWritten} 个新文件 new files, ${folder}
核对 check: npm run verify-log -- ${folder}
`;
}
