import type { MigrationInterface, QueryRunner } from 'typeorm';
import { runStatements } from '../../platform/database/migrate.js';

export class Certificates1763800000007 implements MigrationInterface {
  up(runner: QueryRunner): Promise<void> {
    return runStatements(
      runner,
      `
      CREATE TABLE certificate (
        id text PRIMARY KEY, unit_id text NOT NULL, inspection_id text NOT NULL, warehouse_id text NOT NULL,
        merchant_id text NOT NULL, number text NOT NULL UNIQUE, code text NOT NULL UNIQUE,
        state text NOT NULL CHECK (state IN ('valid', 'suspended', 'revoked', 'superseded')),
        state_since text NOT NULL, reason_zh text, reason_en text, supersedes text, superseded_by text,
        content text NOT NULL, issued_at text NOT NULL, pdf_sha256 text, pdf_bytes integer,
        CHECK ((pdf_sha256 IS NULL) = (pdf_bytes IS NULL)));
      CREATE UNIQUE INDEX certificate_live ON certificate (unit_id) WHERE state IN ('valid', 'suspended');
      CREATE INDEX certificate_unit ON certificate (unit_id, id);
      CREATE INDEX certificate_warehouse ON certificate (warehouse_id, state, id);
      CREATE INDEX certificate_merchant ON certificate (merchant_id, state, id);
      CREATE INDEX certificate_unrendered ON certificate (id) WHERE pdf_sha256 IS NULL;
      `,
    );
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations run forward only'));
  }
}
