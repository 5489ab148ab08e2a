import type { MigrationInterface, QueryRunner } from 'typeorm';
import { runStatements } from '../../platform/database/migrate.js';

export class UnitsFlow1763800000260 implements MigrationInterface {
  up(runner: QueryRunner): Promise<void> {
    return runStatements(
      runner,
      `
      ALTER TABLE unit ADD COLUMN inspectable_holds integer NOT NULL DEFAULT 0;
      ALTER TABLE unit_hold ADD COLUMN code text NOT NULL DEFAULT 'other';
      ALTER TABLE unit_hold ADD COLUMN releasing text;
      ALTER TABLE unit_hold ADD COLUMN condition_met_at text;
      `,
    );
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations run forward only'));
  }
}
