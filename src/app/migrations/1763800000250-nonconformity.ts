import type { MigrationInterface, QueryRunner } from 'typeorm';
import { runStatements } from '../../platform/database/migrate.js';

export class Nonconformity1763800000250 implements MigrationInterface {
  up(runner: QueryRunner): Promise<void> {
    return runStatements(
      runner,
      `
      CREATE TABLE nonconformity (
        id text PRIMARY KEY, warehouse_id text NOT NULL, merchant_id text NOT NULL, state text NOT NULL,
        severity text NOT NULL, found text NOT NULL, inspection_id text, items text NOT NULL, opened_by text NOT NULL,
        opener_number text NOT NULL, opened_at text NOT NULL, disposition text, instruction text, regrade text,
        disposed_by text, disposer_number text, disposed_at text, note text, closer_number text, closed_at text,
        CHECK (disposed_by IS NULL OR disposed_by <> opened_by));
      CREATE INDEX nonconformity_warehouse ON nonconformity (warehouse_id, state, id);
      CREATE TABLE nonconformity_unit (
        nonconformity_id text NOT NULL, unit_id text NOT NULL, hold_id text NOT NULL,
        PRIMARY KEY (nonconformity_id, unit_id));
      CREATE INDEX nonconformity_unit_unit ON nonconformity_unit (unit_id);
      CREATE TABLE nonconformity_photo (
        entry bigint PRIMARY KEY, nonconformity_id text NOT NULL, sha256 text NOT NULL, at text NOT NULL);
      CREATE INDEX nonconformity_photo_record ON nonconformity_photo (nonconformity_id);
      CREATE TABLE nonconformity_witness (
        nonconformity_id text NOT NULL, account_id text NOT NULL, number text NOT NULL, at text NOT NULL,
        PRIMARY KEY (nonconformity_id, account_id));
      `,
    );
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations run forward only'));
  }
}
