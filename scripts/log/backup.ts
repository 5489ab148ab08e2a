import { BackupFault, backUp } from '../../src/app/backup.js';
import { readConfig } from '../../src/platform/config/config.js';
import { ProgressBar } from './progress-bar.js';

/** Makes a backup and tells what it holds; the answer is the status to end with. */
export async function runBackup(folder: string, isQuiet: boolean): Promise<number> {
  const bar = new ProgressBar(isQuiet);
  try {
    const work = backUp(readConfig(process.env), folder, (...step) => bar.show(...step));
    const { verified, blobs } = await work.finally(() => bar.clear());
    const { origin, size } = verified.checkpoint ?? { origin: '', size: 0 };
    process.stdout.write(
      `${origin}\n已备份并核对 backed up and verified: ${size} 条 entries, ${blobs} 个新文件 new files, ${folder}\n${KEYS}`,
    );
    return 0;
  } catch (error) {
    if (!(error instanceof BackupFault)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 1;
  }
}

const KEYS = `密钥与签名守护文件(KEYS_DIR)不在备份中 / keys and signing guard (KEYS_DIR) are not in it\n`;
