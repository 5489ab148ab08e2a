import { once } from 'node:events';
import type { Worker } from 'node:worker_threads';
import type { BeforeApplicationShutdown } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import { sqliteHandle } from './data-sources.js';
import { startThread } from './thread.js';

const EVERY_MILLIS = 50;
/**
 * Under load without a pause the thread never sees the end of the log, which only then begins anew: the writer itself
 * moves what little is left whenever the log has so many pages (64 MiB).
 */
const WRITER_PAGES = 16_384;
/** SQLite's own, for when there is no thread. */
const SQLITE_PAGES = 1_000;

/**
 * Moves what SQLite's write-ahead log holds into the database file, in a thread of its own: the writer would do it at
 * every thousandth page, and stop commands and reads until the disk has it. Commits are synced as before.
 */
export class Checkpointer implements BeforeApplicationShutdown {
  private worker: Worker | undefined;

  constructor(private readonly writing: DataSource) {}

  /** Does nothing on PostgreSQL, which has a process for it. */
  start(): void {
    const { options } = this.writing;
    if (options.type === 'postgres') return;
    const handle = sqliteHandle(options);
    handle.pragma(`wal_autocheckpoint = ${WRITER_PAGES}`);
    this.worker = startThread('sqlite-checkpoint', { file: handle.name, everyMillis: EVERY_MILLIS });
    this.worker.once('exit', () => {
      this.worker = undefined;
      if (handle.open) handle.pragma(`wal_autocheckpoint = ${SQLITE_PAGES}`);
    });
    this.worker.unref();
  }

  async beforeApplicationShutdown(): Promise<void> {
    if (!this.worker) return;
    this.worker.ref();
    const ended = once(this.worker, 'exit');
    this.worker.postMessage('end');
    await ended;
  }
}
