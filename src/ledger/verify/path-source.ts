import {
  decodeBundle,
  type EntriesId,
  formatEntriesPath,
  formatTilePath,
  TILE_WIDTH,
  type TileId,
  TlogError,
} from '../../tlog/index.js';
import { type LogSource, type NewestNote, SourceFault } from './log-source.js';

/** Reads one file of a log by its path; undefined when there is none. */
export type ReadPath = (path: string) => Promise<Uint8Array | undefined>;

const HASH_LENGTH = 32;

/** A log in the layout of C2SP tlog-tiles, wherever its paths are read from. */
export class PathSource implements LogSource {
  constructor(
    private readonly place: string,
    private readonly read: ReadPath,
    readonly readsAhead: number,
  ) {}

  async checkpoint(): Promise<NewestNote> {
    const bytes = await this.read('checkpoint');
    if (!bytes) throw new SourceFault(`没有检查点 / no checkpoint at ${this.place}`);
    return { note: Buffer.from(bytes).toString('utf8'), where: 'checkpoint' };
  }

  /** The verifier key that is served beside the log, for convenience only: it comes from the same place. */
  async key(): Promise<string> {
    const bytes = await this.read('key');
    if (!bytes) throw new SourceFault(`没有公钥 / no key at ${this.place}`);
    return Buffer.from(bytes).toString('utf8').trim();
  }

  async entries(id: EntriesId): Promise<readonly (Uint8Array | undefined)[]> {
    const exact = await this.read(formatEntriesPath(id));
    if (exact) return exactly(decodeBundle(exact), id.width);
    // A log may have put the full bundle in the place of a partial one.
    const full = id.width < TILE_WIDTH ? await this.read(formatEntriesPath({ ...id, width: TILE_WIDTH })) : undefined;
    const entries = full ? exactly(decodeBundle(full), TILE_WIDTH) : [];
    return Array.from({ length: id.width }, (_, place) => entries[place]);
  }

  async tile(id: TileId): Promise<Uint8Array | undefined> {
    const exact = await this.read(formatTilePath(id));
    if (exact || id.width === TILE_WIDTH) return exact;
    const full = await this.read(formatTilePath({ ...id, width: TILE_WIDTH }));
    return full?.subarray(0, id.width * HASH_LENGTH);
  }
}

function exactly(entries: Uint8Array[], count: number): Uint8Array[] {
  if (entries.length === count) return entries;
  throw new TlogError('bundle', `the bundle holds ${entries.length} entries, not ${count}`);
}
