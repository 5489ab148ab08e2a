import type { MigrationInterface, QueryRunner } from 'typeorm';
import { runStatements } from '../../platform/database/migrate.js';

export class Exchange1763800000290 implements MigrationInterface {
  up(runner: QueryRunner): Promise<void> {
    return runStatements(
      runner,
      `
      ALTER TABLE product ADD COLUMN withdrawn_at text;
      CREATE TABLE import_draft (
        id text PRIMARY KEY, kind text NOT NULL, party_id text NOT NULL, account_id text NOT NULL,
        file_name text NOT NULL, file_hash text NOT NULL, state text NOT NULL, progress integer NOT NULL,
        row_count integer NOT NULL, record_count integer NOT NULL, problem_count integer NOT NULL, list_hash text,
        first_problems text NOT NULL, preview text NOT NULL, made_at text NOT NULL, seen_at text NOT NULL);
      CREATE INDEX import_draft_party ON import_draft (party_id, id);
      CREATE TABLE import_run (
        id text PRIMARY KEY, kind text NOT NULL, party_id text NOT NULL, account_id text NOT NULL,
        file_name text NOT NULL, file_hash text NOT NULL, list_hash text NOT NULL, row_count integer NOT NULL,
        record_count integer NOT NULL, state text NOT NULL, "position" integer NOT NULL, recorded integer NOT NULL,
        refused integer NOT NULL, undone integer NOT NULL, kept integer NOT NULL, stopped_by text, undo_reason text,
        committed_at text NOT NULL, changed_at text NOT NULL);
      CREATE INDEX import_run_party ON import_run (party_id, id);
      CREATE INDEX import_run_state ON import_run (state);
      CREATE TABLE import_record (
        import_id text NOT NULL, place integer NOT NULL, sheet_row integer NOT NULL, state text NOT NULL,
        subject_id text, first_entry bigint NOT NULL, end_entry bigint NOT NULL, problem text, problem_zh text,
        problem_en text, PRIMARY KEY (import_id, place));
      `,
    );
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations run forward only'));
  }
}
