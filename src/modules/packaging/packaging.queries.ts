import type { Quantity } from '../../kernel/quantity.js';
import type { Reader } from '../../platform/database/sql.js';
import { Packing } from './packaging.entity.js';

export interface PackingFacts {
  readonly sealNo: string;
  readonly mass: Quantity;
  readonly packerNumber: string;
  readonly packedAt: string;
}

/** How a unit was packed; undefined before it was. The caller has made sure that the viewer may see the unit. */
export async function packingOf(reader: Reader, unitId: string): Promise<PackingFacts | undefined> {
  const row = await reader.findOne(Packing, { unitId });
  if (!row) return undefined;
  const { sealNo, massValue, massUnit, packerNumber, packedAt } = row;
  return { sealNo, mass: { value: massValue, unit: massUnit }, packerNumber, packedAt };
}
