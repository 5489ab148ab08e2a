import type { MigrationInterface, QueryRunner } from 'typeorm';
import { runStatements } from '../../platform/database/migrate.js';

export class Repacking1763800000200 implements MigrationInterface {
  up(runner: QueryRunner): Promise<void> {
    return runStatements(
      runner,
      `
      CREATE TABLE unit_repacking (
        id text PRIMARY KEY, unit text NOT NULL, loss_value text NOT NULL, loss_reason text,
        packer_number text NOT NULL, at text NOT NULL);
      CREATE TABLE unit_repacking_lot (
        repacking_id text NOT NULL, unit_id text NOT NULL, role text NOT NULL CHECK (role IN ('source', 'child')),
        value text NOT NULL, place integer NOT NULL, PRIMARY KEY (repacking_id, unit_id));
      CREATE INDEX unit_repacking_lot_unit ON unit_repacking_lot (unit_id, role);
      `,
    );
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations run forward only'));
  }
}
