import type { Connection, SqlValue } from '../../src/platform/database/sql.js';
import type { SqlTx } from '../../src/platform/database/statements.js';

export class BrokenDisk extends Error {}

/** How a statement fails: not run at all; run, but its answer lost; and the same with all that come after it. */
export const FAILURES = [
  'was not run',
  'ran, but was not answered',
  'was not run, nor any after it',
  'ran, and was the last that did',
] as const;
export type Failure = (typeof FAILURES)[number];

export interface Struck {
  /** False when fewer statements than that were run. */
  hasStruck(): boolean;
  mend(): void;
}

/** Makes the n-th statement of the writer fail at the driver, as a broken disk would. */
export function failStatement(tx: SqlTx, n: number, failure: Failure): Struck {
  const { connection } = tx as unknown as { connection: Connection };
  const { all, run } = connection;
  let count = 0;
  const counted =
    <T>(work: (sql: string, params: readonly SqlValue[]) => Promise<T>) =>
    async (sql: string, params: readonly SqlValue[]): Promise<T> => {
      const mode = modeOf(++count, n, failure);
      if (mode === 'fails') throw new BrokenDisk(sql);
      const answer = await work.call(connection, sql, params);
      if (mode === 'is lost') throw new BrokenDisk(`the answer to ${sql}`);
      return answer;
    };
  connection.all = counted(all) as Connection['all'];
  connection.run = counted(run);
  return { hasStruck: () => count >= n, mend: () => void Object.assign(connection, { all, run }) };
}

function modeOf(count: number, n: number, failure: Failure): 'works' | 'fails' | 'is lost' {
  if (count < n) return 'works';
  switch (failure) {
    case 'was not run':
      return count === n ? 'fails' : 'works';
    case 'ran, but was not answered':
      return count === n ? 'is lost' : 'works';
    case 'was not run, nor any after it':
      return 'fails';
    case 'ran, and was the last that did':
      return count === n ? 'is lost' : 'fails';
  }
}
