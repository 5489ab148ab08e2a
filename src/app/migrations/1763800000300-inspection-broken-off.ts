import type { MigrationInterface, QueryRunner } from 'typeorm';
import { runStatements } from '../../platform/database/migrate.js';

/** SQLite changes no CHECK of a table that stands: its rows move to one that knows the new state. */
export class InspectionBrokenOff1763800000300 implements MigrationInterface {
  up(runner: QueryRunner): Promise<void> {
    return runStatements(
      runner,
      `
      CREATE TABLE inspection_rebuilt (
        id text PRIMARY KEY, unit_id text NOT NULL, warehouse_id text NOT NULL, merchant_id text NOT NULL,
        plan_id text NOT NULL, plan_version integer NOT NULL, category_version text NOT NULL,
        category_hash text NOT NULL, uncertainty_rule text NOT NULL,
        state text NOT NULL CHECK (state IN ('inspecting', 'awaiting-review', 'signed', 'broken-off')),
        started_at text NOT NULL, submitted_by text, submitter_number text, submitted_at text,
        verdict text CHECK (verdict IN ('pass', 'fail', 'undecided')), results text, left_out text,
        reviewed_by text, reviewer_number text, reviewed_at text, decision text CHECK (decision IN ('sign', 'return')),
        review_reason text,
        CONSTRAINT inspection_four_eyes CHECK (submitted_by <> reviewed_by),
        CONSTRAINT inspection_signed CHECK (state <> 'signed' OR
          (submitted_by IS NOT NULL AND reviewed_by IS NOT NULL AND decision = 'sign' AND
           verdict IS NOT NULL AND verdict <> 'undecided')));
      INSERT INTO inspection_rebuilt (
        id, unit_id, warehouse_id, merchant_id, plan_id, plan_version, category_version, category_hash,
        uncertainty_rule, state, started_at, submitted_by, submitter_number, submitted_at, verdict, results, left_out,
        reviewed_by, reviewer_number, reviewed_at, decision, review_reason)
      SELECT
        id, unit_id, warehouse_id, merchant_id, plan_id, plan_version, category_version, category_hash,
        uncertainty_rule, state, started_at, submitted_by, submitter_number, submitted_at, verdict, results, left_out,
        reviewed_by, reviewer_number, reviewed_at, decision, review_reason
      FROM inspection;
      DROP TABLE inspection;
      ALTER TABLE inspection_rebuilt RENAME TO inspection;
      CREATE INDEX inspection_unit ON inspection (unit_id, id);
      CREATE INDEX inspection_warehouse ON inspection (warehouse_id, state, id);
      CREATE INDEX inspection_merchant ON inspection (merchant_id, state, id);
      CREATE INDEX inspection_signed_at ON inspection (warehouse_id, reviewed_at);
      CREATE UNIQUE INDEX inspection_open ON inspection (unit_id) WHERE state IN ('inspecting', 'awaiting-review');
      `,
    );
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations run forward only'));
  }
}
