import { createHash, type Hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { type FileHandle, mkdir, open, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Injectable } from '@nestjs/common';
import { Config } from '../../platform/config/config.module.js';
import { refuse } from './exchange.refusals.js';

/** Larger files are split by whoever sends them. */
export const MAX_FILE_BYTES = 64 * 1_048_576;

/** The file as it came, the records to be made of it, and all its problems as CSV. */
export type ImportFile = 'source' | 'list' | 'problems';

const FILES = ['source', 'list', 'problems'] as const;
const FLUSH_CHARACTERS = 65_536;

/** Files of imports that nothing is recorded of yet. They are no blobs: none outlives its import. */
@Injectable()
export class ImportFiles {
  private readonly folder: string;

  constructor(config: Config) {
    this.folder = join(config.blobsDir, 'imports');
  }

  path(id: string, file: ImportFile): string {
    return join(this.folder, `${id}.${file}`);
  }

  /** Keeps what a request sends; throws `exchange.file-too-large`, and then keeps nothing. */
  async receive(id: string, body: AsyncIterable<Uint8Array>): Promise<{ hash: string; bytes: number }> {
    await mkdir(this.folder, { recursive: true });
    const path = this.path(id, 'source');
    const file = await open(path, 'w', 0o600);
    const hash = createHash('sha256');
    let bytes = 0;
    try {
      for await (const piece of body) {
        bytes += piece.length;
        if (bytes > MAX_FILE_BYTES) throw refuse.fileTooLarge({ mebibytes: MAX_FILE_BYTES / 1_048_576 });
        hash.update(piece);
        await file.write(piece);
      }
      return { hash: hash.digest('hex'), bytes };
    } catch (error) {
      await rm(path, { force: true });
      throw error;
    } finally {
      await file.close();
    }
  }

  async writer(id: string, file: ImportFile): Promise<LineWriter> {
    return new LineWriter(await open(this.path(id, file), 'w', 0o600));
  }

  /** The lines of a file, from the first; the file stays open until they are all read. */
  async *lines(id: string, file: ImportFile): AsyncGenerator<string> {
    const handle = await open(this.path(id, file));
    try {
      yield* createInterface({ input: handle.createReadStream({ autoClose: false }), crlfDelay: Infinity });
    } finally {
      await handle.close();
    }
  }

  /** SHA-256 in hex, or undefined when the file is gone. */
  async hashOf(id: string, file: ImportFile): Promise<string | undefined> {
    const path = this.path(id, file);
    const isThere = await stat(path).catch(() => undefined);
    if (!isThere) return undefined;
    const hash = createHash('sha256');
    for await (const piece of createReadStream(path)) hash.update(piece as Uint8Array);
    return hash.digest('hex');
  }

  async remove(id: string, ...files: readonly ImportFile[]): Promise<void> {
    const all = files.length > 0 ? files : FILES;
    for (const file of all) await rm(this.path(id, file), { force: true });
  }

  /** The imports that any file is kept of. */
  async ids(): Promise<readonly string[]> {
    const names = await readdir(this.folder).catch(() => []);
    return [...new Set(names.map((name) => name.slice(0, name.lastIndexOf('.'))))];
  }
}

/** Writes text in large pieces, and hashes it. */
export class LineWriter {
  private readonly hash: Hash = createHash('sha256');
  private waiting = '';

  constructor(private readonly file: FileHandle) {}

  async write(text: string): Promise<void> {
    this.waiting += text;
    if (this.waiting.length >= FLUSH_CHARACTERS) await this.flush();
  }

  /** SHA-256 in hex of all that was written; it is on the disk by then. */
  async end(): Promise<string> {
    await this.flush();
    await this.file.sync();
    await this.file.close();
    return this.hash.digest('hex');
  }

  async abandon(): Promise<void> {
    await this.file.close();
  }

  private async flush(): Promise<void> {
    const bytes = Buffer.from(this.waiting);
    this.waiting = '';
    this.hash.update(bytes);
    await this.file.write(bytes);
  }
}
