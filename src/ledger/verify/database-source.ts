import type { Reader } from '../../platform/database/sql.js';
import { type EntriesId, TILE_WIDTH, type TileId } from '../../tlog/index.js';
import { tileBytes } from '../leaf-store.js';
import { LedgerCheckpoint } from '../ledger.entity.js';
import { type LogSource, SourceFault } from './log-source.js';

/** The log in the tables of a database; best read through a snapshot, since a server may be writing. */
export class DatabaseSource implements LogSource {
  readonly readsAhead = 1;

  constructor(private readonly reader: Reader) {}

  async checkpoint(): Promise<string> {
    const newest = await this.reader.findOne(LedgerCheckpoint, {}, { orderBy: 'size', direction: 'desc' });
    if (!newest) throw new SourceFault('数据库中没有检查点 / the database has no checkpoint');
    return newest.note;
  }

  async entries({ index, width }: EntriesId): Promise<readonly (Uint8Array | undefined)[]> {
    const first = index * TILE_WIDTH;
    const rows = await this.reader.query<{ idx: number; bytes: Uint8Array }>(
      'SELECT idx AS "idx", bytes AS "bytes" FROM ledger_entry WHERE idx >= ? AND idx < ?',
      [first, first + width],
    );
    const entries: (Uint8Array | undefined)[] = Array.from({ length: width });
    for (const { idx, bytes } of rows) entries[idx - first] = bytes;
    return entries;
  }

  tile({ level, index }: TileId): Promise<Uint8Array | undefined> {
    return tileBytes(this.reader, level, index);
  }
}
