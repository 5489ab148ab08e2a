import { Logger } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import type { Database } from '../../platform/database/database.js';
import type { Tx } from '../../platform/database/sql.js';
import type { Subject } from '../event.js';
import type { Ledger } from '../ledger.js';
import { IdempotencyKey, LedgerDisclosure } from '../ledger.entity.js';
import type { Projections } from '../projection.js';
import type { Writer } from '../writer.js';
import type { ErasureReceipt } from './erasure.dto.js';
import { erasePersonal } from './erase-personal.js';
import { type ErasureGround, personalErased } from './personal-erased.js';

export interface ErasuresParts {
  readonly database: Database;
  readonly ledger: Ledger;
  readonly projections: Projections;
  readonly writer: Writer;
}

/** Erases people: from the tables by an entry, and then from the database's files. */
export class Erasures {
  private readonly logger = new Logger('ledger');
  private next: Promise<boolean> | undefined;
  private running: Promise<boolean> = Promise.resolve(true);

  constructor(private readonly parts: ErasuresParts) {}

  /**
   * Destroys every `personal` group about the subject that `find` answers (which throws when the actor may not), and
   * rewrites the files in which deleted rows would stay. Refused when there is nothing left to erase.
   */
  async erase(actor: Actor, ground: ErasureGround, find: (tx: Tx) => Promise<Subject>): Promise<ErasureReceipt> {
    const receipt = await this.parts.ledger.record(actor, async (tx, store) => {
      const subject = await find(tx);
      await store();
      return erasePersonal(tx, subject, ground);
    });
    return { ...receipt, isScrubbed: await this.scrub() };
  }

  /** Rewrites the files; whoever asks while one run waits shares it. False when it was kept from it. */
  scrub(): Promise<boolean> {
    this.next ??= this.running.then(() => {
      this.next = undefined;
      this.running = this.scrubNow();
      return this.running;
    });
    return this.next;
  }

  private async scrubNow(): Promise<boolean> {
    const { database, projections, writer } = this.parts;
    const started = performance.now();
    try {
      const isDone = await writer.whileHeld(() => database.scrub(personalTables(projections)));
      const millis = Math.round(performance.now() - started);
      this.logger.log({ event: isDone ? 'database-scrubbed' : 'scrub-kept-waiting', millis });
      return isDone;
    } catch (error) {
      // The erasure stands, and is told; only the files still have to be rewritten.
      this.logger.error({ event: 'scrub-failed', error: String(error) });
      return false;
    }
  }
}

/** Tables out of which an erasure takes something. */
export function personalTables({ all }: Projections): (new () => object)[] {
  const concerned = all.filter(({ rules }) => rules.some(({ kind }) => kind === personalErased.kind));
  return [LedgerDisclosure, IdempotencyKey, ...concerned.flatMap(({ tables }) => tables)];
}
