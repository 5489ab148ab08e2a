import type { MigrationInterface, QueryRunner } from 'typeorm';
import { runStatements } from '../../platform/database/migrate.js';

export class Deadlines1763800000270 implements MigrationInterface {
  up(runner: QueryRunner): Promise<void> {
    return runStatements(
      runner,
      `
      CREATE TABLE deadline_rule (
        warehouse_id text PRIMARY KEY, total_minutes integer NOT NULL, test_minutes integer NOT NULL,
        hand_over_minutes integer NOT NULL, working text, reason text NOT NULL, set_at text NOT NULL);
      CREATE INDEX unit_clock ON unit (warehouse_id, received_at, id);
      `,
    );
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations run forward only'));
  }
}
