import { type BeforeApplicationShutdown, Logger } from '@nestjs/common';
import { Gauge } from 'prom-client';
import type { Database } from '../platform/database/database.js';
import type { Metrics } from '../platform/metrics/metrics.js';
import type { Feed } from './feed.js';
import type { LogQueries } from './log.queries.js';
import type { Publisher } from './publisher.js';
import type { Signer } from './signer.js';

export interface LogClockParts {
  readonly database: Database;
  readonly queries: LogQueries;
  readonly signer: Signer;
  readonly feed: Feed;
  readonly publisher: Publisher;
}

/**
 * The clock that a server's log lives by, one second by default: it publishes what has grown, and tells this process
 * what others have written (keys, entries, published checkpoints). One tick at a time; commands of the shell start none.
 */
export class LogClock implements BeforeApplicationShutdown {
  private readonly logger = new Logger('ledger');
  private readonly sizes: Gauge;
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> | undefined;
  private lastError = '';

  constructor(
    private readonly parts: LogClockParts,
    private readonly millis: number,
    metrics: Metrics,
  ) {
    this.sizes = new Gauge({
      name: 'yanzhen_log_size',
      help: 'Entries under the newest signed and under the published checkpoint',
      labelNames: ['checkpoint'],
      registers: [metrics.registry],
    });
  }

  start(): void {
    this.timer ??= setInterval(() => void this.tick(), this.millis).unref();
    void this.tick();
  }

  /** One tick, or the one that is running. Never throws: what fails is told once and tried again. */
  tick(): Promise<void> {
    this.running ??= this.run().finally(() => {
      this.running = undefined;
    });
    return this.running;
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    this.parts.publisher.stop();
    await this.running;
    this.parts.publisher.release();
  }

  private async run(): Promise<void> {
    try {
      await this.hear();
      await this.parts.publisher.publish();
      await this.tellPublished();
      this.lastError = '';
    } catch (error) {
      const words = String(error);
      if (words !== this.lastError) this.logger.warn({ event: 'publication-failed', error: words });
      this.lastError = words;
    }
  }

  /** What other processes have written since. */
  private async hear(): Promise<void> {
    const { database, queries, signer, feed } = this.parts;
    const head = await queries.head();
    await signer.refresh(database.reader, head);
    feed.reach(head.size);
    this.sizes.set({ checkpoint: 'signed' }, head.size);
  }

  private async tellPublished(): Promise<void> {
    const { size } = await this.parts.queries.checkpoint();
    this.sizes.set({ checkpoint: 'published' }, size);
    this.parts.feed.published(size);
  }
}
