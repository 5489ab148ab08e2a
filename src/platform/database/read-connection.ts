import { Logger } from '@nestjs/common';
import type { Connection, SqlValue } from './sql.js';
import { isStorageFailure, refuse } from './storage-failure.js';

/** What readers use: when the storage fails, callers get the refusal `database.unreachable`, and the log the cause. */
export class ReadConnection implements Connection {
  private readonly logger = new Logger('database');

  constructor(private readonly inner: Connection) {}

  all<Row extends object>(sql: string, params: readonly SqlValue[]): Promise<Row[]> {
    return this.explained(this.inner.all<Row>(sql, params));
  }

  run(sql: string, params: readonly SqlValue[]): Promise<number> {
    return this.explained(this.inner.run(sql, params));
  }

  private async explained<T>(answer: Promise<T>): Promise<T> {
    try {
      return await answer;
    } catch (error) {
      if (!isStorageFailure(error)) throw error;
      this.logger.error({ event: 'read-failed', error: String(error) });
      const refusal = refuse.unreachable();
      refusal.cause = error;
      throw refusal;
    }
  }
}
