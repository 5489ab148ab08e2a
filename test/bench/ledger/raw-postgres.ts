import pg from 'pg';
import { GatheringSocket } from '../../../src/platform/database/gathering-socket.js';
import { type Baseline, STATEMENTS, type StatementName, statementsOf } from './baseline.js';
import type { WrittenBatch } from './written-rows.js';

interface Prepared {
  readonly name: string;
  readonly text: string;
  readonly values: unknown[];
}

/** Prepared statements of node-postgres on one connection; `pipelined` sends those of a commit together, as the ledger does. */
export class RawPostgres implements Baseline {
  private constructor(
    private readonly client: pg.Client,
    private readonly isPipelined: boolean,
  ) {}

  static async open(url: string, isPipelined: boolean): Promise<RawPostgres> {
    const own = isPipelined ? { pipeline: true, stream: () => new GatheringSocket() } : {};
    const client = new pg.Client({ connectionString: url, ...own } as pg.ClientConfig);
    await client.connect();
    return new RawPostgres(client, isPipelined);
  }

  async write(batches: readonly WrittenBatch[]): Promise<number> {
    const work = batches.map((batch) => statementsOf(batch).map(([name, values]) => prepared(name, values)));
    const started = performance.now();
    for (const statements of work) await (this.isPipelined ? this.sendAll(statements) : this.sendEach(statements));
    return performance.now() - started;
  }

  close(): Promise<void> {
    return this.client.end();
  }

  private async sendEach(statements: readonly Prepared[]): Promise<void> {
    await this.client.query('BEGIN');
    for (const statement of statements) await this.client.query(statement);
    await this.client.query('COMMIT');
  }

  private async sendAll(statements: readonly Prepared[]): Promise<void> {
    const answers = [this.client.query('BEGIN'), ...statements.map((statement) => this.client.query(statement))];
    answers.push(this.client.query('COMMIT'));
    await Promise.all(answers);
  }
}

const TEXTS = new Map(
  (Object.entries(STATEMENTS) as [StatementName, string][]).map(([name, sql]) => {
    let count = 0;
    return [name, sql.replace(/\?/g, () => `$${++count}`)];
  }),
);

function prepared(name: StatementName, values: readonly unknown[]): Prepared {
  return { name, text: TEXTS.get(name) ?? '', values: [...values] };
}
