import type { MigrationInterface, QueryRunner } from 'typeorm';
import { runStatements } from '../../platform/database/migrate.js';

export class InspectionInstruments1763800000211 implements MigrationInterface {
  up(runner: QueryRunner): Promise<void> {
    return runStatements(
      runner,
      `
      ALTER TABLE inspection_reading ADD COLUMN instrument_name text;
      ALTER TABLE inspection_reading ADD COLUMN instrument_id text;
      CREATE INDEX inspection_reading_instrument ON inspection_reading (instrument_id, at);
      CREATE TABLE inspection_override (
        id text PRIMARY KEY, inspection_id text NOT NULL, instrument_id text NOT NULL, instrument_code text NOT NULL,
        instrument_name text NOT NULL, state text NOT NULL CHECK (state IN ('expired', 'none', 'failed')),
        until text, certificate_no text, reason_zh text NOT NULL, reason_en text,
        requested_by text NOT NULL, requester_number text NOT NULL, requested_at text NOT NULL,
        decision text CHECK (decision IN ('approve', 'decline')), decided_by text, decider_number text, decided_at text,
        CONSTRAINT inspection_override_four_eyes CHECK (requested_by <> decided_by),
        CONSTRAINT inspection_override_decided CHECK ((decision IS NULL) = (decided_by IS NULL)));
      CREATE INDEX inspection_override_inspection ON inspection_override (inspection_id, id);
      CREATE UNIQUE INDEX inspection_override_open ON inspection_override (inspection_id, instrument_id)
        WHERE decision IS NULL;
      `,
    );
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations run forward only'));
  }
}
