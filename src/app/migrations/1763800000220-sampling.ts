import type { MigrationInterface, QueryRunner } from 'typeorm';
import { runStatements } from '../../platform/database/migrate.js';

export class Sampling1763800000220 implements MigrationInterface {
  up(runner: QueryRunner): Promise<void> {
    return runStatements(
      runner,
      `
      CREATE TABLE sampling_stream (
        id text PRIMARY KEY, warehouse_id text NOT NULL, merchant_id text NOT NULL, category_id text NOT NULL,
        severity text NOT NULL CHECK (severity IN ('normal', 'tightened', 'discontinued')), recent text NOT NULL,
        not_accepted integer NOT NULL, lots integer NOT NULL, changed_at text NOT NULL,
        UNIQUE (warehouse_id, merchant_id, category_id));
      CREATE INDEX sampling_stream_merchant ON sampling_stream (merchant_id, id);
      CREATE TABLE sampling_lot (
        unit_id text PRIMARY KEY, stream_id text NOT NULL, is_accepted boolean NOT NULL, at text NOT NULL);
      CREATE INDEX sampling_lot_stream ON sampling_lot (stream_id, unit_id);
      `,
    );
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations run forward only'));
  }
}
