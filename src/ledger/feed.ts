import { type BeforeApplicationShutdown, Injectable, Logger } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import type { CommitResult } from './committer.js';
import { decodeEntry } from './entry.js';
import type { Subject } from './event.js';
import { HeadListener } from './head-listener.js';
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

const CATCH_UP_AT_ONCE = 1_000;

/**
 * Tells subscribers of every committed entry, once and in order, also of those that other processes committed:
 * on PostgreSQL a LISTEN connection of its own carries the new size, and the rest is read from there; on SQLite the
 * log's clock looks once a second for what commands of the shell have written.
 */
@Injectable()
export class Feed implements BeforeApplicationShutdown {
  private readonly logger = new Logger('feed');
  private readonly listener: HeadListener;
  private readonly subscribers: Subscriber[] = [];
  private readonly publicationSubscribers: PublicationSubscriber[] = [];
  private seen = 0;
  private publishedSize = 0;
  private catchingUp: Promise<void> = Promise.resolve();
  private isClosed = false;

  constructor(private readonly database: Database) {
    this.listener = new HeadListener(database, (size) => this.reach(size));
  }

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
    if (this.database.dialect === 'postgres') await this.listener.open();
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
    await this.listener.close();
    await this.catchingUp;
  }

  private reached(size: number): void {
    this.catchingUp = this.catchingUp
      .then(() => this.catchUp(size))
      .catch((error: unknown) => this.logger.warn({ event: 'catch-up-failed', error }));
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

  /** What a subscriber does wrong is its own bug: the commit stands, and whoever waits for it must be answered. */
  private tell(entry: FeedEntry): void {
    for (const subscriber of this.subscribers) {
      try {
        subscriber(entry);
      } catch (error) {
        this.logger.error({ event: 'subscriber-failed', kind: entry.kind, error });
      }
    }
  }
}
