import { copyFile, mkdir, readdir, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { sha256Hex } from '../keys/sha256.js';
import { synced } from './synced.js';

const HASH = /^[0-9a-f]{64}$/;

/**
 * Copies the files that one folder of blobs has and the other lacks; answers how many. Names are hashes, so what is
 * there stays. Throws when a file's bytes do not have the hash that it is called by.
 */
export async function copyBlobs(from: string, to: string): Promise<number> {
  let copied = 0;
  for (const group of await namesIn(from)) {
    const there = new Set(await namesIn(join(to, group)));
    for (const hash of await namesIn(join(from, group))) {
      if (!HASH.test(hash) || there.has(hash)) continue;
      await copyBlob(join(from, group, hash), join(to, group), hash);
      copied++;
    }
  }
  return copied;
}

async function copyBlob(file: string, folder: string, hash: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const temporary = join(folder, `${hash}.new`);
  await copyFile(file, temporary);
  if (sha256Hex(await readFile(temporary)) !== hash) throw new Error(`文件已损坏 / the blob is damaged: ${file}`);
  await synced(temporary, 'r');
  await rename(temporary, join(folder, hash));
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(String((error as NodeJS.ErrnoException).code))) return [];
    throw error;
  }
}
