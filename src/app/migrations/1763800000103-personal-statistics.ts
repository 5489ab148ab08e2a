import type { MigrationInterface, QueryRunner } from 'typeorm';

const PERSONAL: Readonly<Record<string, readonly string[]>> = {
  ledger_disclosure: ['content'],
  account: ['login', 'name'],
  party: ['contact_name', 'phone'],
  shipment: ['recipient_name', 'recipient_phone', 'recipient_address'],
};

/**
 * PostgreSQL's planner keeps samples of columns in tables of its own, where an erasure would not find them. These columns
 * are never planned by; setting the type again drops what was sampled before. SQLite samples nothing unasked.
 */
export class PersonalStatistics1763800000103 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    if (runner.dataSource.options.type !== 'postgres') return;
    for (const [table, columns] of Object.entries(PERSONAL)) {
      for (const column of columns) {
        await runner.query(`ALTER TABLE ${table} ALTER COLUMN ${column} TYPE text`);
        await runner.query(`ALTER TABLE ${table} ALTER COLUMN ${column} SET STATISTICS 0`);
      }
    }
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations run forward only'));
  }
}
