import type { MigrationInterface, QueryRunner } from 'typeorm';
import { runStatements } from '../../platform/database/migrate.js';

export class InspectionSampling1763800000231 implements MigrationInterface {
  up(runner: QueryRunner): Promise<void> {
    return runStatements(
      runner,
      `
      CREATE TABLE inspection_sampling (
        inspection_id text PRIMARY KEY, entry bigint NOT NULL, lot_size bigint,
        is_full boolean NOT NULL, is_stated boolean NOT NULL, standing text NOT NULL, schemes text NOT NULL);
      `,
    );
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations run forward only'));
  }
}
