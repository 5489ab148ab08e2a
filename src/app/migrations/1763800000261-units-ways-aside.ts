import type { MigrationInterface, QueryRunner } from 'typeorm';
import { runStatements } from '../../platform/database/migrate.js';

export class UnitsWaysAside1763800000261 implements MigrationInterface {
  up(runner: QueryRunner): Promise<void> {
    return runStatements(
      runner,
      `
      ALTER TABLE unit ADD COLUMN tries integer NOT NULL DEFAULT 0;
      UPDATE unit SET tries = (
        SELECT count(*) FROM inspection i WHERE i.unit_id = unit.id AND i.state = 'signed' AND i.verdict = 'fail');
      CREATE TABLE flow_rule (
        warehouse_id text PRIMARY KEY, resubmission_limit integer, reason text NOT NULL, set_at text NOT NULL);
      CREATE TABLE intake_exception (
        unit_id text PRIMARY KEY, differs text NOT NULL, found text NOT NULL, found_by text NOT NULL,
        found_at text NOT NULL, accepted_at text, acceptance text);
      CREATE TABLE packing_opened (
        seal_no text PRIMARY KEY, unit_id text NOT NULL, packed_at text NOT NULL, opened_at text NOT NULL);
      CREATE TABLE pick_up (
        unit_id text PRIMARY KEY, by_whom text NOT NULL, code text NOT NULL, ordered_at text NOT NULL);
      CREATE TABLE departure (
        id text PRIMARY KEY, unit_id text NOT NULL UNIQUE, way text NOT NULL, reason text, carrier_name text,
        waybill text, person_name text, person_phone text, proof text, handed_over_by text NOT NULL, at text NOT NULL);
      `,
    );
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations run forward only'));
  }
}
