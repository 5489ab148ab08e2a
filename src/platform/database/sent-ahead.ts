import type { Connection, SqlValue } from './sql.js';

/**
 * Sends writes without waiting for their answers, over a connection that keeps their order: a round trip for each would
 * take longer than the work. The first that failed rejects `settle`, or the next read.
 */
export class SentAhead implements Connection {
  private sent: Promise<unknown>[] = [];

  constructor(private readonly inner: Connection) {}

  async all<Row extends object>(sql: string, params: readonly SqlValue[]): Promise<Row[]> {
    try {
      return await this.inner.all<Row>(sql, params);
    } catch (error) {
      // PostgreSQL refuses everything after a failure: what failed first says why.
      await this.settle();
      throw error;
    }
  }

  /** Always answers 0: how many rows changed is not known yet. */
  run(sql: string, params: readonly SqlValue[]): Promise<number> {
    const answer = this.inner.run(sql, params);
    answer.catch(() => undefined);
    this.sent.push(answer);
    return Promise.resolve(0);
  }

  /** Waits for everything that was sent; rejects with the first failure. */
  async settle(): Promise<void> {
    const sent = this.sent;
    this.sent = [];
    for (const answer of sent) await answer;
  }

  /** Nobody waits any more for what was sent: it is about to be rolled back. */
  forget(): void {
    this.sent = [];
  }
}
