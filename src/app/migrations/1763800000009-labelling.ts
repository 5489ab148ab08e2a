import type { MigrationInterface, QueryRunner } from 'typeorm';
import { runStatements } from '../../platform/database/migrate.js';

export class Labelling1763800000009 implements MigrationInterface {
  up(runner: QueryRunner): Promise<void> {
    return runStatements(
      runner,
      `
      CREATE TABLE label_copy (
        id text PRIMARY KEY, unit_id text NOT NULL, warehouse_id text NOT NULL, certificate_id text NOT NULL,
        number integer NOT NULL CHECK (number > 0), of_copies integer NOT NULL, code text NOT NULL UNIQUE,
        state text NOT NULL CHECK (state IN ('printed', 'applied', 'spoiled')), printed_at text NOT NULL,
        applied_at text, spoiled_at text, spoil_reason text, UNIQUE (unit_id, number), CHECK (of_copies >= number));
      CREATE INDEX label_copy_unit ON label_copy (unit_id, id);
      `,
    );
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations run forward only'));
  }
}
