import type { MigrationInterface, QueryRunner } from 'typeorm';
import { runStatements } from '../../platform/database/migrate.js';

export class InspectionReports1763800000241 implements MigrationInterface {
  up(runner: QueryRunner): Promise<void> {
    return runStatements(
      runner,
      `
      ALTER TABLE inspection_reading ADD COLUMN report_id text;
      ALTER TABLE inspection_reading ADD COLUMN report_number text;
      ALTER TABLE inspection_reading ADD COLUMN laboratory_id text;
      ALTER TABLE inspection_reading ADD COLUMN laboratory_name text;
      ALTER TABLE inspection_reading ADD COLUMN laboratory_cma text;
      ALTER TABLE inspection_reading ADD COLUMN withdrawn_at text;
      CREATE INDEX inspection_reading_report ON inspection_reading (report_id);
      CREATE INDEX inspection_reading_laboratory ON inspection_reading (laboratory_id, at);
      `,
    );
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations run forward only'));
  }
}
