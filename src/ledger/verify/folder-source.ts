import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PathSource } from './path-source.js';

const READS_AHEAD = 4;

/** An exported log: a folder in the layout of C2SP tlog-tiles. */
export function folderSource(folder: string): PathSource {
  return new PathSource(folder, (path) => read(join(folder, path)), READS_AHEAD);
}

async function read(file: string): Promise<Uint8Array | undefined> {
  try {
    return await readFile(file);
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(String((error as NodeJS.ErrnoException).code))) return undefined;
    throw error;
  }
}
