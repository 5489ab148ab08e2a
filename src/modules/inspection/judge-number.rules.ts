import { addDecimals, compareDecimals, isDecimal, signOf, subtractDecimals } from '../../kernel/decimal.js';
import type { UnitCode } from '../../kernel/units.js';
import type { Limit, PlanItem, UncertaintyRule } from '../catalog/index.js';
import { fail, type Finding, noLimit, pass, undecided, worst, wrongKind } from './judge.js';
import { type Amount, amountIn, isFinding, notDecimal, shown } from './judge-amount.js';
import type { MapReading, NotDetected, ReadingValue } from './judge-reading.js';

/** The two ends of what is allowed; null is a figure that nobody has given, absent is no end on that side. */
export interface Bounds {
  readonly min?: Limit;
  readonly max?: Limit;
}

/** A number, or 未检出, against one or two ends. The ends themselves are allowed (≤, ≥). */
export function judgeNumber(item: PlanItem, reading: ReadingValue, bounds: Bounds, rule: UncertaintyRule): Finding {
  if (reading.kind !== 'number' && reading.kind !== 'not-detected') return wrongKind();
  if (bounds.min === null || bounds.max === null) return noLimit();
  if (reading.kind === 'not-detected') return judgeNotDetected(reading, bounds, item.unit);
  const amount = amountIn(item.unit, reading, item.valueType);
  return isFinding(amount) ? amount : judgeAmount(amount, bounds, rule);
}

/** An amount against two ends; see `UncertaintyRule` for what happens when its uncertainty reaches across one. */
export function judgeAmount(amount: Amount, { min, max }: Bounds, rule: UncertaintyRule): Finding {
  const findings: Finding[] = [];
  if (min) findings.push(againstEnd(amount, { figure: min, sign: '≥' }, rule));
  if (max) findings.push(againstEnd(amount, { figure: max, sign: '≤' }, rule));
  return worst(findings);
}

/** 不得检出, 不得使用: any detected amount fails, 未检出 passes; a zero says neither, so it decides nothing. */
export function judgeAbsent(item: PlanItem, reading: ReadingValue): Finding {
  if (reading.kind === 'not-detected') return pass('未检出', 'not detected');
  if (reading.kind !== 'number') return wrongKind();
  const amount = amountIn(item.unit, reading, item.valueType);
  if (isFinding(amount)) return amount;
  const text = shown(amount.value, amount.unit);
  if (signOf(amount.value) > 0) return fail(`检出 ${text}`, `${text} was detected`);
  return undecided('应记“未检出”，不能记 0 或负数', 'write “not detected”; a zero or less does not say so');
}

/** Several named figures, each against its own upper end. A name without a reading is undecided, never zero. */
export function judgeEach(
  item: PlanItem,
  reading: ReadingValue,
  limits: Readonly<Record<string, Limit>>,
  rule: UncertaintyRule,
): Finding {
  if (reading.kind !== 'map') return wrongKind();
  return worst(
    Object.entries(limits).map(([name, max]) => {
      const { verdict, reason } = judgeOne(item, valueOf(reading, name), max, rule);
      return { verdict, reason: { zh: `${name}：${reason.zh}`, en: `${name}: ${reason.en}` } };
    }),
  );
}

function judgeOne(item: PlanItem, reading: ReadingValue | undefined, max: Limit, rule: UncertaintyRule): Finding {
  if (!reading) return undecided('没有读数', 'there is no reading');
  return judgeNumber({ ...item, valueType: 'number' }, reading, { max }, rule);
}

function valueOf({ values, notDetected, unit }: MapReading, name: string): ReadingValue | undefined {
  if (notDetected?.includes(name)) return { kind: 'not-detected', unit };
  const value = values[name];
  return value === undefined || value.trim() === '' ? undefined : { kind: 'number', value, unit };
}

/** Below the detection limit: under an upper end unless the method could not see that far; never over a lower end. */
function judgeNotDetected(reading: NotDetected, { min, max }: Bounds, unit: UnitCode | null): Finding {
  const seen = detectionLimit(reading, unit);
  if (seen && isFinding(seen)) return seen;
  const isBlind = (end: string) => seen !== undefined && compareDecimals(seen.value, end) > 0;
  if (min && signOf(min) > 0) {
    if (isBlind(min)) return blind(min, unit);
    return fail(`未检出，低于 ${shown(min, unit)}`, `not detected, so below ${shown(min, unit)}`);
  }
  if (max && isBlind(max)) return blind(max, unit);
  return pass('未检出', 'not detected');
}

function detectionLimit(reading: NotDetected, unit: UnitCode | null): Amount | Finding | undefined {
  if (reading.detectionLimit === undefined) return undefined;
  if (!isDecimal(reading.detectionLimit)) return notDecimal();
  return amountIn(unit, { kind: 'number', value: reading.detectionLimit, unit: reading.unit }, 'number');
}

function blind(end: string, unit: UnitCode | null): Finding {
  const limit = shown(end, unit);
  return undecided(`检出限高于限值 ${limit}`, `the detection limit is above the limit ${limit}`);
}

interface End {
  readonly figure: string;
  readonly sign: '≤' | '≥';
}

function againstEnd(amount: Amount, end: End, rule: UncertaintyRule): Finding {
  const low = subtractDecimals(amount.value, amount.uncertainty);
  const high = addDecimals(amount.value, amount.uncertainty);
  const [best, worstCase] = end.sign === '≤' ? [low, high] : [high, low];
  if (isInside(worstCase, end)) return decided(true, amount, end);
  if (!isInside(best, end) || rule === 'reject') return decided(false, amount, end);
  if (rule === 'accept') return decided(isInside(amount.value, end), amount, end);
  const limit = `${end.sign}${shown(end.figure, amount.unit)}`;
  const text = `${shown(amount.value, amount.unit)} ±${amount.uncertainty}`;
  return undecided(`${text} 的不确定度跨过限值 ${limit}`, `the uncertainty of ${text} reaches across ${limit}`);
}

function isInside(value: string, { figure, sign }: End): boolean {
  const order = compareDecimals(value, figure);
  return sign === '≤' ? order <= 0 : order >= 0;
}

function decided(isGood: boolean, amount: Amount, end: End): Finding {
  const text = amount.uncertainty === '0' ? '' : ` ±${amount.uncertainty}`;
  const value = `${shown(amount.value, amount.unit)}${text}`;
  const limit = `${end.sign}${shown(end.figure, amount.unit)}`;
  return isGood
    ? pass(`${value}，符合 ${limit}`, `${value} meets ${limit}`)
    : fail(`${value}，不符合 ${limit}`, `${value} does not meet ${limit}`);
}
