import type { MigrationInterface, QueryRunner } from 'typeorm';
import { runStatements } from '../../platform/database/migrate.js';

/** The stages at which a clock begins anew, as their entries say them. */
const ROUNDS = ['awaiting-resubmission', 'received', 'reinspection'].map((stage) => `'{"stage":"${stage}"}'`);

export class UnitClocks1763800000271 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runStatements(
      runner,
      `
      ALTER TABLE unit ADD COLUMN clock_from text NOT NULL DEFAULT '';
      UPDATE unit SET clock_from = received_at;
      DROP INDEX unit_clock;
      CREATE INDEX unit_clock ON unit (warehouse_id, clock_from, id);
      `,
    );
    const rounds: readonly { id: string; bytes: Buffer }[] = await runner.query(
      `SELECT s.id, e.bytes FROM ledger_disclosure d
         JOIN ledger_subject s ON s.idx = d.idx AND s.type = 'unit' JOIN ledger_entry e ON e.idx = d.idx
         WHERE d.grp = 'public' AND d.content IN (${ROUNDS.join(', ')}) ORDER BY d.idx`,
    );
    for (const { id, bytes } of rounds) {
      const { at }: { at: string } = JSON.parse(bytes.toString('utf8'));
      await runner.query(`UPDATE unit SET clock_from = '${at}' WHERE id = '${id}'`);
    }
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations run forward only'));
  }
}
