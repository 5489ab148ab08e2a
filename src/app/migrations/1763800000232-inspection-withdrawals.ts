import type { MigrationInterface, QueryRunner } from 'typeorm';
import { runStatements } from '../../platform/database/migrate.js';

export class InspectionWithdrawals1763800000232 implements MigrationInterface {
  up(runner: QueryRunner): Promise<void> {
    return runStatements(
      runner,
      `
      CREATE TABLE inspection_withdrawal (
        reading_entry bigint PRIMARY KEY, inspection_id text NOT NULL, item text NOT NULL, account_id text NOT NULL);
      CREATE INDEX inspection_withdrawal_inspection ON inspection_withdrawal (inspection_id);
      `,
    );
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations run forward only'));
  }
}
