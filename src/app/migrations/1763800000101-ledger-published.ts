import type { MigrationInterface, QueryRunner } from 'typeorm';
import { runStatements } from '../../platform/database/migrate.js';

export class LedgerPublished1763800000101 implements MigrationInterface {
  up(runner: QueryRunner): Promise<void> {
    return runStatements(runner, 'CREATE TABLE ledger_published (size bigint PRIMARY KEY, note text NOT NULL)');
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations run forward only'));
  }
}
