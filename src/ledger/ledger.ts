import type { Actor, Idempotency } from '../kernel/actor.js';
import { addMillis, type Instant } from '../kernel/instant.js';
import type { Tx } from '../platform/database/sql.js';
import type { CommitResult } from './committer.js';
import type { LedgerEvent } from './event.js';
import { IdempotencyKey } from './ledger.entity.js';
import { refuse } from './ledger.refusals.js';
import { emptyReceipt, rebuildReceipt, receiptFor } from './receipt.js';
import { ERASED_REQUEST } from './erasure/erasure.projection.js';
import type { Receipt } from './receipt.dto.js';
import type { Turn } from './turn.js';
import type { Lane, Writer } from './writer.js';

/**
 * Loads state through `tx`, decides, and returns events; or throws a refusal. Entries of the same commit are stored
 * together at its end: what reads the log's own tables, and no projection, calls `store` before.
 */
export type Decide = (
  tx: Tx,
  store: () => Promise<void>,
  at: Instant,
) => Promise<readonly LedgerEvent[]> | readonly LedgerEvent[];

/** How long an Idempotency-Key answers for its first request. */
const KEPT_MILLIS = 30 * 24 * 3_600_000;

/** The one way to write: decide, append, project, sign and commit in one transaction. */
export class Ledger {
  private readonly running = new Set<string>();

  constructor(private readonly writer: Writer) {}

  /**
   * Records what `decide` returns. Resolves after the commit; rejects with the refusal, and then nothing was written.
   * A piece of bulk work (a few milliseconds of it) takes its turn after the single commands that wait.
   * With an Idempotency-Key on the actor, a repeated request gets the first answer, rebuilt from its entries.
   */
  record(actor: Actor, decide: Decide, lane: Lane = 'single'): Promise<Receipt> {
    const { idempotency } = actor;
    if (!idempotency) return this.writer.submit((turn) => recordOnce(turn, actor, decide), lane);
    return this.whileRunning(`${actor.accountId} ${idempotency.key}`, () =>
      this.writer.submit((turn) => recordWithKey(turn, { actor, decide, idempotency }), lane),
    );
  }

  /** Writes private rows only (sessions, scan counts). For `identity`, `verification`, `exchange` and `platform`. */
  run<T>(work: (tx: Tx, at: Instant) => Promise<T>): Promise<T> {
    return this.writer.submit(async (turn) => {
      const answer = await work(turn.tx, turn.at);
      return () => answer;
    });
  }

  private async whileRunning<T>(key: string, work: () => Promise<T>): Promise<T> {
    if (this.running.has(key)) throw refuse.requestStillRunning();
    this.running.add(key);
    try {
      return await work();
    } finally {
      this.running.delete(key);
    }
  }
}

type Finish = (commit: CommitResult) => Receipt;

async function recordOnce(turn: Turn, actor: Actor, decide: Decide): Promise<Finish> {
  const own = await turn.append(actor, await decide(turn.tx, () => turn.store(), turn.at));
  if (own.count > 0) return (commit) => receiptFor(own, commit);
  const standing = await emptyReceipt(turn.tx);
  return () => standing;
}

interface KeyedCommand {
  readonly actor: Actor;
  readonly decide: Decide;
  readonly idempotency: Idempotency;
}

async function recordWithKey(turn: Turn, { actor, decide, idempotency }: KeyedCommand): Promise<Finish> {
  const { accountId } = actor;
  const known = await turn.tx.findOne(IdempotencyKey, { accountId, key: idempotency.key });
  const isFresh = known && known.at > addMillis(turn.at, -KEPT_MILLIS);
  if (isFresh && known.requestHash === ERASED_REQUEST) throw refuse.requestErased();
  if (isFresh && known.requestHash !== idempotency.requestHash) throw refuse.idempotencyKeyReused();
  if (isFresh) {
    const receipt = await rebuildReceipt(turn.tx, known.firstIdx, known.entryCount);
    return () => receipt;
  }
  const firstIdx = turn.size;
  const finish = await recordOnce(turn, actor, decide);
  // After the decision: a refusal is to leave nothing behind that would have to be taken back.
  await turn.ahead.execute('DELETE FROM idempotency_key WHERE at <= ?', [addMillis(turn.at, -KEPT_MILLIS)]);
  await turn.ahead.insert(IdempotencyKey, {
    accountId,
    key: idempotency.key,
    requestHash: idempotency.requestHash,
    firstIdx,
    entryCount: turn.size - firstIdx,
    at: turn.at,
  });
  return finish;
}
