import { mkdir, open, readFile, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { Config } from '../config/config.module.js';
import { sha256Hex } from '../keys/sha256.js';

const HASH = /^[0-9a-f]{64}$/;

/** Files by their SHA-256, in a folder outside the database. The log has their hashes. */
@Injectable()
export class Blobs {
  constructor(private readonly config: Config) {}

  /** Stores bytes and returns their SHA-256 in hex. They are on the disk before this resolves. */
  async put(bytes: Uint8Array): Promise<string> {
    const hash = sha256Hex(bytes);
    const file = this.path(hash);
    if (await this.get(hash)) return hash;
    await mkdir(dirname(file), { recursive: true });
    const temporary = `${file}.${process.pid}.${performance.now()}.new`;
    const handle = await open(temporary, 'w');
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temporary, file);
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

  private path(hash: string): string {
    return join(this.config.blobsDir, hash.slice(0, 2), hash);
  }
}
