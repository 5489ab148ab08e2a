import {
  compareDecimals,
  divideDecimals,
  multiplyDecimals,
  roundDecimal,
  signOf,
  subtractDecimals,
} from '../../kernel/decimal.js';
import { isConvertible } from '../../kernel/quantity.js';
import type { PlanItem } from '../catalog/index.js';
import type { ListReading, NumberReading, ReadingValue } from './judge-reading.js';
import type { Weighings } from './weighings.js';

/** Digits of a quotient that does not end: far finer than any balance, so that no limit is met by rounding. */
const JUDGED_PLACES = 10;
/** Digits that people read. */
const SHOWN_PLACES = 2;

/** Glaze in percent: (gross − deglazed) ÷ gross × 100, cut at 10 places half to even (GB/T 8170). Gross is not zero. */
export function glazePercent(gross: string, deglazed: string): string {
  const part = multiplyDecimals(subtractDecimals(gross, deglazed), '100');
  return divideDecimals(part, gross, JUDGED_PLACES, 'half-even');
}

/** What is in a package: gross − tare, exactly; nothing is rounded. */
export function contentMass(gross: string, tare: string): string {
  return subtractDecimals(gross, tare);
}

/** The figures that follow from weighings, in their order: percent for glaze, else masses in the weighings' unit. */
export function derivedFigures(of: Weighings): readonly string[] {
  if (of.formula === 'glaze') return of.rows.map(({ gross, deglazed }) => glazePercent(gross, deglazed));
  return of.rows.map(({ gross, tare }) => contentMass(gross, tare));
}

/** The reading that an item is judged by: weighings as the figure (or figures) that they give, any other as it is. */
export function derivedReading(
  item: Pick<PlanItem, 'valueType'>,
  value: ReadingValue,
): Exclude<ReadingValue, Weighings> {
  if (value.kind !== 'weighings') return value;
  const values = derivedFigures(value);
  const unit = value.formula === 'glaze' ? 'P1' : value.unit;
  const one: NumberReading = { kind: 'number', value: values[0] ?? '', unit };
  const all: ListReading = { kind: 'list', values, unit };
  return item.valueType === 'list' ? all : one;
}

/** A figure with how it came about: `15.2 = (1000 − 848) ÷ 1000 × 100`. Percent are shown to 0.01, half to even. */
export function shownWeighings(of: Weighings): readonly { readonly figure: string; readonly formula: string }[] {
  if (of.formula === 'glaze') {
    return of.rows.map(({ gross, deglazed }) => ({
      figure: roundDecimal(glazePercent(gross, deglazed), SHOWN_PLACES, 'half-even'),
      formula: `(${gross} − ${deglazed}) ÷ ${gross} × 100`,
    }));
  }
  return of.rows.map(({ gross, tare }) => ({ figure: contentMass(gross, tare), formula: `${gross} − ${tare}` }));
}

/** What is wrong with weighings for an item; undefined when nothing is. */
export function weighingsFault(
  { weighings = [], valueType, unit }: Pick<PlanItem, 'weighings' | 'valueType' | 'unit'>,
  of: Weighings,
): 'formula' | 'one-only' | 'impossible' | undefined {
  const isFitting = of.formula === 'glaze' || unit === null || isConvertible(of.unit, unit);
  if (!weighings.includes(of.formula) || !isFitting) return 'formula';
  if (valueType !== 'list' && of.rows.length > 1) return 'one-only';
  return pairsOf(of).every(isPossible) ? undefined : 'impossible';
}

function pairsOf(of: Weighings): readonly (readonly [gross: string, rest: string])[] {
  if (of.formula === 'glaze') return of.rows.map(({ gross, deglazed }) => [gross, deglazed]);
  return of.rows.map(({ gross, tare }) => [gross, tare]);
}

/** Nothing weighs less than nothing, and no part more than the whole. */
function isPossible([gross, rest]: readonly [gross: string, rest: string]): boolean {
  return signOf(gross) === 1 && signOf(rest) >= 0 && compareDecimals(rest, gross) <= 0;
}
