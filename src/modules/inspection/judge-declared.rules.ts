import { addDecimals, isDecimal, subtractDecimals } from '../../kernel/decimal.js';
import { convertQuantity, isConvertible, isQuantity, type Quantity } from '../../kernel/quantity.js';
import { normalizeText } from '../../kernel/text.js';
import { type UnitCode, unitOf } from '../../kernel/units.js';
import type { Attributes, AttributeValue, Judge, PlanItem } from '../catalog/index.js';
import { fail, type Finding, type JudgeContext, noLimit, pass, undecided, wrongKind } from './judge.js';
import { amountIn, isFinding, wrongUnit } from './judge-amount.js';
import { judgeAmount } from './judge-number.rules.js';
import type { NumberReading, ReadingValue } from './judge-reading.js';
import { judgeEquals } from './judge-text.rules.js';

type MatchesDeclared = Extract<Judge, { readonly op: 'matchesDeclared' }>;

/** The reading against what was declared: text after normalising, a number within its tolerance, a list by its members. */
export function judgeDeclared(
  item: PlanItem,
  reading: ReadingValue,
  judge: MatchesDeclared,
  context: JudgeContext,
): Finding {
  if (judge.compare === 'text') return judgeEquals(item, reading, judge.field, context);
  const declared = context.attributes[judge.field] ?? context.declared[judge.field];
  if (declared === undefined) return undecided(`缺少申报信息 ${judge.field}`, `${judge.field} was not declared`);
  if (judge.compare === 'list') return judgeList(reading, declared);
  if (reading.kind !== 'number') return wrongKind();
  if (judge.tolerance === null) return noLimit();
  return judgeWithin(item, reading, { declared, tolerance: judge.tolerance }, context);
}

/** What a field declares as an amount in the wanted unit; a bare figure is taken in that unit. */
export function declaredAmount(field: string, attributes: Attributes, unit: UnitCode | null): Quantity | Finding {
  const value = attributes[field];
  if (isDecimal(value) && unit !== null) return { value, unit };
  if (!isQuantity(value)) return undecided(`缺少申报信息 ${field}`, `${field} was not declared`);
  if (unit === null || !isConvertible(value.unit, unit)) return wrongUnit(unit, value.unit);
  return convertQuantity(value, unit);
}

function judgeWithin(
  item: PlanItem,
  reading: NumberReading,
  { declared, tolerance }: { readonly declared: AttributeValue; readonly tolerance: string },
  { uncertaintyRule = 'undecided' }: JudgeContext,
): Finding {
  const unit = item.unit ?? (isQuantity(declared) ? declared.unit : null);
  const wanted = figureIn(unit, declared);
  if (typeof wanted !== 'string') return wanted;
  const amount = amountIn(unit, counted(reading, unit), item.valueType);
  if (isFinding(amount)) return amount;
  const bounds = { min: subtractDecimals(wanted, tolerance), max: addDecimals(wanted, tolerance) };
  return judgeAmount(amount, bounds, uncertaintyRule);
}

function figureIn(unit: UnitCode | null, declared: AttributeValue): string | Finding {
  if (isDecimal(declared)) return declared;
  if (!isQuantity(declared) || unit === null) return undecided('申报值不是数字', 'what was declared is not a number');
  return isConvertible(declared.unit, unit) ? convertQuantity(declared, unit).value : wrongUnit(unit, declared.unit);
}

// Pieces are counted without writing a unit; a bare number is never taken for a mass.
function counted(reading: NumberReading, unit: UnitCode | null): NumberReading {
  if (reading.unit !== null || unit === null || unitOf(unit)?.dimension !== 'count') return reading;
  return { ...reading, unit };
}

function judgeList(reading: ReadingValue, declared: AttributeValue): Finding {
  if (reading.kind !== 'list') return wrongKind();
  const wanted = (isTexts(declared) ? declared : []).map(normalizeText).filter((text) => text !== '');
  if (wanted.length === 0) return undecided('没有申报任何内容', 'nothing was declared');
  const found = new Set(reading.values.map(normalizeText));
  const missing = wanted.filter((text) => !found.has(text));
  if (missing.length > 0) return fail(`缺少 ${missing.join('、')}`, `missing: ${missing.join(', ')}`);
  return pass(`齐全：${wanted.join('、')}`, `complete: ${wanted.join(', ')}`);
}

function isTexts(value: AttributeValue): value is readonly string[] {
  return Array.isArray(value);
}
