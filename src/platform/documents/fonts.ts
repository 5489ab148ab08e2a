import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { create, type Font } from 'fontkit';
import { declareRefusals } from '../../kernel/refusal.js';

/** The weights that documents use. */
export type Weight = 'regular' | 'bold';

/** What printing refuses. */
export const fontRefusals = declareRefusals('documents', {
  characterNotPrintable: {
    kind: 'invalid',
    zh: '字体中没有这些字符，无法打印：{characters}；请改用其他写法',
    en: 'The font has no glyph for these characters, so they cannot be printed: {characters}; write them another way',
  },
});

const FILES: Readonly<Record<Weight, string>> = {
  regular: '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
  bold: '@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf',
};

const loaded = new Map<Weight, Font>();

/** Noto Sans SC (SIL Open Font License) in a weight, read and parsed once per process. */
export function fontOf(weight: Weight): Font {
  const known = loaded.get(weight);
  if (known) return known;
  const font = create(readFileSync(createRequire(import.meta.url).resolve(FILES[weight])));
  if (!('layout' in font)) throw new TypeError(`${FILES[weight]} is a collection, not a font`);
  loaded.set(weight, font);
  return font;
}

/** The characters of a text that cannot be printed, each once and in order; empty when all can. Line breaks can. */
export function missingGlyphs(text: string): readonly string[] {
  const fonts = [fontOf('regular'), fontOf('bold')];
  const characters = new Set(text.replace(/[\r\n\t]/g, ''));
  return [...characters].filter((character) => {
    const codePoint = character.codePointAt(0) ?? 0;
    return fonts.some((font) => !font.hasGlyphForCodePoint(codePoint));
  });
}

/** Refuses a text, or anything that holds texts, with a character that would print as an empty box. */
export function requirePrintable(content: unknown): void {
  const missing = new Set(textsIn(content).flatMap((text) => missingGlyphs(text)));
  if (missing.size > 0) throw fontRefusals.characterNotPrintable({ characters: [...missing].join(' ') });
}

function textsIn(content: unknown): readonly string[] {
  if (typeof content === 'string') return [content];
  return typeof content === 'object' && content !== null ? Object.values(content).flatMap(textsIn) : [];
}
