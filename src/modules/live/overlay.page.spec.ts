import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { textFaults } from '../../platform/pages/page-texts.js';
import { Pages } from '../../platform/pages/pages.js';
import { overlayTexts } from './overlay.texts.js';
import type { OverlayView } from './overlay.view.js';

const folder = join(import.meta.dirname, '../../../templates/pages');
const pages = new Pages(folder);
const bracelet = sample('overlay-bracelet');

function sample(name: string): OverlayView {
  return JSON.parse(readFileSync(join(folder, 'samples', `${name}.json`), 'utf8'));
}

function card(view: OverlayView): string {
  return pages.render('overlay-card', { language: 'zh', texts: overlayTexts, view });
}

describe('the overlay', () => {
  it('shows number, name, quantity, readings with limits, verdict, warehouse and short code', () => {
    const html = card(bracelet);
    for (const fact of [
      'YZ-4H7Q2M9XKB',
      '紫晶手链',
      '28.64\u00a0g',
      '1.548',
      '1.544–1.553',
      '全部合格',
      '4H7Q 2M9X KB',
    ])
      expect(html).toContain(fact);
    expect(html).toContain(bracelet.warehouse);
  });

  it('shows five readings at most', () => {
    const [first] = bracelet.readings;
    if (!first) throw new Error('the sample has readings');
    expect(
      card({ ...bracelet, readings: Array.from({ length: 9 }, () => first) }).match(/class="found"/g),
    ).toHaveLength(5);
  });

  it.each(['suspended', 'revoked', 'superseded'] as const)(
    'says that a certificate is %s, and passes nothing',
    (state) => {
      const html = card({ ...bracelet, state });
      expect(html).toContain(overlayTexts[`state.${state}`].zh);
      expect(html).not.toMatch(/合格|1\.548/);
    },
  );

  it('shows no code and no number when the host wants none', () => {
    const html = card({ ...bracelet, code: { kind: 'none' } });
    expect(html).not.toContain('4H7Q 2M9X');
    expect(html).not.toContain('<dd class="code">');
  });

  it('gives a QR code eight pixels per module and a quiet zone of four modules', () => {
    const html = card(sample('overlay-qr'));
    expect(html).toContain('width="296" height="296" viewBox="-4 -4 37 37"');
  });

  it('escapes a hostile name', () => {
    expect(card({ ...bracelet, name: '</h1><script>x</script>' })).not.toContain('<script');
  });

  it('is an empty stage while nothing is picked', () => {
    const view = { eventsUrl: '/live/token/events' };
    const html = pages.render('overlay', { language: 'zh', texts: overlayTexts, view });
    expect(html).toContain('data-events="/live/token/events" aria-live="polite"></main>');
  });

  it('speaks both languages', () => {
    expect(Object.values(overlayTexts).flatMap(textFaults)).toEqual([]);
  });
});
