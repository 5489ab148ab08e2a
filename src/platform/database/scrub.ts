import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { startThread } from './thread.js';

/** How long a scrub waits for readers that still see what was deleted. */
const PATIENCE_MILLIS = 5_000;
const RETRY_MILLIS = 50;

/**
 * Writes a SQLite file anew (VACUUM) and empties its write-ahead log, in a thread of its own, since SQLite would stop this
 * one meanwhile. Answers false when a long reader keeps the log from being emptied.
 */
export function scrubSqlite(file: string): Promise<boolean> {
  const worker = startThread('sqlite-scrub', { file, patienceMillis: PATIENCE_MILLIS });
  return new Promise((resolve, reject) => {
    worker.once('message', (isEmpty: boolean) => resolve(isEmpty));
    worker.once('error', reject);
    worker.once('exit', (status) => reject(new Error(`the scrubbing thread ended with ${status}`)));
  });
}

/**
 * Writes tables of PostgreSQL anew (VACUUM FULL), with their indexes. Answers false when a transaction that began before
 * may still see what was deleted, so that PostgreSQL would keep it; throws when a table stays locked.
 */
export async function scrubPostgres(url: string, tables: readonly string[]): Promise<boolean> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    // Whoever waits for a lock makes everybody behind it wait too.
    await client.query(`SET lock_timeout = ${PATIENCE_MILLIS}`);
    if (!(await nobodyLooksBack(client))) return false;
    for (const table of tables) await client.query(`VACUUM (FULL) "${table}"`);
    return true;
  } finally {
    await client.end();
  }
}

const LOOKING_BACK = `SELECT count(*)::integer AS count FROM pg_stat_activity
  WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_xmin IS NOT NULL
  AND backend_type = 'client backend' AND xact_start < $1`;

async function nobodyLooksBack(client: pg.Client): Promise<boolean> {
  const now = await client.query<{ now: string }>('SELECT clock_timestamp()::text AS now');
  const end = performance.now() + PATIENCE_MILLIS;
  for (;;) {
    const { rows } = await client.query<{ count: number }>(LOOKING_BACK, [now.rows[0]?.now]);
    if (rows[0]?.count === 0) return true;
    if (performance.now() > end) return false;
    await pause(RETRY_MILLIS);
  }
}
