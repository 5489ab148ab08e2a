import { type Language, say, type Text } from '../../kernel/language.js';
import { hostOf } from '../../kernel/verify-url.js';
import { drawText, lineHeight, textHeight, type TypeStyle } from '../../platform/documents/typography.js';
import type {
  CertificateContent,
  CertificateOverride,
  CertificateResult,
  CertificateSample,
  ConfirmedText,
  NotTested,
} from './certificate-content.js';
import type { CertificatePages } from './certificate-pdf-page.js';
import { COLOUR, GRID, STYLE } from './certificate-pdf-style.js';
import { WHY_DOUBTED, WHY_NOT_TESTED, WORDS } from './certificate-pdf-words.js';

const INDENT = 84;
const PADDING = 2.6;
/** So many names at most stand in one paragraph, so that every paragraph fits a page. */
const NAMES_PER_PARAGRAPH = 40;

/** A paragraph across the page in both languages, with a heading at its left where a section begins. */
export interface Strip {
  readonly height: number;
  readonly heading?: Text;
  draw(y: number): void;
}

/** What stands below the table: what was concluded, what is not in it, and how to check it. */
export function closingStrips(pages: CertificatePages): readonly Strip[] {
  const { content } = pages;
  const { notCovered, laboratories, plan, confirmed = [] } = content;
  const facts = {
    count: content.results.length,
    version: plan.version,
    hash: plan.categoryHash.slice(0, 8),
    host: hostOf(content.verifyUrl),
    origin: content.logOrigin,
  };
  const section = (heading: Text, texts: readonly Text[], style?: TypeStyle): Strip =>
    stripOf(pages, { heading, text: spoken(texts, facts), style });
  return [
    ...samplingStrips(pages, content.results),
    section(WORDS.conclusion, [WORDS.conclusionText], STYLE.strong),
    ...overrideStrips(pages, content.overrides ?? []),
    ...notTestedStrips(pages, content.notTested),
    ...(notCovered.length > 0 ? [section(WORDS.notCovered, [joined(notCovered)])] : []),
    ...(confirmed.length > 0 ? [section(WORDS.confirmed, [confirmedText(confirmed)])] : []),
    ...(laboratories.length > 0 ? [section(WORDS.laboratory, [laboratoriesText(laboratories)])] : []),
    section(WORDS.verify, [WORDS.verifyText, WORDS.logText]),
  ];
}

/** Draws strips one below the other, each whole, with `air` above and below each. */
export function drawStrips(pages: CertificatePages, strips: readonly Strip[], air: number): void {
  for (const { height, heading, draw } of strips) {
    const above = heading ? air : 0;
    if (!pages.hasRoom(height + above + air)) pages.next();
    else if (heading) pages.rule(COLOUR.hairline, 0.5);
    draw(pages.y + above);
    pages.y += height + above + air;
  }
}

interface Paragraph {
  readonly heading?: Text;
  readonly text: Text;
  readonly style?: TypeStyle | undefined;
}

function stripOf({ pdf }: CertificatePages, { heading, text, style = STYLE.text }: Paragraph): Strip {
  const x = GRID.left + INDENT;
  const width = GRID.right - x;
  const first = textHeight(pdf, text.zh, style, width);
  // A further paragraph of a section stands closer to the one before it.
  const above = heading ? PADDING : 0;
  const least = heading ? lineHeight(STYLE.heading) + lineHeight(STYLE.headingEnglish) : 0;
  return {
    height: Math.max(least, first + textHeight(pdf, text.en, STYLE.english, width)) + above + PADDING,
    ...(heading && { heading }),
    draw: (top) => {
      const y = top + above;
      drawText(pdf, text.zh, style, { x, y, width });
      drawText(pdf, text.en, STYLE.english, { x, y: y + first, width });
      if (!heading) return;
      const column = { x: GRID.left, width: INDENT - 8 };
      const below = drawText(pdf, heading.zh, STYLE.heading, { ...column, y: y - 0.5 });
      drawText(pdf, heading.en, STYLE.headingEnglish, { ...column, y: y - 0.5 + below });
    },
  };
}

/** All Chinese first, then all English. */
function spoken(texts: readonly Text[], facts: Readonly<Record<string, string | number>>): Text {
  return {
    zh: texts.map((text) => say(text, 'zh', facts)).join(''),
    en: texts.map((text) => say(text, 'en', facts)).join(' '),
  };
}

function samplingStrips(pages: CertificatePages, results: readonly CertificateResult[]): readonly Strip[] {
  const texts = results.flatMap(({ name, sample }) =>
    sample ? [{ zh: sampleText(name, sample, 'zh'), en: sampleText(name, sample, 'en') }] : [],
  );
  return texts.map((text, index) => stripOf(pages, index === 0 ? { heading: WORDS.sampling, text } : { text }));
}

function sampleText(item: Text, { grades, lotSize, n, sampled }: CertificateSample, language: Language): string {
  const said = grades.map(({ name, aql, Ac, Re, found }) =>
    say(WORDS.gradeText, language, { name: name[language], aql: aql ? ` AQL ${aql}` : '', Ac, Re, found }),
  );
  const separator = { zh: '；', en: '; ' }[language];
  return say(WORDS.samplingText, language, { item: item[language], lotSize, n, sampled, grades: said.join(separator) });
}

function overrideStrips(pages: CertificatePages, overrides: readonly CertificateOverride[]): readonly Strip[] {
  return overrides.map((override, index) => {
    const text = { zh: overrideText(override, 'zh'), en: overrideText(override, 'en') };
    return stripOf(pages, index === 0 ? { heading: WORDS.overrides, text } : { text });
  });
}

function overrideText(override: CertificateOverride, language: Language): string {
  const { instrument, requester, approver, until = '' } = override;
  const { zh, en } = override.reason;
  const state = say(WHY_DOUBTED[override.state], language, { until });
  const reason = language === 'en' ? (en ?? zh) : zh;
  return say(WORDS.overrideText, language, { instrument, state, reason, requester, approver });
}

function notTestedStrips(pages: CertificatePages, items: readonly NotTested[]): readonly Strip[] {
  const paragraphs = (['outside-plan', 'not-applicable'] as const).flatMap((why) => {
    const names = items.filter((item) => item.why === why).map(({ name }) => name);
    const starts = names.map((_, index) => index).filter((index) => index % NAMES_PER_PARAGRAPH === 0);
    return starts.map((start) => listed(WHY_NOT_TESTED[why], names.slice(start, start + NAMES_PER_PARAGRAPH)));
  });
  return paragraphs.map((text, index) => stripOf(pages, index === 0 ? { heading: WORDS.notTested, text } : { text }));
}

function listed(title: Text, names: readonly Text[]): Text {
  return {
    zh: `${title.zh}：${names.map(({ zh }) => zh).join('、')}`,
    en: `${title.en}: ${names.map(({ en }) => en).join('; ')}`,
  };
}

function joined(texts: readonly Text[]): Text {
  return { zh: texts.map(({ zh }) => zh).join('；'), en: texts.map(({ en }) => en).join('; ') };
}

function confirmedText(confirmed: readonly ConfirmedText[]): Text {
  return joined(
    confirmed.map(({ text, note, reviewer }) => ({
      zh: `${text.zh}：${note}（${reviewer}）`,
      en: `${text.en}: ${note} (${reviewer})`,
    })),
  );
}

function laboratoriesText(laboratories: CertificateContent['laboratories']): Text {
  const text = laboratories.map(({ name, cma }) => `${name}（${WORDS.cma.zh} ${cma}）`).join('；');
  return { zh: text, en: '' };
}
