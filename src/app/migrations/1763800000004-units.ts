import type { MigrationInterface, QueryRunner } from 'typeorm';
import { runStatements } from '../../platform/database/migrate.js';

export class Units1763800000004 implements MigrationInterface {
  up(runner: QueryRunner): Promise<void> {
    return runStatements(
      runner,
      `
      CREATE TABLE unit (
        id text PRIMARY KEY, kind text NOT NULL CHECK (kind IN ('piece', 'lot')), name text NOT NULL,
        category_id text NOT NULL, product_id text, warehouse_id text NOT NULL, merchant_id text NOT NULL,
        consignment_id text NOT NULL, quantity_value text NOT NULL, quantity_unit text NOT NULL,
        attributes text NOT NULL, declared text NOT NULL, lot_no text, production_day text,
        is_sample boolean NOT NULL, stage text NOT NULL, inspection_gate_at text, packaging_gate_at text,
        labelling_gate_at text, open_holds integer NOT NULL CHECK (open_holds >= 0), received_at text NOT NULL,
        changed_at text NOT NULL);
      CREATE INDEX unit_warehouse ON unit (warehouse_id, stage, id);
      CREATE INDEX unit_merchant ON unit (merchant_id, stage, id);
      CREATE INDEX unit_consignment ON unit (consignment_id);
      CREATE TABLE unit_hold (
        id text PRIMARY KEY, unit_id text NOT NULL, reason text NOT NULL, opened_by text NOT NULL,
        opened_at text NOT NULL, released_at text, release_reason text);
      CREATE INDEX unit_hold_unit ON unit_hold (unit_id);
      `,
    );
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations run forward only'));
  }
}
