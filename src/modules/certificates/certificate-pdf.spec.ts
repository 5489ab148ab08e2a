import { readFileSync } from 'node:fs';
import sharp from 'sharp';
import { groupedCode } from '../../kernel/verify-url.js';
import { SAMPLE } from '../../../test/support/certificate-grounds.js';
import { clashes, placedTextsOf, type PlacedText, rasterise, textOf, unspaced } from '../../../test/support/pdf.js';
import { decodeQr } from '../../../test/support/qr-decoder.js';
import type { CertificateContent } from './certificate-content.js';
import { printedNumber } from '../../kernel/certificate-number.js';
import { renderCertificate } from './certificate-pdf.js';

function sample(name: string): CertificateContent {
  return JSON.parse(readFileSync(`templates/certificates/${name}.sample.json`, 'utf8'));
}

const bracelet = sample('amethyst-bracelet');
const shrimp = sample('frozen-shrimp');
// As the plans of the two demo warehouses give them.
const typicalBracelet = sample('amethyst-bracelet-typical');
const typicalShrimp = sample('frozen-shrimp-typical');

/** The shrimp with its results repeated, every code and name made different. */
function shrimpWith(count: number): CertificateContent {
  const results = Array.from({ length: count }, (_, index) => {
    const result = shrimp.results[index % shrimp.results.length];
    if (!result) throw new Error('the sample has no results');
    return { ...result, code: `T-${index}`, name: { zh: `项目甲${index}号`, en: `Test item ${index}.` } };
  });
  return { ...shrimp, results };
}

/** As a lot is certified whose packages were sampled. */
const sampledShrimp: CertificateContent = {
  ...typicalShrimp,
  results: typicalShrimp.results.map((result, index) =>
    index === 0
      ? { ...result, limit: { zh: '水平 II 正常一次，字码 J', en: 'level II, letter J' }, sample: SAMPLE }
      : result,
  ),
};

/** Everything as long as it gets. */
const longest: CertificateContent = {
  ...bracelet,
  verifyUrl: `HTTPS://ABCDEFGHIJKLMNO.CN:65535/V/${bracelet.code}`,
  warehouse: {
    name: '江苏省连云港市东海县水晶商城抖音电商直播基地一体化运营中心第二质检仓有限责任公司东海分公司',
    uscc: bracelet.warehouse.uscc,
    address: '江苏省连云港市东海县牛山街道和平东路一百二十三号水晶文化创意产业园二期B座五楼501室',
  },
  merchant: { name: '连云港市东海县某某某某某某某某水晶工艺品进出口贸易有限责任公司', uscc: bracelet.merchant.uscc },
  unit: {
    ...bracelet.unit,
    name: '天然紫晶配青金石、绿松石与银925隔珠多圈手链（附产地声明卡与礼盒）Amethyst multi-strand bracelet with lapis',
    attributes: bracelet.unit.attributes.map((attribute) => ({ ...attribute, value: attribute.value.repeat(9) })),
  },
  results: bracelet.results.map((result, index) => ({
    ...result,
    value: index % 2 ? '1.548; 1.549; 1.547; 1.548; 1.551' : '气液包体、负晶、针状包体，色带平直，未见平行纹理',
    unit: index % 3 ? 'μg/cm²/week' : '',
    instrument: 'LCMS-02-2026-00017',
  })),
};

async function photo(): Promise<Uint8Array> {
  return sharp({ create: { width: 800, height: 600, channels: 3, background: '#7a3fa0' } })
    .jpeg()
    .toBuffer();
}

async function pagesOf(pdf: Uint8Array): Promise<readonly (readonly PlacedText[])[]> {
  const pages = await textOf(pdf);
  return Promise.all(pages.map((_, index) => placedTextsOf(pdf, index + 1)));
}

function isChinese(text: string): boolean {
  const count = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  return count > 2 && count > text.length / 2;
}

describe('a certificate', () => {
  it.each([bracelet, shrimp, typicalBracelet, typicalShrimp])(
    'says every fact and reading of $unit.name',
    async (content) => {
      const text = (await textOf(await renderCertificate(content, undefined))).join('');
      const said = [
        printedNumber(content.number),
        groupedCode(content.code),
        'yz.example.cn',
        content.warehouse.name,
        content.warehouse.uscc,
        content.merchant.uscc,
        content.unit.name,
        content.unit.id,
        content.issuedOn,
        content.inspector,
        content.reviewer,
        content.logOrigin,
        ...content.laboratories.flatMap(({ name, cma }) => [name, cma]),
        ...content.unit.attributes.flatMap(({ name, value }) => [name.zh, name.en, value]),
        ...content.results.flatMap(({ name, limit }) => [name.zh, name.en, limit.zh, limit.en]),
        ...content.results.flatMap(({ standard, method, instrument }) => [standard, method, instrument]),
        ...content.notTested.flatMap(({ name }) => [name.zh, name.en]),
        ...content.notCovered.flatMap(({ zh, en }) => [zh, en]),
      ];
      expect(said.filter((fact) => !text.includes(unspaced(fact)))).toEqual([]);
      // Reading, unit and requirement stand beside each other in the row of their item.
      const rows = content.results.map(({ name, value, unit, limit }) =>
        unspaced(name.zh + name.en + value + unit + limit.zh),
      );
      expect(rows.filter((row) => !text.includes(row))).toEqual([]);
    },
  );

  it.each([bracelet, shrimp, typicalBracelet, typicalShrimp, sampledShrimp, longest, shrimpWith(60)])(
    'lets no texts of $unit.name cross',
    async (content) => {
      const pdf = await renderCertificate(content, await photo());
      for (const page of await pagesOf(pdf)) expect(clashes(page, { width: 595.28, height: 841.89 })).toEqual([]);
    },
  );

  it.each([bracelet, typicalBracelet, typicalShrimp])('ends the usual $unit.name on one page', async (content) => {
    const pages = await textOf(await renderCertificate(content, await photo()));
    expect(pages).toHaveLength(1);
    expect(pages[0]).toContain('第1页共1页');
  });

  it('says of a sampled lot how many were looked at, found and allowed, and not twice', async () => {
    const text = (await textOf(await renderCertificate(sampledShrimp, undefined))).join('');
    for (const said of [
      '600 件中应看 80 件，看了 80 件；严重 Ac 0 Re 1，发现 0；一般 AQL 2.5 Ac 5 Re 6，发现 1；',
      '80 of 600 to be looked at, 80 were; critical Ac 0 Re 1, found 0; major AQL 2.5 Ac 5 Re 6, found 1;',
    ]) {
      expect(text).toContain(unspaced(said));
    }
    expect(text).not.toContain('字码');
  });

  it('has more than a few lines on its second page', async () => {
    // The least that no longer fits one page.
    for (let count = 12; ; count++) {
      const pages = await pagesOf(await renderCertificate(shrimpWith(count), await photo()));
      if (pages.length === 1) continue;
      const lowest = Math.max(...(pages[1] ?? []).map(({ bottom }) => bottom).filter((bottom) => bottom < 800));
      expect(lowest).toBeGreaterThan(200);
      break;
    }
  });

  it.each([typicalBracelet, longest, shrimp])('is never too small to read: $unit.name', async (content) => {
    const texts = (await pagesOf(await renderCertificate(content, await photo()))).flat();
    // Characters are taken to be 0.72 of the size high.
    const sizes = texts.map(({ text, top, bottom }) => ({ text, size: (bottom - top) / 0.72 + 0.001 }));
    expect(sizes.filter(({ text, size }) => size < (isChinese(text) ? 8 : 6.5))).toEqual([]);
  });

  it('makes a row of attributes as high as its tallest', async () => {
    const attributes = ['甲', '乙', '丙', '丁'].map((zh, index) => ({
      code: zh,
      name: { zh: `${zh}饰品（≤14岁）`, en: index === 2 ? 'Children’s ornament, to be worn by children' : 'Child' },
      value: index === 2 ? '第三项之值' : `值${index}`,
    }));
    const content = { ...bracelet, unit: { ...bracelet.unit, attributes } };
    const [page] = await pagesOf(await renderCertificate(content, undefined));
    const at = (text: string) => page?.find((each) => each.text.includes(text));
    expect(at('第三项之值')?.top).toBeGreaterThan(at('丙饰品')?.bottom ?? Infinity);
    expect(at('丁饰品')?.top).toBeGreaterThan((at('第三项之值')?.bottom ?? Infinity) + 4);
  });

  it('keeps the quiet zone of its code free of text', async () => {
    const [page = []] = await pagesOf(await renderCertificate(typicalBracelet, await photo()));
    const [below] = page.filter(({ text }) => text.startsWith(groupedCode(typicalBracelet.code).slice(0, 9)));
    const zone = (29 + 8) * 2.7;
    const beside = page.filter(
      ({ right, bottom }) => right > 595.28 - 36.85 - zone + 10.8 && bottom < (below?.top ?? 0),
    );
    expect(below).toBeDefined();
    expect(beside.filter(({ bottom }) => bottom > (below?.top ?? 0) - zone).map(({ text }) => text)).toEqual([]);
  });

  it('flows sixty readings over pages, each with the header, its number and none lost', async () => {
    const pages = await textOf(await renderCertificate(shrimpWith(60), await photo()));
    expect(pages).toHaveLength(3);
    pages.forEach((page, index) => expect(page).toContain(`第${index + 1}页共3页`));
    expect(pages.every((page) => page.includes('检测项目Item实测值Reading'))).toBe(true);
    const names = Array.from({ length: 60 }, (_, index) => `项目甲${index}号Testitem${index}.`);
    expect(names.map((name) => pages.filter((page) => page.includes(name)).length)).toEqual(names.map(() => 1));
  });

  it('flows a very long list of what was not tested', async () => {
    const notTested = Array.from({ length: 400 }, (_, index) => ({
      code: `N-${index}`,
      name: { zh: `未检项目之${index}号`, en: `Item that was not tested ${index}.` },
      why: 'outside-plan' as const,
    }));
    const text = (await textOf(await renderCertificate({ ...bracelet, notTested }, undefined))).join('');
    expect(notTested.filter(({ name }) => !text.includes(name.zh) || !text.includes(unspaced(name.en)))).toEqual([]);
  });

  it('carries a QR code that a scanner reads as its address, at level M', async () => {
    const pixels = await rasterise(await renderCertificate(bracelet, await photo()), 1, 3);
    expect(await decodeQr(pixels)).toEqual([{ text: bracelet.verifyUrl, version: '3', level: 'M' }]);
  });

  it('marks a sample on its photograph and at the foot of every page, and only a sample', async () => {
    const pages = await textOf(await renderCertificate(shrimp, await photo()));
    expect(pages[0]).toContain('样品SAMPLE照片');
    expect(pages.every((page) => page.includes('样品，不是真实证书'))).toBe(true);
    const real = await textOf(await renderCertificate({ ...shrimp, isSample: false }, await photo()));
    expect(real.join('')).not.toMatch(/样品|SAMPLE/);
  });

  it('prints the photograph whole', async () => {
    const { data } = await rasterise(await renderCertificate({ ...bracelet, isSample: false }, await photo()), 1, 1);
    let purple = 0;
    for (let at = 0; at < data.length; at += 4) {
      if (Math.abs((data[at] ?? 0) - 0x7a) < 6 && Math.abs((data[at + 1] ?? 0) - 0x3f) < 6) purple++;
    }
    // 152 × 114 points at one pixel a point, less the anti-aliased edge.
    expect(purple).toBeGreaterThan(151 * 113 - 10);
    expect(purple).toBeLessThanOrEqual(153 * 115);
  });

  it('is the same bytes for the same content', async () => {
    const first = await renderCertificate(bracelet, await photo());
    await renderCertificate(shrimp, undefined);
    expect(Buffer.from(await renderCertificate(bracelet, await photo())).equals(Buffer.from(first))).toBe(true);
  });

  it('says what was written where two characters share a glyph, whatever was rendered before', async () => {
    for (const name of ['Radical \u2f00 one', 'Ideograph \u4e00 one']) {
      const [page] = await textOf(
        await renderCertificate({ ...bracelet, results: [], unit: { ...bracelet.unit, name } }, undefined),
      );
      expect(page).toContain(unspaced(name));
    }
  });

  it('is dated by its issue, and says so in its metadata without markup from names', async () => {
    const warehouse = { ...bracelet.warehouse, name: 'A & B <仓>' };
    const pdf = Buffer.from(await renderCertificate({ ...bracelet, warehouse }, undefined)).toString('latin1');
    expect(pdf).toContain('(D:20261122083000Z)');
    expect(pdf).toContain('<xmp:CreateDate>2026-11-22T08:30:00Z</xmp:CreateDate>');
    expect(pdf).toContain('<pdfaid:conformance>B</pdfaid:conformance>');
    expect(/<dc:creator>.*<\/dc:creator>/s.exec(pdf)?.[0]).not.toContain('&');
  });

  it('recommends nothing (食品安全法 art. 73)', async () => {
    const text = (await textOf(await renderCertificate(shrimp, undefined))).join('');
    expect(text).not.toMatch(/推荐|权威|认证|保证|recommend/i);
  });

  it('refuses a character that the font lacks', async () => {
    const unit = { ...bracelet.unit, name: '紫晶💎手链' };
    await expect(renderCertificate({ ...bracelet, unit }, undefined)).rejects.toThrow(
      'documents.character-not-printable',
    );
  });
});
