import type { MigrationInterface, QueryRunner } from 'typeorm';
import { runStatements } from '../../platform/database/migrate.js';

export class Live1763800000012 implements MigrationInterface {
  up(runner: QueryRunner): Promise<void> {
    return runStatements(
      runner,
      `
      CREATE TABLE live_session (
        id text PRIMARY KEY, party_id text NOT NULL, title text NOT NULL,
        layout text NOT NULL CHECK (layout IN ('portrait', 'landscape')),
        code_style text NOT NULL CHECK (code_style IN ('none', 'number', 'short', 'qr')),
        state text NOT NULL CHECK (state IN ('open', 'ended')), certificate_id text, opened_at text NOT NULL,
        ended_at text);
      CREATE INDEX live_session_party ON live_session (party_id, state, id);
      CREATE TABLE live_pick (
        entry bigint PRIMARY KEY, session_id text NOT NULL, certificate_id text NOT NULL,
        certificate_number text NOT NULL, shown_at text NOT NULL, taken_down_at text);
      CREATE INDEX live_pick_session ON live_pick (session_id, entry);
      CREATE INDEX live_pick_certificate ON live_pick (certificate_id);
      CREATE TABLE live_token (token_hash text PRIMARY KEY, session_id text NOT NULL UNIQUE);
      `,
    );
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations run forward only'));
  }
}
