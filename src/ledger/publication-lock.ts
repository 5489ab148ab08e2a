import type pg from 'pg';
import type { Database } from '../platform/database/database.js';

/** One advisory lock for all processes on one PostgreSQL: who holds it publishes. */
const PUBLICATION_LOCK = 7_220_260_202;
/** A network that swallows packets says nothing for a quarter of an hour, and this process does not wait so long. */
const TRY = {
  text: 'SELECT pg_try_advisory_lock($1::bigint) AS held',
  values: [PUBLICATION_LOCK],
  query_timeout: 5_000,
};

/**
 * Lets one process at a time publish: on PostgreSQL whoever holds an advisory lock on a connection of its own, which
 * the database takes back when that connection ends. A SQLite file has one server.
 */
export class PublicationLock {
  private client: pg.PoolClient | undefined;
  private isHeld = false;

  constructor(private readonly database: Database) {}

  /** Tells whether this process publishes, trying for it when no other does. Throws when the database is out of reach. */
  async isMine(): Promise<boolean> {
    if (this.database.dialect === 'sqlite' || this.isHeld) return true;
    const client = this.client ?? (await this.connect());
    try {
      const { rows } = await client.query<{ held: boolean }>(TRY);
      this.isHeld = rows[0]?.held === true;
      return this.isHeld;
    } catch (error) {
      this.release();
      throw error;
    }
  }

  /** Lets another process publish. */
  release(): void {
    this.client?.release(true);
    this.client = undefined;
    this.isHeld = false;
  }

  private async connect(): Promise<pg.PoolClient> {
    const client = await this.database.listenClient();
    client.on('error', () => this.release());
    this.client = client;
    return client;
  }
}
