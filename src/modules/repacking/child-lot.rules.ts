import { formatQuantity, type Quantity } from '../../kernel/quantity.js';
import { checkAttributes } from '../catalog/index.js';
import { type Attributes, attributesOf, declaredOf, type Unit, type UnitRegistration } from '../units/index.js';
import { refuse } from './repacking.refusals.js';
import type { RepackingOrder } from './repacking-order.js';

/** What packing may change; everything else is the goods' own and stays. */
const PACKING: readonly string[] = ['packing', 'netContent'];
/** Where categories list the lots that goods were repacked from. */
const REPACKED_FROM = 'repackFrom';

/** What every new lot of a repacking is. */
export interface ChildLot {
  /** Of all its sources, each once. */
  readonly lotNos: readonly string[];
  readonly registered: (quantity: Quantity) => UnitRegistration;
}

/**
 * A new lot is what its sources are: one merchant's, of one category and name, with their attributes. Of mixed lots
 * every lot number is kept, and of each date the earliest, which is the strict one for shelf life.
 */
export function childOf(order: RepackingOrder): ChildLot {
  const units = order.sources.map(({ unit }) => unit);
  const [first] = units;
  if (!first) throw refuse.notALot();
  requireOneProduct(first, units);
  const lotNos = [...new Set(units.flatMap(({ lotNo }) => (lotNo === null ? [] : [lotNo])))];
  const attributes = childAttributes(order, units, lotNos);
  const productionDay = earliest(units.map((unit) => unit.productionDay));
  const { warehouseId, merchantId, consignmentId, name, categoryId } = first;
  return {
    lotNos,
    registered: (quantity) => ({
      public: {
        ...{ kind: 'lot', name, categoryId, quantity, attributes },
        ...(lotNos.length > 0 ? { lotNo: lotNos.join('、') } : {}),
        ...(productionDay === undefined ? {} : { productionDay }),
        isSample: units.some(({ isSample }) => isSample),
      },
      party: {
        ...{ warehouseId, merchantId, consignmentId },
        ...(first.productId !== null && isShared(units, 'productId') ? { productId: first.productId } : {}),
        // The declared quantity of a source is not that of a part of it.
        declared: { ...declaredOf(first), quantity: formatQuantity(quantity) },
      },
    }),
  };
}

function requireOneProduct(first: Unit, units: readonly Unit[]): void {
  for (const field of ['merchantId', 'warehouseId', 'categoryId', 'name'] as const) {
    if (!isShared(units, field)) throw refuse.productDiffers();
  }
  // Mixed goods whose lots nobody can name could not be traced back.
  if (units.length > 1 && units.some(({ lotNo }) => lotNo === null))
    throw refuse.lotNumberMissing({ name: first.name });
}

function isShared(
  units: readonly Unit[],
  field: 'merchantId' | 'warehouseId' | 'categoryId' | 'name' | 'productId',
): boolean {
  return units.every((unit) => unit[field] === units[0]?.[field]);
}

function childAttributes(
  { category, attributes }: RepackingOrder,
  units: readonly Unit[],
  lotNos: readonly string[],
): Attributes {
  const changed = Object.keys(attributes).find((code) => !PACKING.includes(code));
  if (changed !== undefined) throw refuse.attributeStays({ attribute: changed, packing: PACKING.join(', ') });
  const isDate = (code: string) => category.attributes.some((each) => each.code === code && each.type === 'date');
  const kept = mixed(units.map(attributesOf), {
    isDate,
    isLeftOut: (code) => code === REPACKED_FROM || code in attributes,
  });
  const isListed = lotNos.length > 0 && category.attributes.some(({ code }) => code === REPACKED_FROM);
  const all = { ...kept, ...attributes, ...(isListed ? { [REPACKED_FROM]: lotNos } : {}) };
  checkAttributes(category, all);
  return all;
}

interface Mixing {
  readonly isDate: (code: string) => boolean;
  /** What the order says anew, of all the lots. */
  readonly isLeftOut: (code: string) => boolean;
}

function mixed(each: readonly Attributes[], { isDate, isLeftOut }: Mixing): Attributes {
  const codes = new Set(each.flatMap((attributes) => Object.keys(attributes)));
  const pairs = [...codes]
    .filter((code) => !isLeftOut(code))
    .flatMap((code) => {
      const values = each.map((attributes) => attributes[code]);
      if (isDate(code)) {
        const day = earliest(values.map((value) => (typeof value === 'string' ? value : null)));
        return day === undefined ? [] : [[code, day] as const];
      }
      const [value] = values;
      if (value === undefined || values.some((other) => JSON.stringify(other) !== JSON.stringify(value))) {
        throw refuse.attributeDiffers({ attribute: code });
      }
      return [[code, value] as const];
    });
  return Object.fromEntries(pairs);
}

function earliest(days: readonly (string | null)[]): string | undefined {
  return (
    days
      .filter((day) => day !== null && day !== '')
      .toSorted()
      .at(0) ?? undefined
  );
}
