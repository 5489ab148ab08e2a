import type BetterSqlite3 from 'better-sqlite3';
import pg from 'pg';
import { type ColumnType, DataSource, type DataSourceOptions, EntitySchema } from 'typeorm';
import { LedgerCheckpoint, LedgerDisclosure, LedgerHead, LedgerSubject } from '../../../src/ledger/ledger.entity.js';
import { Unit, UnitHold } from '../../../src/modules/units/index.js';
import { typeParsers } from '../../../src/platform/database/postgres.js';
import type { DatabaseKind } from '../../support/databases.js';
import type { Baseline } from './baseline.js';
import type { WrittenBatch, WrittenEvent } from './written-rows.js';

class StoredEntry {
  idx: number;
  bytes: Uint8Array;
}

class StoredTile {
  level: number;
  idx: number;
  hashes: Uint8Array;
}

/** The pool that TypeORM takes when it is not told; SQLite has one connection, on which transactions cannot overlap. */
const AT_ONCE = { sqlite: 1, postgres: 10 };

/**
 * One `save` of all rows of an event, in a transaction of its own. What belongs to a commit and not to an event
 * (tiles, checkpoint, head) goes with the last event of the commit, so that the rows stay the same.
 */
export class TypeormSave implements Baseline {
  private readonly holds = new Map<string, number>();

  private constructor(
    private readonly dataSource: DataSource,
    private readonly kind: DatabaseKind,
  ) {}

  static async open(kind: DatabaseKind, url: string): Promise<TypeormSave> {
    return new TypeormSave(await new DataSource(options(kind, url)).initialize(), kind);
  }

  async write(batches: readonly WrittenBatch[]): Promise<number> {
    await this.countHolds(batches);
    const work = batches.map((batch) => batch.events.map((event) => this.rowsOf(event, batch)));
    const started = performance.now();
    for (const transactions of work) {
      const last = transactions.pop();
      await this.saveAll(transactions);
      if (last) await this.dataSource.manager.save(last);
    }
    return performance.now() - started;
  }

  close(): Promise<void> {
    return this.dataSource.destroy();
  }

  private async saveAll(transactions: readonly object[][]): Promise<void> {
    let next = 0;
    const work = async (): Promise<void> => {
      for (let rows = transactions[next++]; rows; rows = transactions[next++]) await this.dataSource.manager.save(rows);
    };
    await Promise.all(Array.from({ length: AT_ONCE[this.kind] }, work));
  }

  private rowsOf(event: WrittenEvent, { events, tiles, checkpoint, head }: WrittenBatch): object[] {
    const { idx, bytes, disclosures, subjects, hold } = event;
    const openHolds = (this.holds.get(hold.unitId) ?? 0) + 1;
    this.holds.set(hold.unitId, openHolds);
    const rows: object[] = [
      Object.assign(new StoredEntry(), { idx, bytes }),
      ...disclosures.map((row) => Object.assign(new LedgerDisclosure(), row)),
      ...subjects.map((row) => Object.assign(new LedgerSubject(), row)),
      Object.assign(new UnitHold(), hold),
      Object.assign(new Unit(), { id: hold.unitId, openHolds, changedAt: hold.openedAt }),
    ];
    if (event !== events.at(-1)) return rows;
    const own = tiles.map((row) => Object.assign(new StoredTile(), row));
    const newHead = Object.assign(new LedgerHead(), { id: 1, ...head });
    return [...rows, ...own, Object.assign(new LedgerCheckpoint(), checkpoint), newHead];
  }

  private async countHolds(batches: readonly WrittenBatch[]): Promise<void> {
    this.holds.clear();
    const ids = new Set(batches.flatMap(({ events }) => events.map(({ hold }) => hold.unitId)));
    for (const id of ids) {
      const found = await this.dataSource.manager.findOneBy(Unit, { id });
      this.holds.set(id, found?.openHolds ?? 0);
    }
  }
}

function options(kind: DatabaseKind, url: string): DataSourceOptions {
  const entities = [
    ...[LedgerHead, LedgerDisclosure, LedgerSubject, LedgerCheckpoint, Unit, UnitHold],
    ...bytesTables(kind === 'postgres' ? 'bytea' : 'blob'),
  ];
  // As text, which the driver gives by default, an int8 key would not be recognised as that of a stored row.
  if (kind === 'postgres') return { type: 'postgres', url, entities, extra: { types: typeParsers(pg.types) } };
  const prepareDatabase = (handle: BetterSqlite3.Database): void => {
    handle.pragma('journal_mode = WAL');
    handle.pragma('synchronous = FULL');
  };
  return { type: 'better-sqlite3', database: url.slice('sqlite:'.length), entities, prepareDatabase };
}

function bytesTables(bytes: ColumnType): EntitySchema[] {
  return [
    new EntitySchema<StoredEntry>({
      name: 'StoredEntry',
      target: StoredEntry,
      tableName: 'ledger_entry',
      columns: { idx: { type: 'bigint', primary: true }, bytes: { type: bytes } },
    }),
    new EntitySchema<StoredTile>({
      name: 'StoredTile',
      target: StoredTile,
      tableName: 'ledger_tile',
      columns: {
        level: { type: 'integer', primary: true },
        idx: { type: 'bigint', primary: true },
        hashes: { type: bytes },
      },
    }),
  ];
}
