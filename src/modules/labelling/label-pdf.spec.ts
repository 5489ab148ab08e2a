import { readFileSync } from 'node:fs';
import { groupedCode, hostOf } from '../../kernel/verify-url.js';
import { clashes, placedTextsOf, rasterise, textOf, unspaced } from '../../../test/support/pdf.js';
import { decodeQr } from '../../../test/support/qr-decoder.js';
import type { LabelContent } from './label-content.js';
import { renderLabel } from './label-pdf.js';

function sample(name: string): LabelContent {
  return JSON.parse(readFileSync(`templates/labels/${name}.sample.json`, 'utf8'));
}

const shrimp = sample('frozen-shrimp');
const longest: LabelContent = {
  ...shrimp,
  unitName: '冷冻南美白对虾（去头虾，单冻）连云港赣榆养殖二零二六年秋季大规格礼盒装 Frozen whiteleg shrimp, headless',
  quantityText: '净含量 5.0 kg（约 300–400 头，含冰衣不超过 20%）',
  copies: shrimp.copies.map((copy) => ({
    ...copy,
    number: 4999,
    of: 5000,
    url: `HTTPS://ABCDEFGHIJKLMNO.CN:65535/V/${copy.code}`,
  })),
  warehouseName: '江苏省连云港市赣榆区海头镇海鲜电商产业园一体化运营中心第二质检仓（示例）',
};

/** Dots an inch of the coarser thermal heads. */
const PRINTER_SCALE = 203.2 / 72;

describe('a label', () => {
  it('is one page of 60 × 40 mm for each copy', async () => {
    const pdf = await renderLabel(shrimp);
    expect(await textOf(pdf)).toHaveLength(3);
    const { width, height } = await rasterise(pdf, 1, 10);
    expect([width, height]).toEqual([1701, 1134]);
  });

  it.each([shrimp, sample('amethyst-bracelet'), longest])('says what it must of $unitName', async (label) => {
    const pages = await textOf(await renderLabel(label));
    const said = [
      label.unitName,
      label.quantityText,
      label.certificateNumber,
      label.warehouseName,
      label.printedOn,
      '样品SAMPLE',
    ];
    label.copies.forEach((copy, index) => {
      const facts = [...said, groupedCode(copy.code), `${copy.number}/${copy.of}`, hostOf(copy.url)];
      expect(facts.filter((fact) => !pages[index]?.includes(unspaced(fact)))).toEqual([]);
    });
  });

  it.each([shrimp, sample('amethyst-bracelet'), longest])('lets no texts of $unitName cross', async (label) => {
    expect(clashes(await placedTextsOf(await renderLabel(label), 1), { width: 170.08, height: 113.39 })).toEqual([]);
  });

  it('cuts a name with an ellipsis when no size has room for it', async () => {
    const pdf = await renderLabel({ ...shrimp, unitName: '冷冻南美白对虾'.repeat(30) });
    expect((await textOf(pdf))[0]).toContain('…');
    expect(clashes(await placedTextsOf(pdf, 1), { width: 170.08, height: 113.39 })).toEqual([]);
  });

  it.each([1, 2, 3])('carries the code of copy %i, read from what a 203 dpi printer sees', async (page) => {
    const pixels = await rasterise(await renderLabel(shrimp), page, PRINTER_SCALE);
    expect(await decodeQr(pixels)).toEqual([{ text: shrimp.copies[page - 1]?.url, version: '3', level: 'M' }]);
  });

  it('prints a module of six whole dots and leaves the quiet zone white', async () => {
    const { data, width } = await rasterise(await renderLabel(longest), 1, PRINTER_SCALE);
    const isDark = (x: number, y: number): boolean => (data[(y * width + x) * 4] ?? 0) < 128;
    // The finder pattern begins 4 mm from the corner (32 dots) and is seven modules wide.
    expect(Array.from({ length: 44 }, (_, at) => isDark(31 + at, 33))).toEqual(
      Array.from({ length: 44 }, (_, at) => at > 0 && at < 43),
    );
    const zone = Array.from({ length: 222 * 222 }, (_, at) => [8 + (at % 222), 8 + Math.floor(at / 222)] as const);
    const quiet = zone.filter(([x, y]) => x < 31 || y < 31 || x > 207 || y > 207);
    expect(quiet.filter(([x, y]) => isDark(x, y))).toEqual([]);
  });

  it('is the same bytes for the same content', async () => {
    expect(Buffer.from(await renderLabel(shrimp)).equals(Buffer.from(await renderLabel(shrimp)))).toBe(true);
  });

  it('has no sample mark when it is real', async () => {
    expect((await textOf(await renderLabel({ ...shrimp, isSample: false }))).join('')).not.toContain('SAMPLE');
  });

  it('refuses a character that the font lacks', async () => {
    await expect(renderLabel({ ...shrimp, unitName: '对虾🦐' })).rejects.toThrow('documents.character-not-printable');
  });
});
