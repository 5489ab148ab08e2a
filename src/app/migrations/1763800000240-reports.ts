import type { MigrationInterface, QueryRunner } from 'typeorm';
import { runStatements } from '../../platform/database/migrate.js';

export class Reports1763800000240 implements MigrationInterface {
  up(runner: QueryRunner): Promise<void> {
    return runStatements(
      runner,
      `
      CREATE TABLE lab_sample (
        id text PRIMARY KEY, unit_id text NOT NULL, unit_name text NOT NULL, inspection_id text NOT NULL,
        warehouse_id text NOT NULL, merchant_id text NOT NULL, laboratory_id text NOT NULL,
        laboratory_name text NOT NULL, laboratory_cma text NOT NULL, seal_no text NOT NULL,
        mass_value text NOT NULL, mass_unit text NOT NULL, items text NOT NULL, photos text NOT NULL,
        state text NOT NULL CHECK (state IN ('sent', 'reported', 'cancelled')),
        sender_number text NOT NULL, sent_at text NOT NULL, cancel_reason text,
        UNIQUE (warehouse_id, seal_no));
      CREATE INDEX lab_sample_unit ON lab_sample (unit_id, id);
      CREATE INDEX lab_sample_laboratory ON lab_sample (laboratory_id, id);
      CREATE TABLE lab_report (
        id text PRIMARY KEY, sample_id text NOT NULL, unit_id text NOT NULL, inspection_id text NOT NULL,
        warehouse_id text NOT NULL, merchant_id text NOT NULL, laboratory_id text NOT NULL,
        laboratory_name text NOT NULL, laboratory_cma text NOT NULL, number text NOT NULL, number_key text NOT NULL,
        file_sha256 text NOT NULL, issued_on text NOT NULL, seal_no text NOT NULL,
        mass_value text NOT NULL, mass_unit text NOT NULL, items text NOT NULL,
        state text NOT NULL CHECK (state IN ('filed', 'withdrawn')),
        filer_number text NOT NULL, filed_at text NOT NULL,
        withdrawer_number text, withdraw_reason text, withdrawn_at text,
        CONSTRAINT lab_report_withdrawn CHECK ((state = 'withdrawn') = (withdrawn_at IS NOT NULL)));
      CREATE INDEX lab_report_number ON lab_report (laboratory_id, number_key);
      CREATE INDEX lab_report_file ON lab_report (file_sha256);
      CREATE INDEX lab_report_sample ON lab_report (sample_id);
      CREATE INDEX lab_report_unit ON lab_report (unit_id, id);
      CREATE TABLE lab_sample_rule (
        warehouse_id text PRIMARY KEY, mass_percent text, source text NOT NULL, by_number text NOT NULL,
        set_at text NOT NULL);
      `,
    );
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations run forward only'));
  }
}
