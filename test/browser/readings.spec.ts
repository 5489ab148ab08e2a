import type { Desk } from '../support/desk.js';
import { registeredInstrument } from '../support/instruments.js';
import { photoBytes } from '../support/inspection.js';
import { atSheet, workplace } from '../support/workplace.js';

/** What is filled in and ticked for one item, and what its result says afterwards. */
interface Case {
  readonly item: string;
  readonly fill?: Readonly<Record<string, string>>;
  readonly tick?: readonly string[];
  readonly choose?: Readonly<Record<string, string>>;
  readonly instrument?: string;
  readonly says: RegExp;
}

describe('the readings form in a browser', () => {
  const at = workplace();

  async function record(
    { page }: Desk,
    { item, fill = {}, tick = [], choose = {}, instrument, says }: Case,
  ): Promise<void> {
    const form = page.locator(`#item-${item}`);
    const field = (name: string) => form.locator(`[name="readings[0].value.${name}"]`);
    for (const [name, text] of Object.entries(fill)) await field(name).fill(text);
    for (const [name, label] of Object.entries(choose)) await field(name).selectOption({ label });
    for (const name of tick) await form.getByLabel(name, { exact: true }).first().check();
    if (instrument) await form.locator('[name="readings[0].instrument"]').fill(instrument);
    await form.locator('[data-reading]:enabled, input[type=checkbox]').first().press('Control+Enter');
    await form.locator('.reading-said').waitFor();
    expect(await form.locator('.reading-result').textContent()).toMatch(says);
  }

  it('takes every kind of value that jewellery has', async () => {
    const desk = await atSheet(at(), {
      categoryId: 'crystal-jewelry',
      kind: 'piece',
      attributes: { isChild: true, hasMetalPart: true },
    });
    const metals = { Pb: '90', Cd: '1.5', Hg: '1', Cr: '2', As: '1', Se: '2', Sb: '1' };
    const cases: Case[] = [
      { item: 'CRY-RI', fill: { value: '1.553' }, instrument: 'R-02', says: /1\.553 nD\s+合格/ },
      { item: 'CRY-NI-S', tick: ['未检出'], instrument: 'A-06', says: /未检出\s+合格/ },
      {
        item: 'CRY-SOL',
        fill: Object.fromEntries(Object.entries(metals).map(([metal, value]) => [`values.${metal}`, value])),
        instrument: 'A-06',
        says: /Pb 90 mg\/kg.*未判定/s,
      },
      { item: 'CRY-MAG', choose: { verdict: '不合格' }, fill: { text: '见气泡' }, says: /不合格：见气泡/ },
      { item: 'CRY-DOC', fill: { values: '营业执照、合格证' }, says: /营业执照、合格证/ },
      { item: 'CRY-PHOTO', choose: { value: '是' }, says: /是\s+合格/ },
      { item: 'CRY-MAT', choose: { value: '紫晶' }, says: /紫晶\s+合格/ },
      { item: 'CRY-APP', tick: ['未见缺陷'], says: /未见缺陷/ },
    ];
    for (const each of cases) await record(desk, each);
    await desk.leave();
  });

  it('takes defects one by one', async () => {
    const desk = await atSheet(at(), { categoryId: 'crystal-jewelry', kind: 'piece' });
    const defect = { 'defects[1].name': '裂纹', 'defects[1].count': '2' };
    const choose = { 'defects[1].severity': '严重' };
    await record(desk, { item: 'CRY-APP', fill: defect, choose, says: /裂纹 CR ×2\s+不合格/ });
    await desk.leave();
  });

  it('takes counts of samples, and net contents', async () => {
    const desk = await atSheet(at(), { categoryId: 'frozen-shrimp', kind: 'lot', attributes: { readyToEat: true } });
    const counts = { 'rows[0].counts': 'ND ND ND ND ND', 'rows[1].counts': '10 20 ND 5 3', 'rows[2].counts': '1 2 3' };
    await record(desk, { item: 'SHR-MIC', fill: counts, says: /沙门氏菌: 未检出 \/ 未检出/ });
    const weighed = { 'rows[0].gross': '1021', 'rows[0].tare': '20', 'rows[1].gross': '1019.5', 'rows[1].tare': '20' };
    await record(desk, {
      item: 'SHR-NET',
      fill: weighed,
      instrument: 'B-03',
      says: /1001 g = 1021 − 20、999\.5 g = 1019\.5 − 20/,
    });
    await desk.leave();
  });

  it('takes the label of an instrument wherever it is scanned, and warns before it reads', async () => {
    await registeredInstrument(at().world, at().people.admin, { code: 'RX-09', name: '折射仪', kind: 'refractometer' });
    const desk = await atSheet(at(), { categoryId: 'crystal-jewelry', kind: 'piece' });
    const form = desk.page.locator('#item-CRY-RI');
    const instrument = form.locator('[name="readings[0].instrument"]');
    const warning = form.locator('.instrument-warning');
    await desk.page.locator('#item-CRY-RI-value').focus();
    await desk.scan('R-02');
    expect(await instrument.inputValue()).toBe('R-02');
    expect(await warning.isVisible()).toBe(false);
    await desk.scan('RX-09');
    expect(await instrument.inputValue()).toBe('RX-09');
    expect(await desk.page.locator('#item-CRY-RI-value').inputValue()).toBe('');
    expect(await warning.textContent()).toContain('没有校准');
    await desk.type('1.548');
    await desk.press('Enter');
    await form.locator('.reading-said').waitFor();
    expect(await form.locator('.reading-result').textContent()).toMatch(/1\.548 nD\s+未判定/);
    await desk.page.locator('#instruments').getByText('RX-09').first().waitFor();
    await desk.page.locator('#item-CRY-RI-value').focus();
    await instrument.fill('NOPE');
    expect(await warning.textContent()).toContain('没有这个编号');
    await desk.leave();
  });

  it('names photographs as evidence', async () => {
    const desk = await atSheet(at(), { categoryId: 'live-swimming-crab', kind: 'lot' });
    const taken = { name: 'pack.jpg', mimeType: 'image/jpeg', buffer: await photoBytes(60) };
    await desk.page.setInputFiles('#f-photo', taken);
    await desk.page.locator('#photos img').waitFor();
    await record(desk, { item: 'CRB-PACK', choose: { 'files[0].hash': '照片 1' }, says: /商品快递单图片/ });
    await desk.leave();
  });
});
