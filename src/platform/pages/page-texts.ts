import { type Facts, type Language, say, type Text } from '../../kernel/language.js';

/** The texts of a page: one pair per key, so that a key without its other language does not compile. */
export type PageTexts<K extends string = string> = Readonly<Record<K, Text>>;

/** All declared pages by name, for the test that both languages are complete. */
export const declaredPageTexts = new Map<string, PageTexts>();

/** Declares the texts of a page. Throws when the name is taken: two pages would hide each other in the parity test. */
export function pageTexts<K extends string>(name: string, texts: PageTexts<K>): PageTexts<K> {
  if (declaredPageTexts.has(name)) throw new Error(`The texts of the page "${name}" are declared twice`);
  declaredPageTexts.set(name, texts);
  return texts;
}

/** Says a text of the page by its key. */
export type Speaker = (key: string, facts?: Facts) => string;

/** A speaker over these texts. It throws on a key that is not declared, so a typing error never reaches a reader. */
export function speaker(texts: PageTexts, language: Language): Speaker {
  return (key, facts) => {
    const text = Object.hasOwn(texts, key) ? texts[key] : undefined;
    if (!text) throw new Error(`The page has no text "${key}"`);
    return say(text, language, facts);
  };
}

/** What is wrong with a pair of texts: an empty side, or `{facts}` that stand in one language only. */
export function textFaults(text: Text): string[] {
  const faults: string[] = [];
  if (!text.zh.trim()) faults.push('zh is empty');
  if (!text.en.trim()) faults.push('en is empty');
  const [zh, en] = [placeholders(text.zh), placeholders(text.en)];
  if (zh !== en) faults.push(`facts differ: ${zh || 'none'} / ${en || 'none'}`);
  return faults;
}

function placeholders(text: string): string {
  return [...new Set(text.match(/\{\w+\}/g) ?? [])].toSorted().join(' ');
}
