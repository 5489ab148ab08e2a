import type { MigrationInterface, QueryRunner } from 'typeorm';
import { runStatements } from '../../platform/database/migrate.js';

export class Catalog1763800000013 implements MigrationInterface {
  up(runner: QueryRunner): Promise<void> {
    return runStatements(
      runner,
      `
      CREATE TABLE category_version (
        id text PRIMARY KEY, category_id text NOT NULL, version text NOT NULL, hash text NOT NULL UNIQUE,
        loaded_at text NOT NULL);
      CREATE TABLE plan_version (
        id text PRIMARY KEY, warehouse_id text NOT NULL, category_id text NOT NULL, category_version text NOT NULL,
        category_hash text NOT NULL, version integer NOT NULL, uncertainty_rule text NOT NULL, items text NOT NULL,
        reason text NOT NULL, account_id text NOT NULL, published_at text NOT NULL,
        UNIQUE (warehouse_id, category_id, version));
      CREATE TABLE product (
        id text PRIMARY KEY, merchant_id text NOT NULL, name text NOT NULL, category_id text NOT NULL, brand text,
        spec text, attributes text NOT NULL, declared text NOT NULL, registered_at text NOT NULL);
      CREATE INDEX product_merchant ON product (merchant_id, id);
      `,
    );
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations run forward only'));
  }
}
