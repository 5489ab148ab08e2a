import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { Database } from '../../platform/database/database.js';
import type { FindOptions, Reader, Where } from '../../platform/database/sql.js';
import { type Genealogy, genealogyOf } from './genealogy.queries.js';
import { FlowRule, Unit, UnitHold } from './units.entity.js';
import { refuse } from './units.refusals.js';
import { requireTryLeft } from './units.rules.js';

/** Reads of units. Each is seen by its warehouse, its merchant and regulators; for others it does not exist. */
@Injectable()
export class UnitsQueries {
  constructor(private readonly database: Database) {}

  units(viewer: Actor, where: Where<Unit>, options: FindOptions<Unit>): Promise<Unit[]> {
    return this.database.reader.find(Unit, { ...where, ...unitScope(viewer) }, { orderBy: 'id', ...options });
  }

  unit(viewer: Actor, id: string): Promise<Unit> {
    return unitFor(this.database.reader, viewer, id);
  }

  async genealogy(viewer: Actor, id: string): Promise<Genealogy> {
    const unit = await this.unit(viewer, id);
    return genealogyOf(this.database.reader, unit.id);
  }

  /** How many units the viewer may see at each stage; a stage without any is left out. */
  async tallies(viewer: Actor): Promise<ReadonlyMap<string, number>> {
    const [condition, params] = unitScopeSql(viewer, 'unit');
    const rows = await this.database.reader.query<{ stage: string; count: number }>(
      `SELECT stage, count(*) AS "count" FROM unit WHERE ${condition} GROUP BY stage`,
      params,
    );
    return new Map(rows.map(({ stage, count }) => [stage, count]));
  }

  /** What a warehouse has said about the ways aside; undefined before it has. */
  flowRule(warehouseId: string): Promise<FlowRule | undefined> {
    return this.database.reader.findOne(FlowRule, { warehouseId });
  }

  holds(unitId: string): Promise<UnitHold[]> {
    return this.database.reader.find(UnitHold, { unitId }, { orderBy: 'openedAt' });
  }
}

/** The unit when the viewer's party may see it; otherwise it is as unknown as one that does not exist. */
export async function unitFor(reader: Reader, viewer: Actor, id: string): Promise<Unit> {
  const unit = await reader.findOne(Unit, { id, ...unitScope(viewer) });
  if (!unit) throw refuse.unknown();
  return unit;
}

/** The holds of a unit that are open, oldest first. */
export function openHoldsOf(reader: Reader, unitId: string): Promise<UnitHold[]> {
  return reader.find(UnitHold, { unitId, releasedAt: null }, { orderBy: 'openedAt' });
}

/** How often a warehouse lets a unit fail; null while it has not said. */
export async function resubmissionLimitOf(reader: Reader, warehouseId: string): Promise<number | null> {
  return (await reader.findOne(FlowRule, { warehouseId }))?.resubmissionLimit ?? null;
}

/** Tells whether a warehouse tests everything itself, whatever a category says. */
export async function isFilmingRefused(reader: Reader, warehouseId: string): Promise<boolean> {
  return (await reader.findOne(FlowRule, { warehouseId }))?.isFilmingRefused ?? false;
}

/** Throws where a unit has failed as often as its warehouse lets it: nothing but an inspection of what passed goes on. */
export async function requireAnotherTry(reader: Reader, unit: Unit): Promise<void> {
  if (unit.stage === 'failed') requireTryLeft(unit, await resubmissionLimitOf(reader, unit.warehouseId));
}

/** A `where` over the columns by which units, and what hangs on them, name their parties. */
export interface PartyScope {
  readonly warehouseId?: string;
  readonly merchantId?: string;
  readonly id?: readonly string[];
}

/**
 * Which rows a viewer may see, of units and of every table that has their party columns. Spread it last in a `where`:
 * for those who may see nothing it says so by `id`, which nothing after it may replace.
 */
export function unitScope(viewer: Actor): PartyScope {
  switch (viewer.partyKind) {
    case 'warehouse':
      return { warehouseId: viewer.partyId };
    case 'merchant':
      return { merchantId: viewer.partyId };
    case 'regulator':
      return {};
    default:
      return { id: [] };
  }
}

/** The same for a statement that is written by hand, over the columns of the table that has this alias. */
export function unitScopeSql(
  { partyKind, partyId }: Actor,
  alias: string,
): readonly [condition: string, params: readonly string[]] {
  switch (partyKind) {
    case 'warehouse':
      return [`${alias}.warehouse_id = ?`, [partyId]];
    case 'merchant':
      return [`${alias}.merchant_id = ?`, [partyId]];
    case 'regulator':
      return ['1 = 1', []];
    default:
      return ['1 = 0', []];
  }
}
