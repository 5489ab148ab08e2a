import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { equalBytes } from '../../tlog/index.js';

/** A folder in the layout of C2SP tlog-tiles that grows. What was written is on the disk when a call resolves. */
export class LogFolder {
  constructor(readonly folder: string) {}

  async read(path: string): Promise<Uint8Array | undefined> {
    try {
      return await readFile(join(this.folder, path));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
      throw error;
    }
  }

  /** Writes a file that never changes: one that is there already stays as it is. Answers whether it was new; throws when it is another. */
  async add(path: string, bytes: Uint8Array): Promise<boolean> {
    const stored = await this.read(path);
    if (!stored) {
      await this.replace(path, bytes);
      return true;
    }
    if (equalBytes(stored, bytes)) return false;
    throw new Error(`文件已存在且内容不同 / the file is there with other contents: ${join(this.folder, path)}`);
  }

  /** Whoever reads meanwhile sees the old bytes or the new ones. */
  async replace(path: string, bytes: Uint8Array): Promise<void> {
    const file = join(this.folder, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(`${file}.new`, bytes, { flush: true });
    await rename(`${file}.new`, file);
  }

  /** Takes away the partial versions of a tile or bundle that is full now; readers ask for the full one then. */
  async removePartial(path: string): Promise<void> {
    await rm(join(this.folder, `${path}.p`), { recursive: true, force: true });
  }
}
