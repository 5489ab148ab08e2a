import type { MigrationInterface, QueryRunner } from 'typeorm';
import { runStatements } from '../../platform/database/migrate.js';

export class Inspection1763800000006 implements MigrationInterface {
  up(runner: QueryRunner): Promise<void> {
    return runStatements(
      runner,
      `
      CREATE TABLE inspection (
        id text PRIMARY KEY, unit_id text NOT NULL, warehouse_id text NOT NULL, merchant_id text NOT NULL,
        plan_id text NOT NULL, plan_version integer NOT NULL, category_version text NOT NULL,
        category_hash text NOT NULL, uncertainty_rule text NOT NULL,
        state text NOT NULL CHECK (state IN ('inspecting', 'awaiting-review', 'signed')), started_at text NOT NULL,
        submitted_by text, submitter_number text, submitted_at text,
        verdict text CHECK (verdict IN ('pass', 'fail', 'undecided')), results text, left_out text,
        reviewed_by text, reviewer_number text, reviewed_at text, decision text CHECK (decision IN ('sign', 'return')),
        review_reason text,
        CONSTRAINT inspection_four_eyes CHECK (submitted_by <> reviewed_by),
        CONSTRAINT inspection_signed CHECK (state <> 'signed' OR
          (submitted_by IS NOT NULL AND reviewed_by IS NOT NULL AND decision = 'sign' AND
           verdict IS NOT NULL AND verdict <> 'undecided')));
      CREATE INDEX inspection_unit ON inspection (unit_id, id);
      CREATE INDEX inspection_warehouse ON inspection (warehouse_id, state, id);
      CREATE INDEX inspection_merchant ON inspection (merchant_id, state, id);
      CREATE UNIQUE INDEX inspection_open ON inspection (unit_id) WHERE state <> 'signed';
      CREATE TABLE inspection_plan (inspection_id text PRIMARY KEY, items text NOT NULL);
      CREATE TABLE inspection_reading (
        entry bigint PRIMARY KEY, inspection_id text NOT NULL, item text NOT NULL, value text NOT NULL,
        instrument text, inspector_number text NOT NULL, account_id text NOT NULL, at text NOT NULL);
      CREATE INDEX inspection_reading_inspection ON inspection_reading (inspection_id, entry);
      CREATE TABLE inspection_photo (
        entry bigint PRIMARY KEY, inspection_id text NOT NULL, unit_id text NOT NULL, sha256 text NOT NULL,
        account_id text NOT NULL, at text NOT NULL, UNIQUE (inspection_id, sha256));
      CREATE INDEX inspection_photo_unit ON inspection_photo (unit_id, entry);
      CREATE INDEX inspection_photo_sha256 ON inspection_photo (sha256);
      `,
    );
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations run forward only'));
  }
}
