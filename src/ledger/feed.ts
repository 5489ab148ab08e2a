import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common';
import type pg from 'pg';
import { Database } from '../platform/database/database.js';
import type { CommitResult } from './committer.js';
import { decodeEntry } from './entry.js';
import type { Subject } from './event.js';
import { entryBytes } from './leaf-store.js';

/** What a subscriber learns of a committed entry; contents are read through queries. */
export interface FeedEntry {
  readonly index: number;
  readonly kind: string;
  readonly subjects: readonly Subject[];
}

export type Subscriber = (entry: FeedEntry) => void;

/** Told of the size of every newly published checkpoint. */
export type PublicationSubscriber = (size: number) => void;

const RECONNECT_MILLIS = 1_000;
const CATCH_UP_AT_ONCE = 1_000;

/**
 * Tells subscribers of every committed entry, once and in order, also of those that other processes committed:
 * on PostgreSQL a LISTEN connection of its own carries the new size, and the rest is read from there; on SQLite the
 * log's clock looks once a second for what commands of the shell have written.
 */
@Injectable()
export class Feed implements BeforeApplicationShutdown {
  private readonly subscribers: Subscriber[] = [];
  private readonly publicationSubscribers: PublicationSubscriber[] = [];
  private seen = 0;
  private publishedSize = 0;
  private client: pg.PoolClient | undefined;
  private catchingUp: Promise<void> = Promise.resolve();
  private isClosed = false;

  constructor(private readonly database: Database) {}

  subscribe(subscriber: Subscriber): void {
    this.subscribers.push(subscriber);
  }

  /** For what is kept with its proofs: a larger checkpoint has been published, by whichever process. */
  subscribeToPublications(subscriber: PublicationSubscriber): void {
    this.publicationSubscribers.push(subscriber);
  }

  /** Starts after the entries that were there before. */
  async open(size: number): Promise<void> {
    this.seen = size;
    if (this.database.dialect === 'postgres') await this.listen();
  }

  /** Entries that this process committed itself. */
  committed(commit: CommitResult): void {
    const first = commit.size - commit.entries.length;
    if (first !== this.seen) {
      this.reached(commit.size);
      return;
    }
    this.seen = commit.size;
    for (const entry of commit.entries) this.tell(entry);
  }

  /** The log has this size now: whatever is new is told. */
  reach(size: number): void {
    if (size > this.seen) this.reached(size);
  }

  /** The published checkpoint has this size now. */
  published(size: number): void {
    if (size <= this.publishedSize) return;
    this.publishedSize = size;
    for (const subscriber of this.publicationSubscribers) subscriber(size);
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.isClosed = true;
    this.client?.release(true);
    this.client = undefined;
    await this.catchingUp;
  }

  private reached(size: number): void {
    this.catchingUp = this.catchingUp.then(() => this.catchUp(size)).catch(() => undefined);
  }

  private async catchUp(size: number): Promise<void> {
    while (this.seen < size && !this.isClosed) {
      const first = this.seen;
      const stored = await entryBytes(this.database.reader, first, Math.min(size, first + CATCH_UP_AT_ONCE));
      if (stored.length === 0) return;
      if (this.seen !== first) continue;
      this.seen = first + stored.length;
      stored.forEach((bytes, offset) => this.tell({ ...decodeEntry(bytes), index: first + offset }));
    }
  }

  private tell(entry: FeedEntry): void {
    for (const subscriber of this.subscribers) subscriber(entry);
  }

  private async listen(): Promise<void> {
    const client = await this.database.listenClient();
    this.client = client;
    client.on('notification', (message) => this.reached(Number(message.payload)));
    client.on('error', () => this.listenAgain());
    await client.query('LISTEN ledger_head');
  }

  private listenAgain(): void {
    this.client?.release(true);
    this.client = undefined;
    if (this.isClosed) return;
    setTimeout(() => {
      void this.listen().catch(() => this.listenAgain());
    }, RECONNECT_MILLIS).unref();
  }
}
