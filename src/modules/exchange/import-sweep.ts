import { type BeforeApplicationShutdown, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { Feed, personalErased } from '../../ledger/index.js';
import { ImportDrafts } from './import-drafts.js';
import { ImportFiles } from './import-files.js';

/** What nobody commits is forgotten after so long. */
const KEPT_MILLIS = 7 * 24 * 3_600_000;
const SWEPT_EVERY_MILLIS = 3_600_000;

/**
 * Forgets files that nothing was recorded of: after a week, and at once when a person is erased, since a file may name
 * that person. Of what was recorded nothing but its hash is kept.
 */
@Injectable()
export class ImportSweep implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('exchange');
  private readonly timer: NodeJS.Timeout;
  private turn: Promise<void> = Promise.resolve();

  constructor(
    private readonly drafts: ImportDrafts,
    private readonly files: ImportFiles,
    feed: Feed,
  ) {
    feed.subscribe(({ kind }) => {
      if (kind === personalErased.kind) this.begin(() => this.forgetAll());
    });
    this.timer = setInterval(() => this.begin(() => this.sweep()), SWEPT_EVERY_MILLIS);
    this.timer.unref();
  }

  onApplicationBootstrap(): void {
    this.begin(() => this.sweep());
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.turn;
  }

  /** Resolves when what was begun is done. */
  idle(): Promise<void> {
    return this.turn;
  }

  private begin(work: () => Promise<void>): void {
    this.turn = this.turn
      .then(work)
      .catch((error: unknown) => this.logger.error({ event: 'imports-not-swept', error }));
  }

  private async sweep(): Promise<void> {
    for (const { id } of await this.drafts.waitingFor(KEPT_MILLIS)) await this.remove(id);
    for (const id of await this.drafts.needless(await this.files.ids())) await this.files.remove(id);
  }

  private async forgetAll(): Promise<void> {
    for (const { id } of await this.drafts.waitingFor(0)) await this.remove(id);
  }

  private async remove(id: string): Promise<void> {
    await this.drafts.remove(id);
    await this.files.remove(id);
  }
}
