import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { Database } from '../../platform/database/database.js';
import type { Reader, SqlValue } from '../../platform/database/sql.js';
import { UnitsQueries } from '../units/index.js';
import { Shipment, ShipmentUnit } from './shipping.entity.js';
import { refuse } from './shipping.refusals.js';

export interface ShipmentFacts {
  readonly id: string;
  readonly carrierName: string;
  readonly handedOverAt: string;
}

const OF_MERCHANT = `EXISTS (SELECT 1 FROM shipment_unit su JOIN unit u ON u.id = su.unit_id
  WHERE su.shipment_id = s.id AND u.merchant_id = ?)`;

/** Reads of shipments. Each is seen by its warehouse, by merchants with a unit in it and by regulators. */
@Injectable()
export class ShippingQueries {
  constructor(
    private readonly database: Database,
    private readonly units: UnitsQueries,
  ) {}

  async shipments(
    viewer: Actor,
    page: { readonly after: string | undefined; readonly limit: number },
  ): Promise<Shipment[]> {
    const [scope, params] = scopeOf(viewer);
    const rows = await this.database.reader.query<{ id: string }>(
      `SELECT s.id AS "id" FROM shipment s WHERE ${scope} AND s.id > ? ORDER BY s.id LIMIT ?`,
      [...params, page.after ?? '', page.limit],
    );
    return this.database.reader.find(Shipment, { id: rows.map(({ id }) => id) }, { orderBy: 'id' });
  }

  async shipment(viewer: Actor, id: string): Promise<Shipment> {
    const [scope, params] = scopeOf(viewer);
    const seen = await this.database.reader.query(`SELECT s.id FROM shipment s WHERE ${scope} AND s.id = ?`, [
      ...params,
      id,
    ]);
    const shipment = seen.length > 0 ? await this.database.reader.findOne(Shipment, { id }) : undefined;
    if (!shipment) throw refuse.unknown();
    return shipment;
  }

  /** Ids of the shipment's units, as far as the viewer may see them. */
  async unitIds(viewer: Actor, shipmentId: string): Promise<string[]> {
    const rows = await this.database.reader.find(ShipmentUnit, { shipmentId });
    const units = await this.units.units(viewer, { id: rows.map(({ unitId }) => unitId) }, {});
    return units.map(({ id }) => id);
  }
}

/** The shipment that a unit left with; undefined before it left. */
export async function shipmentOf(reader: Reader, unitId: string): Promise<ShipmentFacts | undefined> {
  const left = await reader.findOne(ShipmentUnit, { unitId }, { orderBy: 'shipmentId', direction: 'desc' });
  const shipment = left && (await reader.findOne(Shipment, { id: left.shipmentId }));
  if (!shipment) return undefined;
  const { id, carrierName, handedOverAt } = shipment;
  return { id, carrierName, handedOverAt };
}

function scopeOf(viewer: Actor): [condition: string, params: SqlValue[]] {
  switch (viewer.partyKind) {
    case 'warehouse':
      return ['s.warehouse_id = ?', [viewer.partyId]];
    case 'merchant':
      return [OF_MERCHANT, [viewer.partyId]];
    case 'regulator':
      return ['1 = 1', []];
    default:
      return ['1 = 0', []];
  }
}
