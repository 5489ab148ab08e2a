import type { MigrationInterface, QueryRunner } from 'typeorm';
import { runStatements } from '../../platform/database/migrate.js';

export class Shipping1763800000010 implements MigrationInterface {
  up(runner: QueryRunner): Promise<void> {
    return runStatements(
      runner,
      `
      CREATE TABLE shipment (
        id text PRIMARY KEY, warehouse_id text NOT NULL, carrier_name text NOT NULL, waybill text NOT NULL,
        recipient_name text, recipient_phone text, recipient_address text, handed_over_at text NOT NULL);
      CREATE INDEX shipment_warehouse ON shipment (warehouse_id, id);
      CREATE TABLE shipment_unit (
        shipment_id text NOT NULL, unit_id text NOT NULL, PRIMARY KEY (shipment_id, unit_id));
      CREATE INDEX shipment_unit_unit ON shipment_unit (unit_id);
      `,
    );
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations run forward only'));
  }
}
