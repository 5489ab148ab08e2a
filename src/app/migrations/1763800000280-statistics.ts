import type { MigrationInterface, QueryRunner } from 'typeorm';
import { runStatements } from '../../platform/database/migrate.js';

export class Statistics1763800000280 implements MigrationInterface {
  up(runner: QueryRunner): Promise<void> {
    return runStatements(
      runner,
      `
      CREATE TABLE statistic_finding (
        inspection_id text NOT NULL, item text NOT NULL, verdict text NOT NULL, PRIMARY KEY (inspection_id, item));
      CREATE TABLE statistic_supplier (unit_id text PRIMARY KEY, supplier text NOT NULL);
      CREATE INDEX inspection_signed_at ON inspection (warehouse_id, reviewed_at);
      CREATE INDEX inspection_reading_item ON inspection_reading (item, entry);
      `,
    );
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations run forward only'));
  }
}
