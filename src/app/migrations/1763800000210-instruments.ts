import type { MigrationInterface, QueryRunner } from 'typeorm';
import { runStatements } from '../../platform/database/migrate.js';

export class Instruments1763800000210 implements MigrationInterface {
  up(runner: QueryRunner): Promise<void> {
    return runStatements(
      runner,
      `
      CREATE TABLE instrument (
        id text PRIMARY KEY, warehouse_id text NOT NULL, code text NOT NULL, name text NOT NULL, kind text NOT NULL,
        model text, serial_no text,
        calibration text NOT NULL CHECK (calibration IN ('needed', 'not-needed')), calibration_reason text,
        certificate_no text, calibrated_on text, due_on text, last_result text CHECK (last_result IN ('pass', 'fail')),
        state text NOT NULL CHECK (state IN ('in-use', 'retired')), registered_at text NOT NULL,
        retired_at text, retire_reason text,
        UNIQUE (warehouse_id, code),
        CONSTRAINT instrument_waived CHECK (calibration = 'needed' OR calibration_reason IS NOT NULL));
      CREATE TABLE instrument_calibration (
        id text PRIMARY KEY, entry bigint NOT NULL, instrument_id text NOT NULL, warehouse_id text NOT NULL,
        certificate_no text NOT NULL, calibrated_by text NOT NULL, day text NOT NULL, due text,
        result text NOT NULL CHECK (result IN ('pass', 'fail')), file_hash text, recorded_at text NOT NULL,
        UNIQUE (instrument_id, certificate_no),
        CONSTRAINT instrument_calibration_due CHECK (
          (result = 'pass' AND due IS NOT NULL AND due >= day) OR (result = 'fail' AND due IS NULL)));
      `,
    );
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations run forward only'));
  }
}
