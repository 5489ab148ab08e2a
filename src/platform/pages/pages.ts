import { join } from 'node:path';

import { Injectable } from '@nestjs/common';
import { Eta } from 'eta';

import { type Language, say, sayList, type Text } from '../../kernel/language.js';
import type { Quantity } from '../../kernel/quantity.js';
import { Assets } from './assets.js';
import { menuEntryOf, menuOf } from './console.js';
import {
  formatAmount,
  formatCode,
  formatCount,
  formatDay,
  formatMinute,
  formatPermille,
  formatQuantity,
  isCount,
} from './format.js';
import { languageTag, otherLanguage } from './language.js';
import { type PageTexts, speaker } from './page-texts.js';

/** What a page is made of: its language, the texts that it may say, and the view that it shows. */
export interface Page {
  readonly language: Language;
  readonly texts: PageTexts;
  readonly view: object;
}

/**
 * Renders the templates of one folder (`verify` is `verify.eta`); its subfolder `assets` holds their style sheets.
 * Templates are compiled once. In a template `it.view` is the view, `it.t(key)` says a text of the page,
 * `it.say(text)` a text of the view; everything printed is escaped, and printing a missing fact throws.
 */
@Injectable()
export class Pages {
  readonly assets: Assets;
  private readonly eta: Eta;

  constructor(folder: string) {
    this.assets = new Assets(join(folder, 'assets'));
    this.eta = new Eta({ views: folder, cache: true, autoEscape: true, escapeFunction: escape, debug: false });
  }

  /** The page as HTML. Throws when the template is unknown, or names a text or fact that is not there. */
  render(name: string, page: Page): string {
    return this.eta.render(`/${name}`, { ...this.words(page), view: page.view });
  }

  private words({ language, texts }: Page): object {
    return {
      language,
      languageTag: languageTag(language),
      otherLanguage: otherLanguage(language),
      t: speaker(texts, language),
      say: (text: Text) => say(text, language),
      listed: (parts: readonly string[]) => sayList(parts, language),
      colon: language === 'zh' ? '：' : ': ',
      said: ({ value, valueEn }: TwoValues) => (language === 'en' && valueEn ? valueEn : value),
      named: ({ name, nameEn }: TwoNames) => (language === 'en' && nameEn ? nameEn : name),
      minute: formatMinute,
      day: formatDay,
      amount: formatAmount,
      quantity: (quantity: Quantity) => formatQuantity(quantity, language),
      isCount,
      code: formatCode,
      count: formatCount,
      permille: formatPermille,
      menuOf,
      menuEntryOf,
      asset: (asset: string) => this.assets.url(asset),
    };
  }
}

/** A value as recorded, and its English where there is one. */
interface TwoValues {
  readonly value: string;
  readonly valueEn?: string;
}

interface TwoNames {
  readonly name: string;
  readonly nameEn?: string;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text for HTML content and quoted attributes. A missing value is a mistake of the template, never the word "undefined". */
function escape(value: unknown): string {
  if (typeof value !== 'string' && typeof value !== 'number') throw new Error(`A page cannot print ${String(value)}`);
  return String(value).replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}
