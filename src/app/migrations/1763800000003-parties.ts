import type { MigrationInterface, QueryRunner } from 'typeorm';
import { runStatements } from '../../platform/database/migrate.js';

export class Parties1763800000003 implements MigrationInterface {
  up(runner: QueryRunner): Promise<void> {
    return runStatements(
      runner,
      `
      CREATE TABLE party (
        id text PRIMARY KEY, kind text NOT NULL, name_zh text NOT NULL, name_en text, uscc text NOT NULL,
        uscc_reason text, address text, phone text, contact_name text, cma text, cma_scope text NOT NULL,
        cma_valid_until text, registered_by text, registered_at text NOT NULL, UNIQUE (kind, uscc));
      `,
    );
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations run forward only'));
  }
}
