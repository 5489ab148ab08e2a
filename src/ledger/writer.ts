import { AsyncLocalStorage } from 'node:async_hooks';
import { setImmediate as nextTick } from 'node:timers/promises';
import type { BeforeApplicationShutdown } from '@nestjs/common';
import { invariant } from '../kernel/invariant.js';
import { Refusal } from '../kernel/refusal.js';
import { isStorageFailure } from '../platform/database/storage-failure.js';
import type { Committer, CommitResult } from './committer.js';
import { refuse } from './ledger.refusals.js';
import type { Turn } from './turn.js';

/**
 * Work that only talks to the database: it may be rolled back and run again before it is answered. What it returns makes
 * the answer once the commit is durable.
 */
export type Work<T> = (turn: Turn) => Promise<(commit: CommitResult) => T>;

/** Single commands go first; of bulk work one small piece after them, in a turn of its own. */
export type Lane = 'single' | 'bulk';

interface Job {
  readonly work: Work<unknown>;
  readonly resolve: (value: never) => void;
  readonly reject: (error: unknown) => void;
}

/** Makes the answer after the commit; throws what the command is refused with. */
type Answer = (commit: CommitResult) => unknown;

interface Ran {
  readonly job: Job;
  answer?: Answer;
}

/** Commands that run in one transaction: those that wait, or those that have to run again, each in a savepoint. */
interface Pass {
  readonly queue: Job[];
  readonly isCareful: boolean;
  readonly ran: Ran[];
  readonly started: number;
}

/** Waiting commands beyond this are refused with `ledger.busy`. */
const MAX_WAITING = 10_000;
const MAX_COMMANDS = 1_000;
/** PostgreSQL keeps so many subtransactions at hand for everybody who reads meanwhile. */
const MAX_SAVEPOINTS = { sqlite: 1_000, postgres: 64 };
const MAX_TURN_MILLIS = { sqlite: 20, postgres: 200 };
/** SQLite is synchronous and shares the event loop with reads: so often they get their turn. */
const BREATH_MILLIS = 5;
/** For the same reason the entries of many commands are stored in pieces. */
const STORED_AT_ONCE = 64;

/** What one turn did, for metrics. */
export interface TurnStatistics {
  readonly committed: number;
  readonly refused: number;
  readonly entries: number;
  readonly millis: number;
}

/**
 * The one writer: takes whatever waited while the last commit ran, and commits it together. Answers leave only after the
 * commit. A refusal before anything was written leaves nothing to take back, so that commands need no savepoints, which
 * would cost as much as their statements; when one fails otherwise, all of the turn run again, each in a savepoint.
 */
export class Writer implements BeforeApplicationShutdown {
  private readonly waiting: Job[] = [];
  private readonly bulk: Job[] = [];
  private readonly inside = new AsyncLocalStorage<true>();
  private isDraining = false;
  private isClosed = false;
  private idle: Promise<void> = Promise.resolve();
  private held: Promise<unknown> = Promise.resolve();
  onTurn: (statistics: TurnStatistics) => void = () => undefined;
  /** Why a turn is taken back and its commands run again. */
  onRepeat: (error: unknown) => void = () => undefined;

  constructor(private readonly committer: Committer) {}

  /** Queues work; resolves after its commit, rejects with its refusal. Throws at once when called from inside a turn. */
  submit<T>(work: Work<T>, lane: Lane = 'single'): Promise<T> {
    invariant(!this.inside.getStore(), 'a command inside a command would wait for itself; return events instead');
    const queue = lane === 'single' ? this.waiting : this.bulk;
    if (this.isClosed || queue.length >= MAX_WAITING) return Promise.reject(refuse.busy());
    return new Promise<T>((resolve, reject) => {
      queue.push({ work, resolve: resolve as (value: never) => void, reject });
      if (!this.isDraining) this.idle = this.drain();
    });
  }

  /** Takes no turn while `work` has the database to itself: commands wait. A turn that runs already is not waited for. */
  async whileHeld<T>(work: () => Promise<T>): Promise<T> {
    const done = work();
    this.held = done.catch(() => undefined);
    return done;
  }

  get queueLength(): number {
    return this.waiting.length + this.bulk.length;
  }

  /** Refuses new work, finishes what was queued, and gives the connection back before the database closes. */
  async beforeApplicationShutdown(): Promise<void> {
    this.isClosed = true;
    await this.idle;
    this.committer.session.end();
  }

  private async drain(): Promise<void> {
    this.isDraining = true;
    while (this.queueLength > 0) {
      // Requests that arrived together join one commit, and reads get their turn between commits.
      await nextTick();
      await this.takeTurns(this.waiting);
      await this.takeTurns(this.bulk.splice(0, 1));
    }
    this.isDraining = false;
  }

  private async takeTurns(queue: Job[]): Promise<void> {
    if (queue.length === 0) return;
    const again = await this.takeTurn(queue, false);
    while (again.length > 0) await this.takeTurn(again, true);
  }

  /** Takes commands from a queue; answers those that have to run again. */
  private async takeTurn(queue: Job[], isCareful: boolean): Promise<Job[]> {
    await this.held;
    const pass: Pass = { queue, isCareful, ran: [], started: performance.now() };
    let isOpened = false;
    try {
      const turn = await this.committer.open();
      isOpened = true;
      if (!(await this.inside.run(true, () => this.runJobs(turn, pass)))) {
        await this.committer.session.rollback();
        return pass.ran.map(({ job }) => job);
      }
      const commit = await this.committer.close(turn);
      this.release(pass, commit);
    } catch (error) {
      await this.committer.abort();
      // Without a turn nobody's command ran, and none of those that wait would fare better.
      this.fail(isOpened ? pass.ran.map(({ job }) => job) : queue.splice(0), error);
    }
    return [];
  }

  /** False when the turn has to be taken back, and its commands run again. */
  private async runJobs(turn: Turn, { queue, isCareful, ran, started }: Pass): Promise<boolean> {
    const { dialect } = this.committer;
    const most = isCareful ? MAX_SAVEPOINTS[dialect] : MAX_COMMANDS;
    let breath = started;
    while (ran.length < most) {
      const job = queue.shift();
      if (!job) break;
      const entry: Ran = { job };
      ran.push(entry);
      entry.answer = await (isCareful ? this.runInSavepoint(turn, job) : this.run(turn, job));
      if (!entry.answer) return false;
      if (turn.unstored >= STORED_AT_ONCE && !(await this.isStored(turn))) return false;
      const now = performance.now();
      if (now - started > MAX_TURN_MILLIS[dialect]) break;
      if (now - breath < BREATH_MILLIS) continue;
      await nextTick();
      breath = performance.now();
    }
    return isCareful || this.isStored(turn);
  }

  /** Whether everything that the commands left behind could be written. */
  private async isStored(turn: Turn): Promise<boolean> {
    const { session } = this.committer;
    try {
      await turn.store();
      await session.settle();
      return true;
    } catch (error) {
      if (!session.isOpen()) throw error;
      this.onRepeat(error);
      return false;
    }
  }

  /** Undefined when the command left something behind that has to be taken back. */
  private async run(turn: Turn, { work }: Job): Promise<Answer | undefined> {
    const { session } = this.committer;
    const { writes } = session;
    try {
      return await work(turn);
    } catch (error) {
      if (!session.isOpen()) throw lostBy(error);
      if (error instanceof Refusal && session.writes === writes) return refusing(error);
      this.onRepeat(error);
      return undefined;
    }
  }

  private async runInSavepoint(turn: Turn, { work }: Job): Promise<Answer> {
    const { session } = this.committer;
    const before = turn.size;
    try {
      await session.savepoint();
      const answer = await work(turn);
      await turn.store();
      await session.release();
      return answer;
    } catch (error) {
      if (!session.isOpen()) throw lostBy(error);
      turn.forgetFrom(before);
      await session.rollbackToSavepoint();
      // A refusal and a bug are the caller's to know; a failure of the storage is told as one.
      return refusing(isStorageFailure(error) ? this.committer.asRefusal(error) : error);
    }
  }

  private release({ ran, started }: Pass, commit: CommitResult): void {
    let refused = 0;
    for (const { job, answer } of ran) {
      try {
        job.resolve(answer?.(commit) as never);
      } catch (error) {
        refused++;
        job.reject(error);
      }
    }
    const millis = performance.now() - started;
    this.onTurn({ committed: ran.length - refused, refused, entries: commit.entries.length, millis });
  }

  /** The turn is lost: nothing of it was written. */
  private fail(lost: readonly Job[], error: unknown): void {
    const answer = error instanceof Refusal ? error : this.committer.asRefusal(error);
    for (const job of lost) job.reject(answer);
  }
}

/** What ended the transaction ended it for every command in it: one command's refusal is not the others' answer. */
function lostBy(error: unknown): unknown {
  return error instanceof Refusal ? new Error('the connection was lost', { cause: error }) : error;
}

function refusing(error: unknown): Answer {
  return () => {
    throw error;
  };
}
