import { dayOf, type Instant, minuteOf } from '../../kernel/instant.js';
import type { Language } from '../../kernel/language.js';
import type { Quantity } from '../../kernel/quantity.js';
import { unitOf, unitSymbol } from '../../kernel/units.js';

/** A moment for people, in the warehouse's zone: `2026-11-22 16:30`. */
export function formatMinute(instant: Instant, zone: string): string {
  return minuteOf(instant, zone);
}

/** The day of a moment for people, in the warehouse's zone: `2026-11-22`. */
export function formatDay(instant: Instant, zone: string): string {
  return dayOf(instant, zone);
}

const UNSPACED = new Set(['%', '‰', '°', '′', '″']);

/**
 * A value with its unit's symbol, kept on one line: `28.64 g`, `18 %` as `18%`. Without a symbol the value alone.
 * The value is printed as recorded: digits are evidence, so nothing is rounded or grouped.
 */
export function formatAmount(value: string, symbol = ''): string {
  if (!symbol) return value;
  return UNSPACED.has(symbol) ? `${value}${symbol}` : `${value}\u00a0${symbol}`;
}

/** A quantity for people: `28.64 g`. What is counted is counted in the reader's words: `1 件`, `200 pieces`. */
export function formatQuantity(quantity: Quantity, language: Language): string {
  const unit = unitOf(quantity.unit);
  if (language === 'zh' || unit?.dimension !== 'count') return formatAmount(quantity.value, unitSymbol(quantity.unit));
  return formatAmount(quantity.value, quantity.value === '1' ? unit.name.en : `${unit.name.en}s`);
}

/** Tells whether a quantity counts things rather than weighs them. */
export function isCount(quantity: Quantity): boolean {
  return unitOf(quantity.unit)?.dimension === 'count';
}

/** A code in groups of four that a person can read out: `7K3M 9QWX`. */
export function formatCode(code: string): string {
  return code.replace(/(.{4})(?=.)/g, '$1 ');
}

/** A count with its thousands set apart by a thin space: `128 431`. */
export function formatCount(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, '\u202f');
}

/** A share in tenths of a percent, for people: `99.4%`; a dash where there is nothing to have a share of. */
export function formatPermille(permille: number | undefined): string {
  return permille === undefined ? '–' : `${Math.floor(permille / 10)}.${permille % 10}%`;
}
