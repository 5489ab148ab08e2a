import { convertQuantity, isConvertible, type Quantity } from '../../kernel/quantity.js';
import { normalizeText } from '../../kernel/text.js';
import type { UnitCode } from '../../kernel/units.js';
import type { Mention } from './category-consistency.js';
import type { GoodsFacts } from './consistency-facts.js';

/** The text of a field as it is compared; undefined when nobody gave one. */
export function textAt(field: string, { texts, written, attributes }: GoodsFacts): string | undefined {
  const attribute = attributes[field];
  const text = texts[field] ?? written[field] ?? (typeof attribute === 'string' ? attribute : undefined);
  const normal = normalizeText(text ?? '');
  return normal === '' ? undefined : normal;
}

/** Which of the words a text has, once the phrases that only look like them are taken out. */
export function wordsIn(text: string, words: readonly string[], ignoring: readonly string[] = []): readonly string[] {
  const left = ignoring.reduce((rest, phrase) => rest.replaceAll(normalizeText(phrase), ' '), normalizeText(text));
  return words.filter((word) => left.includes(normalizeText(word)));
}

/** The first word of a mention that any of its texts has. */
export function mentionedIn(mention: Mention, facts: GoodsFacts): string | undefined {
  return mention.in.flatMap((field) => wordsIn(textAt(field, facts) ?? '', mention.words, mention.ignoring)).at(0);
}

/** A word of a vocabulary where it stands in a text. */
export interface NamedWord {
  readonly word: string;
  /** One of `beside` stands right before it. */
  readonly isBeside: boolean;
}

/** The words of a vocabulary in a text, the longest that fits at each place: 合成紫晶 is not also 紫晶. */
export function namedWords(text: string, vocabulary: readonly string[], beside: readonly string[]): NamedWord[] {
  const words = [...new Set(vocabulary.map(normalizeText))].toSorted((left, right) => right.length - left.length);
  const named: NamedWord[] = [];
  for (let at = 0; at < text.length; at++) {
    const word = words.find((each) => text.startsWith(each, at));
    if (word === undefined) continue;
    const before = text.slice(0, at).trimEnd();
    named.push({ word, isBeside: beside.some((mark) => before.endsWith(mark)) });
    at += word.length - 1;
  }
  return named;
}

const MASS = /(\d+(?:\.\d+)?)\s*(千克|公斤|kg|毫克|mg|克拉|ct|克|g)(?![a-z])/giu;
const MASS_UNITS: Readonly<Record<string, UnitCode>> = {
  ...{ 千克: 'KGM', 公斤: 'KGM', kg: 'KGM', 毫克: 'MGM', mg: 'MGM' },
  ...{ 克拉: 'CTM', ct: 'CTM', 克: 'GRM', g: 'GRM' },
};

/** Every mass that a text states, in the wanted unit. */
export function massesIn(text: string, unit: UnitCode): readonly Quantity[] {
  return [...text.matchAll(MASS)].flatMap(([, value = '', symbol = '']) => {
    const of = MASS_UNITS[symbol.toLowerCase()];
    if (of === undefined || !isConvertible(of, unit) || value.length > 20) return [];
    return [convertQuantity({ value, unit: of }, unit)];
  });
}
