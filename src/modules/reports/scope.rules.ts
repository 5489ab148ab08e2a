import { normalizeText } from '../../kernel/text.js';
import type { PlanItem } from '../catalog/index.js';

/** What an accreditation is compared with. */
export type ScopedItem = Pick<PlanItem, 'code' | 'method' | 'standard' | 'edition'>;

/**
 * Tells whether an accreditation covers an item: one of its entries is the item's code, its method or its standard, or
 * names a standard number that the item names there. An item with an edition (`GB 2762-2025`) needs that edition; one
 * without (`GB 5009.15`) takes any. Where nothing is named, nothing is covered.
 */
export function isInScope(item: ScopedItem, scope: readonly string[]): boolean {
  const named = namesOf(item);
  return scope.some((entry) => covers(entry, named));
}

/** What an entry would have to say for an item to be in scope, for people. */
export function wantedScope(item: ScopedItem): string {
  return namesOf(item).join('、');
}

function namesOf({ code, method, standard, edition }: ScopedItem): readonly string[] {
  return [code, method?.zh, edition, standard?.zh].filter((name) => name !== undefined && name !== null);
}

function covers(entry: string, names: readonly string[]): boolean {
  const text = keyOf(entry);
  const numbers = numbersIn(entry);
  return names.some(
    (name) => keyOf(name) === text || numbersIn(name).some((wanted) => numbers.some((own) => isSame(own, wanted))),
  );
}

interface StandardNumber {
  readonly number: string;
  readonly year: string | undefined;
}

// GB/T 16553-2017, GB 5009.15, SC/T 3054-2020, JJF 1070-2023, DB37/T 1234-2020.
const NUMBER = /([A-Z]{2,4}(?:\d{2})?(?:\/[A-Z])?)\s*(\d+(?:\.\d+)*)(?:[-—–](\d{4}))?(?![\d.]*\d)/gu;

function numbersIn(text: string): readonly StandardNumber[] {
  const found = normalizeText(text).toUpperCase().matchAll(NUMBER);
  return [...found].map(([, body, number, year]) => ({ number: `${body ?? ''}${number ?? ''}`, year }));
}

function isSame(own: StandardNumber, wanted: StandardNumber): boolean {
  return own.number === wanted.number && (wanted.year === undefined || wanted.year === own.year);
}

function keyOf(text: string): string {
  return normalizeText(text).toUpperCase().replaceAll(' ', '');
}
