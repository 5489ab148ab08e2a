import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CertificateContent } from '../certificates/index.js';
import { type OverlaySettings, overlayView } from './overlay-view.rules.js';

const sample = join(import.meta.dirname, '../../../templates/certificates/amethyst-bracelet.sample.json');
const content: CertificateContent = JSON.parse(readFileSync(sample, 'utf8'));
const settings: OverlaySettings = { photosUrl: '/live/T/photos', codeStyle: 'short', site: 'v.example.cn/v' };

describe('the card of a certificate', () => {
  it('shows four readings, figures that a standard limits first', () => {
    const { readings, tested } = overlayView(content, 'valid', settings);
    expect(readings.map(({ name }) => name.zh)).toEqual(['折射率', '双折射率', '相对密度', '总镉（配件）']);
    expect(tested).toBe(content.results.length);
  });

  it('fills up with other readings when there are few figures', () => {
    const few = content.results.filter(({ code }) => ['CRY-QTY', 'CRY-PHOTO', 'CRY-MAT'].includes(code));
    const { readings } = overlayView({ ...content, results: few }, 'valid', settings);
    expect(readings.map(({ value }) => value)).toEqual(['紫晶', '1', '是']);
  });

  it.each([
    ['none', { kind: 'none' }],
    ['number', { kind: 'number' }],
    ['short', { kind: 'short', short: '7K3QX9M2D0', site: 'v.example.cn/v' }],
  ] as const)('leads to the certificate as its host chose: %s', (codeStyle, code) => {
    expect(overlayView(content, 'valid', { ...settings, codeStyle }).code).toEqual(code);
  });

  it('falls back to the short code when there is no QR code to draw', () => {
    expect(overlayView(content, 'valid', { ...settings, codeStyle: 'qr' }).code.kind).toBe('short');
    const qr = { modules: 29, path: 'M0 0h7v1h-7z' };
    expect(overlayView(content, 'valid', { ...settings, codeStyle: 'qr', qr }).code).toMatchObject({ kind: 'qr', qr });
  });

  it('holds neither the merchant nor a person nor the whole show code', () => {
    const text = JSON.stringify(overlayView(content, 'valid', settings));
    for (const hidden of [content.merchant.name, content.inspector, content.code]) expect(text).not.toContain(hidden);
  });

  it('goes without a photograph when there is none', () => {
    expect(overlayView(content, 'valid', settings).photoUrl).toBe(`/live/T/photos/${content.photos[0]}`);
    expect(overlayView({ ...content, photos: [] }, 'valid', settings)).not.toHaveProperty('photoUrl');
  });
});
