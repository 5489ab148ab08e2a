import type { Reader } from '../../platform/database/sql.js';
import { type EntriesId, TILE_WIDTH, type TileId } from '../../tlog/index.js';
import { tileBytes } from '../leaf-store.js';
import { LedgerCheckpoint, LedgerPublished } from '../ledger.entity.js';
import { checkpointIn, type LogSource, type NewestNote, SourceFault } from './log-source.js';

/** The log in the tables of a database; best read through a snapshot, since a server may be writing. */
export class DatabaseSource implements LogSource {
  readonly readsAhead = 1;
  private lastRead: Promise<unknown> = Promise.resolve();

  /** With `published`, up to the newest checkpoint that witnesses cosigned; else all that was signed. */
  constructor(
    private readonly reader: Reader,
    private readonly notes: 'signed' | 'published' = 'signed',
  ) {}

  /** The newest whose note is of its own size, so that a row that was moved does not hide the rest. */
  async checkpoint(): Promise<NewestNote> {
    const newest = await this.reader.findOne(TABLES[this.notes], {}, NEWEST);
    if (!newest) throw new SourceFault('数据库中没有检查点 / the database has no checkpoint');
    for (let row: LedgerCheckpoint | undefined = newest; row; row = await this.before(row)) {
      if (checkpointIn(row.note)?.size === row.size) return this.named(row);
    }
    return this.named(newest);
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

  private before({ size }: LedgerCheckpoint): Promise<LedgerCheckpoint | undefined> {
    return this.reader.findOne(TABLES[this.notes], {}, { ...NEWEST, after: size });
  }

  private named({ size, note }: LedgerCheckpoint): NewestNote {
    return { note, where: `${this.notes === 'signed' ? 'ledger_checkpoint' : 'ledger_published'} ${size}` };
  }

  /** One after the other: a snapshot on PostgreSQL is one connection. */
  tile({ level, index }: TileId): Promise<Uint8Array | undefined> {
    const reading = this.lastRead.then(() => tileBytes(this.reader, level, index));
    this.lastRead = reading.catch(() => undefined);
    return reading;
  }
}

const NEWEST = { orderBy: 'size', direction: 'desc' } as const;
const TABLES = { signed: LedgerCheckpoint, published: LedgerPublished } as const;
