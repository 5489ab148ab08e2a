import { mkdir, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { declareRefusals } from '../../kernel/refusal.js';
import { Config } from '../config/config.module.js';
import { isStorageFailure } from '../database/storage-failure.js';
import { sha256Hex } from '../keys/sha256.js';
import { synced } from './synced.js';

export const refuse = declareRefusals('files', {
  notStored: {
    kind: 'busy',
    zh: '文件未能保存：存储空间不足或不可用。请联系管理员检查磁盘后重试。',
    en: 'The file was not stored: the disk is full or cannot be reached. Ask the administrator to check it, then try again.',
  },
});

const HASH = /^[0-9a-f]{64}$/;

/** Files by their SHA-256, in a folder outside the database. The log has their hashes. */
@Injectable()
export class Blobs {
  private stored = 0;

  constructor(private readonly config: Config) {}

  /**
   * Stores bytes and returns their SHA-256 in hex. They are on the disk before this resolves; throws
   * `files.not-stored` when the disk is full or gone.
   */
  async put(bytes: Uint8Array): Promise<string> {
    const hash = sha256Hex(bytes);
    if (await this.get(hash)) return hash;
    try {
      await this.store(this.path(hash), bytes);
    } catch (error) {
      if (!isStorageFailure(error)) throw error;
      const refusal = refuse.notStored();
      refusal.cause = error;
      throw refusal;
    }
    return hash;
  }

  /** The bytes, or undefined when there are none of that hash. Throws when the file was changed on the disk. */
  async get(hash: string): Promise<Uint8Array | undefined> {
    if (!HASH.test(hash)) return undefined;
    try {
      const bytes = await readFile(this.path(hash));
      if (sha256Hex(bytes) !== hash) throw new Error(`blob ${hash} was changed on the disk`);
      return bytes;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
      throw error;
    }
  }

  private async store(file: string, bytes: Uint8Array): Promise<void> {
    const folder = dirname(file);
    await mkdir(folder, { recursive: true });
    const temporary = `${file}.${process.pid}.${this.stored++}.new`;
    try {
      await synced(temporary, 'w', (handle) => handle.writeFile(bytes));
      await rename(temporary, file);
      // The file's name is on the disk with its folder.
      await synced(folder, 'r');
    } catch (error) {
      await rm(temporary, { force: true });
      throw error;
    }
  }

  private path(hash: string): string {
    return join(this.config.blobsDir, hash.slice(0, 2), hash);
  }
}
