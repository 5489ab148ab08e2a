import type { MigrationInterface, QueryRunner } from 'typeorm';
import { runStatements } from '../../platform/database/migrate.js';

export class UploadedReports1763800000242 implements MigrationInterface {
  up(runner: QueryRunner): Promise<void> {
    return runStatements(
      runner,
      `
      CREATE TABLE lab_report_upload (
        sample_id text NOT NULL, sha256 text NOT NULL, uploaded_at text NOT NULL, PRIMARY KEY (sample_id, sha256));
      `,
    );
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations run forward only'));
  }
}
