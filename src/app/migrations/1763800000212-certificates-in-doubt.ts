import type { MigrationInterface, QueryRunner } from 'typeorm';
import { runStatements } from '../../platform/database/migrate.js';

export class CertificatesInDoubt1763800000212 implements MigrationInterface {
  up(runner: QueryRunner): Promise<void> {
    return runStatements(
      runner,
      `
      ALTER TABLE certificate ADD COLUMN suspended_for text;
      CREATE INDEX certificate_inspection ON certificate (inspection_id);
      `,
    );
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations run forward only'));
  }
}
