import type { FileHandle } from 'node:fs/promises';
import { pipeline, Readable } from 'node:stream';
import { createInflateRaw } from 'node:zlib';
import { SHEET_BOUNDS, SheetFault } from './sheet-rows.ts';

/** One file of an archive (APPNOTE 6.3.9 §4.3). */
export interface ZipEntry {
  readonly method: number;
  readonly size: number;
  readonly offset: number;
}

const END = 0x06054b50;
const DIRECTORY = 0x02014b50;
const LOCAL = 0x04034b50;
const END_BYTES = 22;
const MOST_COMMENT = 65_535;
const MOST_ENTRIES = 2_000;
const MOST_DIRECTORY = 4 * 1_048_576;
const STORED = 0;
const DEFLATED = 8;
const ENCRYPTED = 1;

/** An archive on the disk, of which entries are unpacked as streams, all together within one bound. */
export class Zip {
  private readonly file: FileHandle;
  private readonly entries: ReadonlyMap<string, ZipEntry>;
  private unpacked = 0;

  private constructor(file: FileHandle, entries: ReadonlyMap<string, ZipEntry>) {
    this.file = file;
    this.entries = entries;
  }

  /** Throws SheetFault when it is no archive, encrypted, or too large (ZIP64). */
  static async open(file: FileHandle, size: number): Promise<Zip> {
    return new Zip(file, await directory(file, size));
  }

  has(name: string): boolean {
    return this.entries.has(name);
  }

  /** The text (UTF-8) of an entry, in pieces; `onRead` learns which part is read. Throws SheetFault. */
  async *text(name: string, onRead: (part: number) => void = () => undefined): AsyncGenerator<string> {
    const entry = this.entries.get(name);
    if (!entry) throw new SheetFault('unreadable');
    const start = await dataStart(this.file, entry);
    const source = Readable.from(pieces(this.file, start, entry.size, (read) => onRead(read / entry.size)));
    const stream = entry.method === STORED ? source : pipeline(source, createInflateRaw(), () => undefined);
    const decoder = new TextDecoder('utf-8', { fatal: true });
    try {
      for await (const bytes of stream) {
        this.spend((bytes as Uint8Array).length);
        yield decoder.decode(bytes as Uint8Array, { stream: true });
      }
      yield decoder.decode();
    } catch (error) {
      throw error instanceof SheetFault ? error : new SheetFault('unreadable');
    } finally {
      source.destroy();
    }
  }

  private spend(bytes: number): void {
    this.unpacked += bytes;
    if (this.unpacked > SHEET_BOUNDS.unpackedBytes) throw new SheetFault('too-large');
  }
}

const PIECE_BYTES = 65_536;

async function* pieces(file: FileHandle, start: number, size: number, onRead: (bytes: number) => void) {
  for (let read = 0; read < size; read += PIECE_BYTES) {
    const bytes = await bytesAt(file, start + read, Math.min(PIECE_BYTES, size - read));
    if (bytes.length === 0) throw new SheetFault('unreadable');
    onRead(read + bytes.length);
    yield bytes;
  }
}

async function directory(file: FileHandle, size: number): Promise<ReadonlyMap<string, ZipEntry>> {
  const tail = await bytesAt(
    file,
    Math.max(0, size - END_BYTES - MOST_COMMENT),
    Math.min(size, END_BYTES + MOST_COMMENT),
  );
  const end = lastIndexOf(tail, END);
  if (end < 0) throw new SheetFault('unreadable');
  const count = tail.readUInt16LE(end + 10);
  const length = tail.readUInt32LE(end + 12);
  if (count > MOST_ENTRIES || length > MOST_DIRECTORY) throw new SheetFault('too-large');
  const bytes = await bytesAt(file, tail.readUInt32LE(end + 16), length);
  const entries = new Map<string, ZipEntry>();
  for (let at = 0; at + 46 <= bytes.length && bytes.readUInt32LE(at) === DIRECTORY;) {
    const nameLength = bytes.readUInt16LE(at + 28);
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLength);
    entries.set(name.replaceAll('\\', '/'), entryAt(bytes, at));
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return entries;
}

function entryAt(bytes: Buffer, at: number): ZipEntry {
  const method = bytes.readUInt16LE(at + 10);
  if ((bytes.readUInt16LE(at + 8) & ENCRYPTED) !== 0) throw new SheetFault('encrypted');
  if (method !== STORED && method !== DEFLATED) throw new SheetFault('unreadable');
  return { method, size: bytes.readUInt32LE(at + 20), offset: bytes.readUInt32LE(at + 42) };
}

/** The lengths before the data stand in the local header, and may differ from the directory's. */
async function dataStart(file: FileHandle, { offset }: ZipEntry): Promise<number> {
  const header = await bytesAt(file, offset, 30);
  if (header.length < 30 || header.readUInt32LE(0) !== LOCAL) throw new SheetFault('unreadable');
  return offset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
}

async function bytesAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const bytes = Buffer.alloc(length);
  const { bytesRead } = await file.read(bytes, 0, length, position);
  return bytes.subarray(0, bytesRead);
}

function lastIndexOf(bytes: Buffer, signature: number): number {
  for (let at = bytes.length - END_BYTES; at >= 0; at--) if (bytes.readUInt32LE(at) === signature) return at;
  return -1;
}
