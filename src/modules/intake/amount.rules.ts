import { signOf } from '../../kernel/decimal.js';
import type { Quantity } from '../../kernel/quantity.js';
import { unitOf } from '../../kernel/units.js';
import { refuse } from './intake.refusals.js';

/** Pieces have a count, lots a quantity; never both. */
export interface Amount {
  readonly count?: number;
  readonly quantity?: Quantity;
}

const GOODS_DIMENSIONS = ['mass', 'length', 'volume', 'count'];

/** The amount of a line as a quantity: pieces are counted in H87. */
export function quantityOf(kind: string, { count, quantity }: Amount, lineNo: number): Quantity {
  if (kind === 'piece') {
    if (count === undefined || quantity !== undefined) throw refuse.countNeeded({ lineNo });
    return { value: String(count), unit: 'H87' };
  }
  if (quantity === undefined || count !== undefined) throw refuse.quantityNeeded({ lineNo });
  const { value, unit } = quantity;
  if (signOf(value) !== 1) throw refuse.quantityNotPositive({ lineNo });
  if (!GOODS_DIMENSIONS.includes(unitOf(unit)?.dimension ?? '')) throw refuse.unitMeasuresNoGoods({ lineNo, unit });
  return { value, unit };
}
