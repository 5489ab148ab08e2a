import type { MigrationInterface, QueryRunner } from 'typeorm';
import { runStatements } from '../../platform/database/migrate.js';

export class Ledger1763800000001 implements MigrationInterface {
  up(runner: QueryRunner): Promise<void> {
    return runStatements(
      runner,
      `
      CREATE TABLE ledger_head (
        id integer PRIMARY KEY CHECK (id = 1), origin text NOT NULL, size bigint NOT NULL, root text NOT NULL,
        at text NOT NULL, turn bigint NOT NULL);
      CREATE TABLE ledger_entry (idx bigint PRIMARY KEY, bytes BYTES NOT NULL);
      CREATE TABLE ledger_disclosure (
        idx bigint NOT NULL, grp text NOT NULL, salt text NOT NULL, content text NOT NULL, PRIMARY KEY (idx, grp));
      CREATE TABLE ledger_subject (
        type text NOT NULL, id text NOT NULL, idx bigint NOT NULL, PRIMARY KEY (type, id, idx));
      CREATE TABLE ledger_tile (
        level integer NOT NULL, idx bigint NOT NULL, hashes BYTES NOT NULL, PRIMARY KEY (level, idx));
      CREATE TABLE ledger_checkpoint (size bigint PRIMARY KEY, note text NOT NULL);
      CREATE TABLE idempotency_key (
        account_id text NOT NULL, key text NOT NULL, request_hash text NOT NULL, first_idx bigint NOT NULL,
        entry_count integer NOT NULL, at text NOT NULL, PRIMARY KEY (account_id, key));
      CREATE INDEX idempotency_key_at ON idempotency_key (at);
      `,
    );
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations run forward only'));
  }
}
