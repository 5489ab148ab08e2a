import type { MigrationInterface, QueryRunner } from 'typeorm';
import { runStatements } from '../../platform/database/migrate.js';

export class Verification1763800000011 implements MigrationInterface {
  up(runner: QueryRunner): Promise<void> {
    return runStatements(
      runner,
      `
      CREATE TABLE scan_count (
        label_id text PRIMARY KEY, scans integer NOT NULL CHECK (scans > 0), first_at text NOT NULL,
        last_at text NOT NULL);
      CREATE TABLE scan (id text PRIMARY KEY, label_id text NOT NULL, at text NOT NULL, network text NOT NULL);
      CREATE INDEX scan_at ON scan (at);
      CREATE INDEX scan_label ON scan (label_id, at);
      `,
    );
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations run forward only'));
  }
}
