import { compareTables, Projections, replay, type TableDifference } from '../ledger/index.js';
import { DatabaseCheck } from '../ledger/verify/database-check.js';
import { DatabaseSource } from '../ledger/verify/database-source.js';
import type { Finding } from '../ledger/verify/findings.js';
import { type VerifiedLog, verifyLog, type VerifyOptions } from '../ledger/verify/verify-log.js';
import { readConfig } from '../platform/config/config.js';
import { openDatabase } from '../platform/database/open-database.js';
import type { Reader, Table } from '../platform/database/sql.js';
import { projections } from './projections.js';
import { schema } from './schema.js';

export interface VerifyDatabaseOptions extends VerifyOptions {
  /** An empty folder, in which the projected tables are made again to be compared; they are passed over without it. */
  readonly replayIn?: string | undefined;
}

export interface VerifiedDatabase extends VerifiedLog {
  /** How many projected tables were compared: none when the log itself is not as it was signed. */
  readonly tables: number;
}

/** Verifies the log in a database, all tables of the ledger and, when asked, every projected table by a replay. */
export async function verifyDatabase(
  reader: Reader,
  { replayIn, ...options }: VerifyDatabaseOptions = {},
): Promise<VerifiedDatabase> {
  const beside: VerifyOptions['beside'] = (findings) => new DatabaseCheck(reader, findings);
  const verified = await verifyLog(new DatabaseSource(reader), { ...options, beside });
  if (replayIn === undefined || verified.findings.length > 0) return { ...verified, tables: 0 };
  options.onProgress?.({ zh: '重放各表', en: 'replaying the tables' }, 0, verified.entries);
  return { ...verified, ...(await verifyTables(reader, replayIn)) };
}

/** Compares projected tables with those that a replay of the same log has made; at most one finding per table. */
export async function compareWithReplayed(
  live: Reader,
  replayed: Reader,
  tables: readonly Table<object>[] = ALL.tables,
): Promise<Finding[]> {
  const differences = await compareTables(live, replayed, tables);
  return differences.map((difference) => tableFinding(live, difference));
}

const ALL = new Projections(projections);

/** Replays the log of a database into a new SQLite file and compares every projected table. */
async function verifyTables(reader: Reader, folder: string): Promise<{ findings: Finding[]; tables: number }> {
  const config = readConfig({ DATA_DIR: folder, KEYS_DIR: folder });
  const rebuilt = await openDatabase(config, schema);
  try {
    await replay(reader, rebuilt.database, ALL);
    return { findings: await compareWithReplayed(reader, rebuilt.database.reader), tables: ALL.tables.length };
  } finally {
    await rebuilt.close();
  }
}

/** Names the table and the row by its key. */
function tableFinding(reader: Reader, { table, live, replayed }: TableDifference): Finding {
  const entity = schema.entities.find(({ name }) => name === table);
  const shape = entity && reader.shapeOf(entity);
  const row = new Map<string, unknown>(Object.entries(live ?? replayed ?? {}));
  const key = shape?.key.map(({ property }) => String(row.get(property))) ?? [];
  return { where: ['table', shape?.name ?? table, ...key].join(' '), what: tableWords(live, replayed) };
}

function tableWords(live: object | undefined, replayed: object | undefined): Finding['what'] {
  if (!replayed) return { zh: '账本中没有这一行', en: 'the log does not give this row' };
  if (!live) return { zh: '缺少这一行', en: 'the row is missing' };
  const stored = new Map<string, unknown>(Object.entries(live));
  const changed = Object.entries(replayed).filter(([column, value]) => stored.get(column) !== value);
  const columns = changed.map(([column]) => column).join(', ');
  const [, first] = changed[0] ?? [];
  const shown = JSON.stringify(first);
  return {
    zh: `被改动的列:${columns};账本中为 ${shown}`,
    en: `columns changed: ${columns}; the log says ${shown}`,
  };
}
