import type { Language } from '../../kernel/language.js';

/** What a request says about the language that its reader wants; everything comes from outside and may be nonsense. */
export interface LanguageHints {
  /** `?lang=`; a reader who asks outright is always obeyed. */
  readonly query?: unknown;
  /** The cookie `lang`, set by an earlier choice. */
  readonly cookie?: string;
  /** The header `Accept-Language` (RFC 9110 §12.5.4). */
  readonly accept?: string;
}

/** The language to answer in: the asked one, else the remembered one, else the browser's best, else Chinese. */
export function chooseLanguage(hints: LanguageHints): Language {
  return known(hints.query) ?? known(hints.cookie) ?? accepted(hints.accept ?? '') ?? 'zh';
}

/** The BCP 47 tag for `<html lang>` and `Content-Language`. */
export function languageTag(language: Language): 'zh-CN' | 'en' {
  return language === 'zh' ? 'zh-CN' : 'en';
}

/** The other language, for the switch on each page. */
export function otherLanguage(language: Language): Language {
  return language === 'zh' ? 'en' : 'zh';
}

function known(tag: unknown): Language | undefined {
  if (typeof tag !== 'string') return undefined;
  const primary = tag.trim().toLowerCase().split(/[-_]/, 1)[0];
  return primary === 'zh' || primary === 'en' ? primary : undefined;
}

function accepted(header: string): Language | undefined {
  const wanted = header.slice(0, 500).split(',').map(parseRange);
  // The sort is stable, so ranges of equal weight keep the order of the header.
  const ranked = wanted.filter((range) => range.weight > 0).toSorted((a, b) => b.weight - a.weight);
  return ranked.map((range) => known(range.tag)).find((language) => language !== undefined);
}

function parseRange(range: string): { tag: string; weight: number } {
  const [tag = '', ...parameters] = range.split(';').map((part) => part.trim());
  const quality = parameters.find((parameter) => parameter.toLowerCase().startsWith('q='));
  const weight = quality === undefined ? 1 : Number(quality.slice(2));
  return { tag, weight: Number.isFinite(weight) ? weight : 0 };
}
