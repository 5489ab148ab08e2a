import { BackupFault, restore, type Restored } from '../../src/app/backup.js';
import type { Refusal } from '../../src/kernel/refusal.js';
import type { OnProgress } from '../../src/ledger/verify/findings.js';
import { readConfig } from '../../src/platform/config/config.js';
import { ProgressBar } from './progress-bar.js';

/** Restores a backup and tells what the server will make of it; the answer is the status to end with. */
export async function runRestore(folder: string, isForced: boolean): Promise<number> {
  const bar = new ProgressBar(false);
  try {
    const onProgress: OnProgress = (...step) => bar.show(...step);
    const work = restore(readConfig(process.env), folder, { isForced, onProgress });
    process.stdout.write(wordsOf(await work.finally(() => bar.clear())));
    return 0;
  } catch (error) {
    if (!(error instanceof BackupFault)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 1;
  }
}

function wordsOf({ verified, blobs, setAside, readOnly }: Restored): string {
  const lines = [
    `已核对并恢复 verified and restored: ${verified.entries} 条 entries, ${blobs} 个文件 files`,
    ...(setAside ? [`原数据库 the database that was there: ${setAside}`] : []),
    ...(readOnly ? [`签名守护 signing guard:${reasonOf(readOnly)}`, nextStep(setAside), PEOPLE] : [SIGNS_ON]),
  ];
  return `${lines.join('\n')}\n`;
}

/** The guard's own words, which are in both languages. */
function reasonOf(readOnly: Refusal): string {
  return String(readOnly.facts['reason'] ?? `${readOnly.say('zh')}\n${readOnly.say('en')}`);
}

function nextStep(setAside: string | undefined): string {
  const source = setAside === undefined ? '…' : `sqlite:${setAside}`;
  return `启动服务前先运行 before the server starts: npm run recover -- --from ${source}`;
}

const PEOPLE =
  '备份之后已删除的个人信息又在其中,recover 会再次删除 / people who were erased since are in it again, until recover has erased them again';

const SIGNS_ON = '签名守护一致,服务可继续签名 / the signing guard agrees: the server will sign on';
