import type pg from 'pg';
import type { Connection, SqlValue } from './sql.js';

/** `?` placeholders as PostgreSQL's `$1`, and one statement name per text, so that each is prepared once. */
interface PreparedText {
  readonly name: string;
  readonly text: string;
}

const prepared = new Map<string, PreparedText>();

function prepare(sql: string): PreparedText {
  const known = prepared.get(sql);
  if (known) return known;
  let count = 0;
  const text = sql.replace(/\?/g, () => `$${++count}`);
  const made = { name: `yz${prepared.size}`, text };
  prepared.set(sql, made);
  return made;
}

/** What node-postgres takes of one query; its types leave the time out. */
type TimedQuery = pg.QueryConfig & { readonly query_timeout: number };

/** A server that answers nothing for so long is gone: a restart, a failover, a network that swallows packets. */
const ANSWER_MILLIS = 10_000;

/** One client, or a pool of them, of node-postgres. */
export class PostgresConnection implements Connection {
  constructor(private readonly client: pg.Pool | pg.PoolClient) {}

  async all<Row extends object>(sql: string, params: readonly SqlValue[]): Promise<Row[]> {
    const result = await this.client.query<Row>(timed(sql, params));
    return result.rows;
  }

  async run(sql: string, params: readonly SqlValue[]): Promise<number> {
    const result = await this.client.query(timed(sql, params));
    // After a failure that somebody caught, PostgreSQL answers COMMIT by rolling back, and without an error.
    if (sql === 'COMMIT' && result.command !== 'COMMIT')
      throw new Error('the transaction was rolled back, not committed');
    return result.rowCount ?? 0;
  }
}

function timed(sql: string, params: readonly SqlValue[]): TimedQuery {
  return { ...prepare(sql), values: [...params], query_timeout: ANSWER_MILLIS };
}

const INT8 = 20;

/** Parsers for one pool: int8 as a safe integer instead of text; throws on one beyond 2^53. */
export function typeParsers(types: typeof pg.types): pg.CustomTypesConfig {
  return {
    getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
      oid === INT8 ? safeInteger : types.getTypeParser(oid, format)) as typeof types.getTypeParser,
  };
}

function safeInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`int8 beyond 2^53: ${text}`);
  return value;
}
