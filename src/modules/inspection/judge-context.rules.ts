import { isDecimal } from '../../kernel/decimal.js';
import { dayOf, type Instant, isDay } from '../../kernel/instant.js';
import { parseQuantity, type Quantity } from '../../kernel/quantity.js';
import { normalizeText } from '../../kernel/text.js';
import { type Attributes, type AttributeValue, documentsIn } from '../catalog/index.js';
import type { LotScheme } from '../sampling/index.js';
import { attributesOf, declaredOf, type Unit } from '../units/index.js';
import type { JudgeContext } from './judge.js';

/** What is known of an inspection beside its unit. */
export interface InspectedBy {
  readonly startedAt: Instant;
  /** The warehouse's. */
  readonly zone: string;
  /** How a lot is sampled. */
  readonly schemes?: readonly LotScheme[];
}

/** A unit as its readings are judged. The day of inspection is that of its start, in the warehouse's zone. */
export function contextOf(unit: Unit, { startedAt, zone, schemes = [] }: InspectedBy): JudgeContext {
  const { productionDay } = unit;
  return {
    attributes: attributesOf(unit),
    declared: declaredValues(unit),
    productionDay: productionDay !== null && isDay(productionDay) ? productionDay : null,
    inspectionDay: dayOf(startedAt, zone),
    ...(unit.kind === 'lot' ? { schemes } : {}),
  };
}

/**
 * What was declared, as values: an amount (`500`, `500 kg`), a list of documents (`检疫证、发票`), else text.
 * A piece is one, whether or not anybody wrote it down; of a lot nothing is assumed.
 */
function declaredValues(unit: Unit): Attributes {
  const { quantity, documents, ...texts } = declaredOf(unit);
  const amount = quantity === undefined && unit.kind === 'piece' ? '1' : quantity;
  return {
    ...texts,
    ...(amount === undefined ? {} : { quantity: amountOf(amount) }),
    ...(documents === undefined ? {} : { documents: documentsIn(documents) }),
  };
}

function amountOf(text: string): AttributeValue {
  const plain = normalizeText(text);
  return isDecimal(plain) ? plain : (quantityOf(plain) ?? plain);
}

function quantityOf(text: string): Quantity | undefined {
  try {
    return parseQuantity(text);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
