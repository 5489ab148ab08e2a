import type { MigrationInterface, QueryRunner } from 'typeorm';
import { runStatements } from '../../platform/database/migrate.js';

export class ReportWithdrawers1763800000249 implements MigrationInterface {
  up(runner: QueryRunner): Promise<void> {
    return runStatements(
      runner,
      `
      ALTER TABLE inspection_reading ADD COLUMN withdrawn_by text;
      CREATE INDEX lab_report_twin ON lab_report (laboratory_cma, number_key);
      `,
    );
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations run forward only'));
  }
}
