import type { Text } from '../../kernel/language.js';

/** One thing wrong in a category: which item, attribute or field (empty for the whole), which rule, and why. */
export interface Fault {
  readonly item: string;
  readonly rule: string;
  readonly text: Text;
}

/** A fault, with the file that it is in, so that a person who edits data can find it. */
export interface CategoryProblem extends Fault {
  readonly file: string;
}

export function fault(item: string, rule: string, zh: string, en: string): Fault {
  return { item, rule, text: { zh, en } };
}
