import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { SAMPLE } from '../../../test/support/certificate-grounds.js';
import type { Language } from '../../kernel/language.js';
import { type PageTexts, speaker, textFaults } from '../../platform/pages/page-texts.js';
import { Pages } from '../../platform/pages/pages.js';
import { factSections } from './offline/bundle-facts.rules.js';
import { textIn } from './offline/page-node.js';
import { lookupTexts, verifyTexts } from './verification.texts.js';
import { type VerifyAnswer, verifyAnswer, type VerifyView } from './verification.view.js';

const folder = join(import.meta.dirname, '../../../templates/pages');
const pages = new Pages(folder);
const languages: readonly Language[] = ['zh', 'en'];
const bracelet = sample<VerifyView>('verify-bracelet');
const shrimp = sample<VerifyView>('verify-shrimp');
const stop = { since: bracelet.certificate.issuedAt };

function sample<T>(name: string): T {
  return JSON.parse(readFileSync(join(folder, 'samples', `${name}.json`), 'utf8'));
}

function verifyPage(view: VerifyView, language: Language): string {
  return pages.render('verify', { language, texts: verifyTexts, view: { view, answer: verifyAnswer(view) } });
}

function withState(state: VerifyView['certificate']['state']): VerifyView {
  return { ...bracelet, certificate: { ...bracelet.certificate, state } };
}

function withVoidedLabel(view: VerifyView): VerifyView {
  if (view.code.class === 'show') throw new Error('only an item code stands on a label');
  return { ...view, code: { ...view.code, label: { copy: 7, isVoided: true } } };
}

const everyAnswer: Readonly<Record<VerifyAnswer, VerifyView>> = {
  valid: bracelet,
  suspended: withState('suspended'),
  revoked: withState('revoked'),
  superseded: withState('superseded'),
  'on-hold': { ...bracelet, hold: stop },
  recalled: { ...bracelet, recall: stop },
  'voided-label': withVoidedLabel(bracelet),
};

describe('what the verify page says first', () => {
  it.each(Object.entries(everyAnswer))('is "%s" for such goods', (answer, view) => {
    expect(verifyAnswer(view)).toBe(answer);
  });

  it('lets a recall win over all else, and a cancelled label over the certificate', () => {
    const worst = withVoidedLabel({ ...withState('revoked'), hold: stop });
    expect(verifyAnswer({ ...worst, recall: stop })).toBe('recalled');
    expect(verifyAnswer(worst)).toBe('voided-label');
    expect(verifyAnswer({ ...withState('suspended'), hold: stop })).toBe('suspended');
    expect(verifyAnswer({ ...withState('superseded'), hold: stop })).toBe('on-hold');
  });

  it.each(Object.entries(everyAnswer))('stands in the heading in both languages: %s', (answer, view) => {
    const title = Object.entries(verifyTexts).find(([key]) => key === `${answer}.title`)?.[1] ?? { zh: '?', en: '?' };
    expect(verifyPage(view, 'zh')).toContain(`<h1>${title.zh}</h1>`);
    expect(verifyPage(view, 'en')).toContain(`<h1>${title.en}</h1>`);
  });

  it('says that all items pass at the top only while the certificate is valid', () => {
    const top = (view: VerifyView) => verifyPage(view, 'zh').split('class="columns"')[0];
    expect(top(bracelet)).toContain('检测了 8 项，全部合格');
    expect(top(withState('suspended'))).not.toContain('全部合格');
  });
});

describe('the verify page', () => {
  const rendered = languages.flatMap((language) =>
    Object.values(everyAnswer).map((view) => verifyPage(view, language)),
  );

  it('works without scripts and asks nothing of other sites', () => {
    for (const html of rendered) {
      expect(html).not.toMatch(/<script|\son\w+=|style=|<iframe|<object|@import/i);
      expect(html.match(/\s(?:src|href|action)="(?!\/|#|tel:)[^"]*"/g)).toBeNull();
    }
  });

  it('shows every reading with its limit, standard and verdict', () => {
    for (const language of languages) {
      const html = verifyPage(shrimp, language);
      for (const reading of shrimp.readings) {
        expect(html).toContain(reading.name[language]);
        expect(html).toContain(reading.limit[language]);
        expect(html).toContain(reading.standard);
      }
      expect(html.match(/class="verdict verdict-pass"><svg/g)).toHaveLength(shrimp.readings.length + 1);
    }
  });

  it('shows the figures of a sample once, in place of its scheme in words', () => {
    const [first, ...others] = shrimp.readings;
    if (!first) throw new Error('the sample has readings');
    const sampled = { ...shrimp, readings: [{ ...first, sample: SAMPLE }, ...others] };
    const zh = verifyPage(sampled, 'zh');
    expect(zh).toContain('一批 600 件，应看 80 件，看了 80 件');
    expect(zh).not.toContain(first.limit.zh);
    const rows = [...verifyPage(sampled, 'en').matchAll(/<tr><th scope="row">(.*?)<\/tr>/g)].map(([, row = '']) =>
      row
        .replace(/<[^>]+>/g, ' ')
        .trim()
        .split(/ +/),
    );
    expect(rows).toEqual([
      ['critical', '–', '0', '1', '0'],
      ['major', '2.5', '5', '6', '1'],
      ['minor', '4.0', '7', '8', '2'],
    ]);
    expect(verifyPage(shrimp, 'zh')).not.toContain('class="grades"');
    const { right } = factSections(sampled, { language: 'en', t: speaker(verifyTexts, 'en') });
    expect(right.map(textIn).join(' ')).toContain('critical – 0 1 0 major 2.5 5 6 1 minor 4.0 7 8 2');
  });

  it('counts the scans of an item code, not those of a show code', () => {
    expect(verifyPage(bracelet, 'zh')).toContain('第 3 次被查询');
    const show = verifyPage(sample('verify-suspended'), 'zh');
    expect(show).not.toContain('次被查询');
    expect(show).toContain('这是展示码');
  });

  it('shows times in the zone of the warehouse', () => {
    expect(bracelet.certificate.issuedAt).toBe('2026-11-22T08:30:00.000Z');
    expect(verifyPage(bracelet, 'en')).toContain('2026-11-22 16:30');
    expect(verifyPage({ ...bracelet, zone: 'UTC' }, 'en')).toContain('2026-11-22 08:30');
  });

  it('never prints markup that stands in a name', () => {
    const evil = '"><img src=x onerror=alert(1)><script>alert(2)</script>\'';
    const view: VerifyView = {
      ...bracelet,
      path: `/v/${evil}`,
      unit: {
        ...bracelet.unit,
        name: evil,
        photoUrl: evil,
        attributes: [{ name: { zh: evil, en: evil }, value: evil }],
      },
      warehouse: { name: evil, uscc: evil, address: evil },
      contact: { phone: evil, url: evil },
      timeline: bracelet.timeline.map((step) => ({ ...step, note: { zh: evil, en: evil } })),
    };
    expect(verifyPage(view, 'zh')).not.toMatch(/<script|<img src=x/);
  });

  it('recommends nothing (Food Safety Law art. 73)', () => {
    for (const html of rendered) expect(html).not.toMatch(/推荐|权威|recommend|authoritative/i);
  });
});

describe('the pages for other codes', () => {
  it.each(['verify-unknown', 'verify-mistyped'])('say what to do next and never "fake": %s', (name) => {
    for (const language of languages) {
      const html = pages.render('verify-unknown', { language, texts: lookupTexts, view: sample<object>(name) });
      expect(html).not.toMatch(/假冒|假货|伪造|fake|counterfeit/i);
      expect(html).toContain('action="/v" method="get"');
      expect(html).toContain(lookupTexts.nextTitle[language]);
    }
  });

  it('print back what was typed without running it', () => {
    const view = { typed: '"><script>alert(1)</script>', why: 'unknown' };
    const html = pages.render('verify-unknown', { language: 'en', texts: lookupTexts, view });
    expect(html).not.toContain('<script');
    expect(html).toContain('value="&quot;&gt;&lt;script&gt;');
  });

  it('offer a form for a code typed by hand', () => {
    const html = pages.render('verify-lookup', { language: 'zh', texts: lookupTexts, view: {} });
    expect(html).toContain('name="code"');
  });
});

describe('the texts of the public pages', () => {
  it.each([
    ['verify', verifyTexts],
    ['lookup', lookupTexts],
  ])('are complete in both languages: %s', (_name, texts: PageTexts) => {
    const faulty = Object.entries(texts).filter(([, text]) => textFaults(text).length > 0);
    expect(faulty).toEqual([]);
  });

  it('are all declared that a template names', () => {
    const known = new Set([...Object.keys(verifyTexts), ...Object.keys(lookupTexts)]);
    // The folder of parts also holds those of other pages.
    const parts = ['code-form.eta', 'contact.eta', 'icon.eta'].map((file) => join(folder, 'parts', file));
    const own = readdirSync(join(folder, 'verify')).map((file) => join(folder, 'verify', file));
    for (const file of [...own, ...parts]) {
      for (const [, key = ''] of readFileSync(file, 'utf8').matchAll(/\bt\('([\w.-]+)'[,)]/g))
        expect(known).toContain(key);
    }
  });
});
