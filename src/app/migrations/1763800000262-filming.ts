import type { MigrationInterface, QueryRunner } from 'typeorm';
import { runStatements } from '../../platform/database/migrate.js';

export class Filming1763800000262 implements MigrationInterface {
  up(runner: QueryRunner): Promise<void> {
    return runStatements(
      runner,
      `
      ALTER TABLE unit ADD COLUMN flow text NOT NULL DEFAULT 'warehouse-tests';
      ALTER TABLE flow_rule ADD COLUMN is_filming_refused boolean NOT NULL DEFAULT false;
      CREATE TABLE packing_file (
        unit_id text NOT NULL, kind text NOT NULL, sha256 text NOT NULL, media_type text NOT NULL,
        bytes bigint NOT NULL, sent_at text NOT NULL, PRIMARY KEY (unit_id, kind));
      `,
    );
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations run forward only'));
  }
}
