import type { MigrationInterface, QueryRunner } from 'typeorm';
import { runStatements } from '../../platform/database/migrate.js';

export class Packaging1763800000008 implements MigrationInterface {
  up(runner: QueryRunner): Promise<void> {
    return runStatements(
      runner,
      `
      CREATE TABLE packing (
        unit_id text PRIMARY KEY, seal_no text NOT NULL UNIQUE, mass_value text NOT NULL, mass_unit text NOT NULL,
        packer_number text NOT NULL, packed_at text NOT NULL);
      `,
    );
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations run forward only'));
  }
}
