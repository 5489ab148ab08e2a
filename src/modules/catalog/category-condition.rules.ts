import type { Quantity } from '../../kernel/quantity.js';
import { normalizeText } from '../../kernel/text.js';
import type { Condition } from './category-words.js';

/** The value of an attribute: text, decimal or day; yes or no; an amount; several texts. */
export type AttributeValue = string | boolean | Quantity | readonly string[];

export type Attributes = Readonly<Record<string, AttributeValue | undefined>>;

/** What a condition says: an attribute that is not known makes it `unknown`, which exempts from nothing. */
export type Holds = 'yes' | 'no' | 'unknown';

/** Evaluates a condition over attributes; null always holds. A list matches `in` when any of its texts does. */
export function holds(condition: Condition | null, attributes: Attributes): Holds {
  if (condition === null) return 'yes';
  if ('all' in condition) return allOf(condition.all.map((part) => holds(part, attributes)));
  if ('any' in condition) return negated(allOf(condition.any.map((part) => negated(holds(part, attributes)))));
  if ('not' in condition) return negated(holds(condition.not, attributes));
  const value = attributes[condition.attribute];
  if (value === undefined || value === '') return 'unknown';
  return matches(condition, value) ? 'yes' : 'no';
}

/** Every attribute that a condition looks at, with the values it names. */
export function mentioned(
  condition: Condition | null,
): readonly { readonly attribute: string; readonly values: readonly (string | boolean)[] }[] {
  if (condition === null) return [];
  if ('all' in condition) return condition.all.flatMap(mentioned);
  if ('any' in condition) return condition.any.flatMap(mentioned);
  if ('not' in condition) return mentioned(condition.not);
  return [{ attribute: condition.attribute, values: 'in' in condition ? condition.in : [condition.is] }];
}

function matches(
  condition: { readonly in: readonly string[] } | { readonly is: boolean },
  value: AttributeValue,
): boolean {
  if ('is' in condition) return value === condition.is;
  const wanted = condition.in.map(normalizeText);
  if (typeof value === 'string') return wanted.includes(normalizeText(value));
  return isTexts(value) && value.some((text) => wanted.includes(normalizeText(text)));
}

function isTexts(value: AttributeValue): value is readonly string[] {
  return Array.isArray(value);
}

function allOf(parts: readonly Holds[]): Holds {
  if (parts.includes('no')) return 'no';
  return parts.includes('unknown') ? 'unknown' : 'yes';
}

function negated(value: Holds): Holds {
  if (value === 'unknown') return 'unknown';
  return value === 'yes' ? 'no' : 'yes';
}
