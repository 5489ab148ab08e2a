import { AsyncLocalStorage } from 'node:async_hooks';
import { setImmediate as nextTick } from 'node:timers/promises';
import type { BeforeApplicationShutdown } from '@nestjs/common';
import { invariant } from '../kernel/invariant.js';
import { Refusal } from '../kernel/refusal.js';
import { isStorageFailure } from '../platform/database/storage-failure.js';
import type { Committer, CommitResult } from './committer.js';
import { refuse } from './ledger.refusals.js';
import type { Turn } from './turn.js';

/** Work inside one savepoint; what it returns makes the answer once the commit is durable. */
export type Work<T> = (turn: Turn) => Promise<(commit: CommitResult) => T>;

interface Job {
  readonly work: Work<unknown>;
  readonly resolve: (value: never) => void;
  readonly reject: (error: unknown) => void;
}

interface Done {
  readonly job: Job;
  readonly finish: (commit: CommitResult) => unknown;
}

/** Waiting commands beyond this are refused with `ledger.busy`. */
const MAX_WAITING = 10_000;
const MAX_SAVEPOINTS = { sqlite: 1_000, postgres: 64 };
const MAX_TURN_MILLIS = { sqlite: 20, postgres: 200 };
/** SQLite is synchronous and shares the event loop with reads: so often they get their turn. */
const BREATH_MILLIS = 5;

/** What one turn did, for metrics. */
export interface TurnStatistics {
  readonly committed: number;
  readonly refused: number;
  readonly entries: number;
  readonly millis: number;
}

/**
 * The one writer: takes whatever waited while the last commit ran, each command in its own savepoint, and commits
 * them together. Answers leave only after the commit.
 */
export class Writer implements BeforeApplicationShutdown {
  private readonly waiting: Job[] = [];
  private readonly inside = new AsyncLocalStorage<true>();
  private isDraining = false;
  private isClosed = false;
  private idle: Promise<void> = Promise.resolve();
  private held: Promise<unknown> = Promise.resolve();
  onTurn: (statistics: TurnStatistics) => void = () => undefined;

  constructor(private readonly committer: Committer) {}

  /** Queues work; resolves after its commit, rejects with its refusal. Throws at once when called from inside a turn. */
  submit<T>(work: Work<T>): Promise<T> {
    invariant(!this.inside.getStore(), 'a command inside a command would wait for itself; return events instead');
    if (this.isClosed || this.waiting.length >= MAX_WAITING) return Promise.reject(refuse.busy());
    return new Promise<T>((resolve, reject) => {
      this.waiting.push({ work, resolve: resolve as (value: never) => void, reject });
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
    return this.waiting.length;
  }

  /** Refuses new work, finishes what was queued, and gives the connection back before the database closes. */
  async beforeApplicationShutdown(): Promise<void> {
    this.isClosed = true;
    await this.idle;
    this.committer.session.end();
  }

  private async drain(): Promise<void> {
    this.isDraining = true;
    while (this.waiting.length > 0) {
      // Requests that arrived together join one commit, and reads get their turn between commits.
      await nextTick();
      await this.held;
      await this.takeTurn();
    }
    this.isDraining = false;
  }

  private async takeTurn(): Promise<void> {
    const done: Done[] = [];
    const started = performance.now();
    let isOpened = false;
    try {
      const turn = await this.committer.open();
      isOpened = true;
      const refused = await this.inside.run(true, () => this.runJobs(turn, done, started));
      const commit = await this.committer.close(turn);
      this.release(done, commit);
      const millis = performance.now() - started;
      this.onTurn({ committed: done.length, refused, entries: commit.entries.length, millis });
    } catch (error) {
      await this.committer.abort();
      // Without a turn nobody's command ran, and none of those that wait would fare better.
      const lost = isOpened ? done.map(({ job }) => job) : this.waiting.splice(0);
      this.fail(lost, error);
    }
  }

  private async runJobs(turn: Turn, done: Done[], started: number): Promise<number> {
    const { dialect } = this.committer;
    let refused = 0;
    let breath = started;
    for (let count = 0; count < MAX_SAVEPOINTS[dialect]; count++) {
      const job = this.waiting.shift();
      if (!job) break;
      const finish = await this.runJob(turn, job);
      if (finish) done.push({ job, finish });
      else refused++;
      const now = performance.now();
      if (now - started > MAX_TURN_MILLIS[dialect]) break;
      if (now - breath < BREATH_MILLIS) continue;
      await nextTick();
      breath = performance.now();
    }
    return refused;
  }

  /** Runs one command in its savepoint; undefined when it was refused (its caller knows by then). */
  private async runJob(turn: Turn, job: Job): Promise<Done['finish'] | undefined> {
    const { session } = this.committer;
    const before = turn.size;
    try {
      await session.savepoint();
      const finish = await job.work(turn);
      await session.release();
      return finish;
    } catch (error) {
      turn.forgetFrom(before);
      const isStillOpen = session.isOpen();
      job.reject(this.answerTo(error, isStillOpen));
      if (!isStillOpen) throw error;
      await session.rollbackToSavepoint();
      return undefined;
    }
  }

  /** A refusal and a bug are the caller's to know; a failure of the storage is told as one. */
  private answerTo(error: unknown, isStillOpen: boolean): unknown {
    if (error instanceof Refusal) return error;
    return isStillOpen && !isStorageFailure(error) ? error : this.committer.asRefusal(error);
  }

  private release(done: readonly Done[], commit: CommitResult): void {
    for (const { job, finish } of done) {
      try {
        job.resolve(finish(commit) as never);
      } catch (error) {
        job.reject(error);
      }
    }
  }

  /** The turn is lost: nothing of it was written. */
  private fail(lost: readonly Job[], error: unknown): void {
    const answer = error instanceof Refusal ? error : this.committer.asRefusal(error);
    for (const job of lost) job.reject(answer);
  }
}
