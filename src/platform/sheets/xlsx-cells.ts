import type { CellFault } from './sheet-rows.ts';

/** A cell as the sheet says it. */
export interface RawCell {
  /** `n` number, `s` shared text, `str` text of a formula, `inlineStr`, `b`, `e` error, `d` ISO date. */
  readonly type: string;
  readonly value: string;
  readonly isDay: boolean;
  readonly hasFormula: boolean;
}

export interface CellSettings {
  readonly shared: readonly string[];
  /** Days are counted from 1904-01-01. */
  readonly is1904: boolean;
}

export interface ReadCell {
  readonly text: string;
  readonly fault?: CellFault;
}

/** The cell as text: numbers as Excel shows them, days as YYYY-MM-DD, true and false. What a formula gives is not taken. */
export function readCell(cell: RawCell, { shared, is1904 }: CellSettings): ReadCell {
  const { type, value } = cell;
  if (cell.hasFormula) return { text: value, fault: 'formula' };
  switch (type) {
    case 's':
      return { text: shared[Number(value)] ?? '' };
    case 'b':
      return { text: value === '1' ? 'true' : 'false' };
    case 'e':
      return { text: value, fault: 'error-value' };
    case 'd':
      return dayOfIso(value);
    case 'str':
    case 'inlineStr':
      return { text: value };
    default:
      return cell.isDay ? dayOfSerial(value, is1904) : numberText(value);
  }
}

const PLAIN = /^-?\d+(\.\d+)?$/;
/** Excel keeps and shows 15 digits; what stands beyond them is the noise of binary fractions. */
const DIGITS = 15;

function numberText(value: string): ReadCell {
  if (value === '') return { text: '' };
  const number = Number(value);
  if (!Number.isFinite(number)) return { text: value, fault: 'error-value' };
  if (Math.abs(number) >= 10 ** DIGITS) return { text: value, fault: 'long-number' };
  if (PLAIN.test(value) && value.replace(/\D/g, '').length <= DIGITS) return { text: value };
  const text = String(Number(number.toPrecision(DIGITS)));
  return { text: text.includes('e') ? number.toFixed(20).replace(/\.?0+$/, '') : text };
}

const DAY_MILLIS = 86_400_000;
/** 2958465 is 9999-12-31; before 61 Excel counts a day that never was. */
const FIRST_DAY = 61;
const LAST_DAY = 2_958_465;
const FROM_1904 = 1_462;

function dayOfSerial(value: string, is1904: boolean): ReadCell {
  const serial = Number(value) + (is1904 ? FROM_1904 : 0);
  if (value === '') return { text: '' };
  if (!(serial >= FIRST_DAY && serial < LAST_DAY + 1)) return { text: value, fault: 'error-value' };
  const text = new Date(Date.UTC(1899, 11, 30) + Math.floor(serial) * DAY_MILLIS).toISOString().slice(0, 10);
  return Number.isInteger(serial) ? { text } : { text, fault: 'time-of-day' };
}

function dayOfIso(value: string): ReadCell {
  const [, day = value, time = ''] = /^(\d{4}-\d{2}-\d{2})(?:T(.*))?$/.exec(value) ?? [];
  return /[1-9]/.test(time) ? { text: day, fault: 'time-of-day' } : { text: day };
}

/** Tells whether a number format shows a day: one of Excel's own by its number, or by its letters. */
export function showsDay(id: number, code: string | undefined): boolean {
  if (code === undefined) return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 58);
  const letters = code.replace(/"[^"]*"|\[[^\]]*\]|\\.|_./g, '');
  return /[ymdhs年月日]/i.test(letters) && !/general/i.test(letters);
}

/** Text of a cell: `_x000D_` and the like stand for characters that XML cannot hold. */
export function cellText(text: string): string {
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

/** The column of `AB12`, from 0. */
export function columnOf(reference: string): number {
  let column = 0;
  for (const letter of /^[A-Z]{1,3}/.exec(reference)?.[0] ?? 'A') column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}
