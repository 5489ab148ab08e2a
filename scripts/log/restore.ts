import { BackupFault, restore, type Restored } from '../../src/app/backup.js';
import { readConfig } from '../../src/platform/config/config.js';

/** Restores a backup and tells what the server will make of it; the answer is the status to end with. */
export async function runRestore(folder: string, isForced: boolean): Promise<number> {
  try {
    process.stdout.write(wordsOf(await restore(readConfig(process.env), folder, isForced)));
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
    ...(readOnly ? ['签名守护 signing guard:', readOnly.say('zh'), readOnly.say('en')] : [SIGNS_ON]),
  ];
  return `${lines.join('\n')}\n`;
}

const SIGNS_ON = '签名守护一致,服务可继续签名 / the signing guard agrees: the server will sign on';
