import type { Reader } from '../../platform/database/sql.js';
import { Repacking, RepackingLot } from './genealogy.entity.js';
import { Unit } from './units.entity.js';

/** A repacking with its lots, in their order. */
export interface RepackingRecord {
  readonly repacking: Repacking;
  readonly sources: readonly LotOfRepacking[];
  readonly children: readonly LotOfRepacking[];
}

export interface LotOfRepacking {
  readonly unit: Unit;
  /** Taken of a source, or put into a child; in the repacking's unit. */
  readonly value: string;
}

/** Where a unit comes from, and what became of it, generation by generation. */
export interface Genealogy {
  /** The nearest first. */
  readonly backward: readonly RepackingRecord[];
  readonly forward: readonly RepackingRecord[];
}

/** Sources and children share their merchant and warehouse, so whoever may see the unit may see all of these. */
export async function genealogyOf(reader: Reader, unitId: string): Promise<Genealogy> {
  const backward = await traced(reader, unitId, 'child');
  const forward = await traced(reader, unitId, 'source');
  return { backward, forward };
}

/** Tells whether a unit was made by repacking here. */
export async function isRepackedHere(reader: Reader, unitId: string): Promise<boolean> {
  return (await reader.findOne(RepackingLot, { unitId, role: 'child' })) !== undefined;
}

/** Every repacking in which a unit has a role, and from there on those of the lots on the other side. */
async function traced(reader: Reader, unitId: string, role: RepackingLot['role']): Promise<RepackingRecord[]> {
  const found = new Map<string, RepackingRecord>();
  let ids = [unitId];
  while (ids.length > 0) {
    const roles = await reader.find(RepackingLot, { unitId: ids, role }, { orderBy: 'repackingId' });
    const fresh = [...new Set(roles.map(({ repackingId }) => repackingId))].filter((id) => !found.has(id));
    for (const id of fresh) found.set(id, await recordOf(reader, id));
    const next = fresh.flatMap((id) => otherSide(found.get(id), role));
    ids = next.map(({ unit }) => unit.id);
  }
  return [...found.values()];
}

function otherSide(record: RepackingRecord | undefined, role: RepackingLot['role']): readonly LotOfRepacking[] {
  return (role === 'child' ? record?.sources : record?.children) ?? [];
}

async function recordOf(reader: Reader, id: string): Promise<RepackingRecord> {
  const repacking = await reader.findOne(Repacking, { id });
  const lots = await reader.find(RepackingLot, { repackingId: id }, { orderBy: 'place' });
  const units = await reader.find(Unit, { id: lots.map(({ unitId }) => unitId) });
  const named = lots.flatMap(({ unitId, role, value }) => {
    const unit = units.find((each) => each.id === unitId);
    return unit ? [{ unit, role, value }] : [];
  });
  if (!repacking) throw new Error(`repacking ${id} has lots and no row`);
  return {
    repacking,
    sources: named.filter(({ role }) => role === 'source'),
    children: named.filter(({ role }) => role === 'child'),
  };
}
