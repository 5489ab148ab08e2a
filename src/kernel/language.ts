/** The two languages of the product; Chinese comes first. */
export type Language = 'zh' | 'en';

/** One text in both languages. `{name}` stands for a fact that is filled in. */
export interface Text {
  readonly zh: string;
  readonly en: string;
}

export type Facts = Readonly<Record<string, string | number | boolean | undefined>>;

/** The text in a language with its `{facts}` filled in; a fact that is not given stays visible as `{name}`. */
export function say(text: Text, language: Language, facts: Facts = {}): string {
  return text[language].replace(/\{(\w+)\}/g, (whole, name: string) => String(facts[name] ?? whole));
}

/** Parts as one list for people: `合格证、发票`, `certificate, invoice`. */
export function sayList(parts: readonly string[], language: Language): string {
  return parts.join(language === 'zh' ? '、' : ', ');
}
