import type { MigrationInterface, QueryRunner } from 'typeorm';
import { runStatements } from '../../platform/database/migrate.js';

export class Identity1763800000002 implements MigrationInterface {
  up(runner: QueryRunner): Promise<void> {
    return runStatements(
      runner,
      `
      CREATE TABLE account (
        id text PRIMARY KEY, pseudonym text NOT NULL UNIQUE, number text NOT NULL UNIQUE, party_id text NOT NULL,
        party_kind text NOT NULL, kept_by text NOT NULL, roles text NOT NULL, login text UNIQUE, name text,
        opened_at text NOT NULL, closed_at text);
      CREATE INDEX account_party ON account (party_id);
      CREATE TABLE api_key (
        id text PRIMARY KEY, account_id text NOT NULL, label text NOT NULL, prefix text NOT NULL UNIQUE,
        scopes text NOT NULL, expires_at text NOT NULL, revoked_at text);
      CREATE INDEX api_key_account ON api_key (account_id);
      CREATE TABLE credential (account_id text PRIMARY KEY, password_hash text NOT NULL);
      CREATE TABLE session (token_hash text PRIMARY KEY, account_id text NOT NULL, expires_at text NOT NULL);
      CREATE INDEX session_account ON session (account_id);
      CREATE TABLE api_key_secret (key_id text PRIMARY KEY, secret_hash text NOT NULL);
      `,
    );
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations run forward only'));
  }
}
