import { normalizeText } from '../../kernel/text.js';
import type { Attributes } from './category-condition.rules.js';
import type { Category } from './category.js';
import type { GoodsFacts } from './consistency-facts.js';

/** Goods as their merchant describes them. */
export interface DescribedGoods {
  readonly name: string;
  readonly attributes: Attributes;
  readonly declared: Readonly<Record<string, string>>;
}

/** What of the declared is no text about the goods. */
const NO_TEXTS: readonly string[] = ['quantity', 'documents'];

/** What is known before anything was measured: the words of the merchant. */
export function describedFacts({ name, attributes, declared }: DescribedGoods, category: Category): GoodsFacts {
  const spoken = Object.entries(declared).filter(([key]) => !NO_TEXTS.includes(key));
  const written = category.attributes.flatMap(({ code, type }) => {
    const value = attributes[code];
    return type === 'text' && typeof value === 'string' ? [[code, value] as const] : [];
  });
  return {
    attributes,
    texts: { ...Object.fromEntries([...spoken, ...written]), name },
    documents: documentsIn(declared['documents'] ?? ''),
    measured: {},
    written: {},
    days: {},
    isRepackedHere: false,
  };
}

/** The documents of a text such as `检疫证、发票`. */
export function documentsIn(text: string): readonly string[] {
  return text
    .split(/[、，,；;\n]/u)
    .map(normalizeText)
    .filter((part) => part !== '');
}
