import type { MigrationInterface, QueryRunner } from 'typeorm';
import { runStatements } from '../../platform/database/migrate.js';

export class Intake1763800000005 implements MigrationInterface {
  up(runner: QueryRunner): Promise<void> {
    return runStatements(
      runner,
      `
      CREATE TABLE consignment (
        id text PRIMARY KEY, warehouse_id text NOT NULL, merchant_id text NOT NULL, reference text,
        state text NOT NULL CHECK (state IN ('announced', 'receiving', 'received', 'cancelled')),
        announced_at text NOT NULL, changed_at text NOT NULL, cancel_reason text);
      CREATE INDEX consignment_warehouse ON consignment (warehouse_id, state, id);
      CREATE INDEX consignment_merchant ON consignment (merchant_id, state, id);
      CREATE TABLE consignment_line (
        consignment_id text NOT NULL, line_no integer NOT NULL, kind text NOT NULL CHECK (kind IN ('piece', 'lot')),
        name text NOT NULL, category_id text NOT NULL, product_id text, quantity_value text NOT NULL,
        quantity_unit text NOT NULL, attributes text NOT NULL, declared text NOT NULL, lot_no text,
        production_day text, expected_units integer NOT NULL, received_units integer NOT NULL, received_value text,
        PRIMARY KEY (consignment_id, line_no), CHECK (received_units <= expected_units));
      `,
    );
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations run forward only'));
  }
}
