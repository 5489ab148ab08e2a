import { isDecimal, isWhole, signOf } from '../../kernel/decimal.js';
import { convertQuantity, isConvertible } from '../../kernel/quantity.js';
import { type UnitCode, unitSymbol } from '../../kernel/units.js';
import type { ValueType } from '../catalog/index.js';
import { type Finding, undecided } from './judge.js';
import type { NumberReading } from './judge-reading.js';

/** A number in the unit that it is judged in, with its uncertainty (`0` when none was given). */
export interface Amount {
  readonly value: string;
  readonly uncertainty: string;
  readonly unit: UnitCode | null;
}

/**
 * The reading in the item's unit: as it is, or by a named exact conversion. Otherwise undecided, with the reason:
 * a bare number where a unit is needed, another unit, a text that is no decimal, a fraction where whole is asked.
 */
export function amountIn(unit: UnitCode | null, reading: NumberReading, valueType: ValueType): Amount | Finding {
  const { value, uncertainty = '0' } = reading;
  if (!isDecimal(value) || !isDecimal(uncertainty) || signOf(uncertainty) < 0) return notDecimal();
  if (valueType === 'integer' && !isWhole(value)) return undecided('应为整数', 'a whole number is needed');
  if (reading.unit === unit) return { value, uncertainty, unit };
  if (unit === null || reading.unit === null || !isConvertible(reading.unit, unit))
    return wrongUnit(unit, reading.unit);
  const convert = (figure: string, from: UnitCode) => convertQuantity({ value: figure, unit: from }, unit).value;
  return { value: convert(value, reading.unit), uncertainty: convert(uncertainty, reading.unit), unit };
}

export function isFinding(of: Amount | Finding): of is Finding {
  return 'verdict' in of;
}

/** An amount for people: `0.497 g/kg`, `1.548`. */
export function shown(value: string, unit: UnitCode | null): string {
  if (unit === null) return value;
  const symbol = unitSymbol(unit);
  return symbol === '%' || symbol === '‰' ? `${value}${symbol}` : `${value} ${symbol}`;
}

export function wrongUnit(wanted: UnitCode | null, got: UnitCode | null): Finding {
  const [want, has] = [wanted, got].map((unit) => (unit === null ? undefined : unitSymbol(unit)));
  const [zhWanted, enWanted] = want
    ? [`单位应为 ${want}`, `the unit should be ${want}`]
    : ['应是没有单位的数', 'there should be no unit'];
  const [zhHas, enHas] = has
    ? [`读数的单位是 ${has}`, `the reading is in ${has}`]
    : ['读数没有单位', 'the reading has none'];
  return undecided(`${zhWanted}，${zhHas}，不能换算`, `${enWanted}, ${enHas}, and no named conversion leads there`);
}

export function notDecimal(): Finding {
  return undecided('不是十进制数字', 'it is not a decimal number');
}
