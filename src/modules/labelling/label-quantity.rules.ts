import { formatQuantity } from '../../kernel/quantity.js';
import type { PlanItem } from '../catalog/index.js';
import type { CertificateResult } from '../certificates/index.js';
import type { Unit } from '../units/index.js';

const MASS = 'totalMass';

/** What the inspection of the certificate tested, and found. */
export interface Found {
  readonly items: readonly PlanItem[];
  readonly results: readonly CertificateResult[];
}

/** The quantity on a label; of a piece its mass too, as certified, where an item of the inspection weighed it. */
export function labelQuantity(
  unit: Pick<Unit, 'kind' | 'quantityValue' | 'quantityUnit'>,
  { items, results }: Found,
): string {
  const quantity = formatQuantity({ value: unit.quantityValue, unit: unit.quantityUnit });
  const weighing = items.find(({ judge }) => 'field' in judge && judge.field === MASS);
  const mass = results.find(({ code }) => code === weighing?.code);
  return unit.kind === 'piece' && mass ? `${quantity} · ${mass.value} ${mass.unit}` : quantity;
}
