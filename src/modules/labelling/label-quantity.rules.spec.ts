import { readFileSync } from 'node:fs';
import { signedInspection, unitRow } from '../../../test/support/certificate-grounds.js';
import type { CertificateContent } from '../certificates/index.js';
import { labelQuantity } from './label-quantity.rules.js';

const { items } = signedInspection();
const SAMPLE = 'templates/certificates/amethyst-bracelet.sample.json';
const { results }: CertificateContent = JSON.parse(readFileSync(SAMPLE, 'utf8'));

describe('the quantity on a label', () => {
  it('has the mass of a piece as the certificate says it', () => {
    expect(labelQuantity(unitRow(), { items, results })).toBe('1 件 · 32.46 g');
  });

  it('has no mass that nobody measured', () => {
    const others = results.filter(({ code }) => code !== 'CRY-WT');
    expect(labelQuantity(unitRow(), { items, results: others })).toBe('1 件');
    expect(labelQuantity(unitRow(), { items: [], results })).toBe('1 件');
  });

  it('is that of the lot alone', () => {
    const lot = unitRow({ kind: 'lot', quantityValue: '500', quantityUnit: 'KGM' });
    expect(labelQuantity(lot, { items, results })).toBe('500 kg');
  });
});
