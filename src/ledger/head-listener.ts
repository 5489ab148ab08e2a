import { setTimeout as sleep } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import type pg from 'pg';
import type { Database } from '../platform/database/database.js';

const RECONNECT_MILLIS = 1_000;
/** So often the size is asked for: a connection may be dead without a word, and then says nothing of commits. */
const LOOK_MILLIS = 15_000;
const SIZE = { text: 'SELECT size FROM ledger_head WHERE id = 1', query_timeout: 5_000 };

interface Listening {
  readonly client: pg.PoolClient;
  /** Aborted when the connection is gone. */
  readonly lost: AbortSignal;
}

/** Hears of every new size of the log on PostgreSQL, over one LISTEN connection after the other. */
export class HeadListener {
  private readonly logger = new Logger('feed');
  private readonly closing = new AbortController();
  private following: Promise<void> = Promise.resolve();

  constructor(
    private readonly database: Database,
    private readonly onSize: (size: number) => void,
  ) {}

  /** Resolves once it listens; throws when it cannot at the start. */
  async open(): Promise<void> {
    const first = await this.listen();
    this.following = this.follow(first);
  }

  async close(): Promise<void> {
    this.closing.abort();
    await this.following;
  }

  private get isClosed(): boolean {
    return this.closing.signal.aborted;
  }

  private async follow(first: Listening): Promise<void> {
    let listening: Listening | undefined = first;
    while (!this.isClosed) {
      if (listening) await this.stayWith(listening);
      await this.pause(RECONNECT_MILLIS);
      listening = this.isClosed ? undefined : await this.listenOrNot();
    }
    listening?.client.release(true);
  }

  private async listenOrNot(): Promise<Listening | undefined> {
    try {
      return await this.listen();
    } catch (error) {
      this.logger.warn({ event: 'listen-failed', error });
      return undefined;
    }
  }

  private async listen(): Promise<Listening> {
    const client = await this.database.listenClient();
    const lost = new AbortController();
    // One loss may be told twice, so the listener stays.
    client.on('error', () => lost.abort());
    client.on('notification', (message) => this.onSize(Number(message.payload)));
    try {
      await client.query('LISTEN ledger_head');
      return { client, lost: lost.signal };
    } catch (error) {
      client.release(true);
      throw error;
    }
  }

  /** Until the connection is lost. Looks at the size first: nobody listened while there was no connection. */
  private async stayWith({ client, lost }: Listening): Promise<void> {
    try {
      while (!lost.aborted && !this.isClosed) {
        const { rows } = await client.query<{ size: number }>(SIZE);
        this.onSize(rows[0]?.size ?? 0);
        await this.pause(LOOK_MILLIS, lost);
      }
    } catch (error) {
      this.logger.warn({ event: 'listen-lost', error });
    } finally {
      client.release(true);
    }
  }

  /** Shorter when the process stops or the connection is lost. */
  private async pause(millis: number, lost?: AbortSignal): Promise<void> {
    const signal = lost ? AbortSignal.any([lost, this.closing.signal]) : this.closing.signal;
    await sleep(millis, undefined, { signal, ref: false }).catch(() => undefined);
  }
}
