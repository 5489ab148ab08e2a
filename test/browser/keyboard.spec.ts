import type { Page } from 'playwright-core';
import { BRACELET_ANSWERS } from '../support/answers.js';
import type { Answers, Desk } from '../support/desk.js';
import { photoBytes } from '../support/inspection.js';
import { receivedBracelet, receivedShrimpLot } from '../support/intake.js';
import { workplace } from '../support/workplace.js';

/** Keeps the pitch of every tone that the page plays. */
const LISTEN = `
  globalThis.tones = [];
  const Tone = globalThis.OscillatorNode;
  globalThis.OscillatorNode = class extends Tone {
    constructor(at, options) { super(at, options); globalThis.tones.push(options.frequency); }
  };`;

/** Counts how often, looked at again and again, nothing has the focus. */
const WATCH_FOCUS = `
  globalThis.lost = 0;
  setInterval(() => document.activeElement === document.body && globalThis.lost++, 20);`;

describe('an inspection by keyboard and scanner alone', () => {
  const at = workplace();

  /** From a scan on the first page to the sheet of what was scanned. */
  async function scanned(unitId: string): Promise<Desk> {
    const desk = await at().deskOf('inspector');
    await desk.page.addInitScript(LISTEN);
    await desk.scan(unitId);
    await desk.isAt(/\/units\//);
    await desk.press('Enter');
    await desk.isAt(/\/inspections\//);
    return desk;
  }

  async function photographed({ page }: Desk): Promise<void> {
    // A file chooser is the machine's own window, beyond any page.
    await page.setInputFiles('#f-photo', { name: 'a.jpg', mimeType: 'image/jpeg', buffer: await photoBytes(90) });
    await page.locator('#photos img').waitFor();
  }

  /** Enter on the button that has the focus; the readings as they stand afterwards. */
  async function submitted(desk: Desk, id: string): Promise<{ verdict: string; counts: number[] }> {
    await desk.press('Enter');
    await desk.isAt(/\/units\//);
    await desk.page.context().close();
    const { body } = await at().world.get(`/api/v1/inspections/${id}`, { as: at().people.inspector });
    expect(body.state).toBe('awaiting-review');
    const read = body.items.filter(({ reading }: { reading: object | null }) => reading);
    return { verdict: body.verdict, counts: read.map(({ readCount }: { readCount: number }) => readCount) };
  }

  const idOf = ({ page }: Desk): string => page.url().split('/').at(-1) ?? '';
  const tonesOf = (page: Page): Promise<number[]> => page.evaluate('globalThis.tones.splice(0)');

  it('takes a lot of shrimp from its scan to its submission, through a time without network', async () => {
    const desk = await scanned(await receivedShrimpLot(at().world, at().people));
    const { page } = desk;
    const id = idOf(desk);
    await photographed(desk);
    await desk.fillIn(FIRST);
    await desk.sees('已读 3 / 9 项');
    await page.context().setOffline(true);
    await desk.fillIn(WITHOUT_NETWORK);
    await page.locator('[data-queue-count]', { hasText: '3 条' }).waitFor();
    expect(await page.locator(':focus').count()).toBe(1);
    await page.context().setOffline(false);
    await desk.sees('已读 6 / 9 项');
    await desk.fillIn(LAST);
    await desk.sees('已读 9 / 9 项');
    expect(await page.textContent('#progress')).toMatch(/按现在的读数\s+合格/);
    expect(await submitted(desk, id)).toEqual({ verdict: 'pass', counts: [1, 1, 1, 1, 1, 1, 1, 1, 1] });
  }, 120_000);

  it('takes a bracelet from its scan to its submission, and never loses the focus', async () => {
    const changes = { declared: { skuName: '天然紫晶手串 8mm', documents: '营业执照、合格证' } };
    const desk = await scanned(await receivedBracelet(at().world, at().people, changes));
    const { page } = desk;
    const id = idOf(desk);
    await photographed(desk);
    await page.evaluate(WATCH_FOCUS);
    await desk.fillIn(BRACELET_ANSWERS);
    await desk.sees('已读 11 / 11 项');
    expect(await page.evaluate('globalThis.lost')).toBe(0);
    expect((await submitted(desk, id)).counts).toEqual(Array(11).fill(1));
  }, 120_000);

  it('says each verdict by its own tones, until it is silenced', async () => {
    const desk = await scanned(await receivedBracelet(at().world, at().people));
    const { page } = desk;
    const heard = async (count: string): Promise<number[]> => {
      await page.locator('#item-CRY-QTY-value').fill(count);
      await page.locator('#item-CRY-QTY-value').press('Control+Enter');
      await page.locator('#item-CRY-QTY .reading-said', { hasText: new RegExp(`^${count}$`) }).waitFor();
      return tonesOf(page);
    };
    const [pass, fail] = [await heard('1'), await heard('2')];
    expect([pass.length, fail.length]).toEqual([2, 3]);
    expect(pass.some((tone) => fail.includes(tone))).toBe(false);
    expect(await page.textContent('[data-last-word]')).toBe('不合格');
    await page.locator('[data-sound]').press('Enter');
    await tonesOf(page);
    expect(await heard('1')).toEqual([]);
    await page.reload();
    expect(await page.getAttribute('[data-sound]', 'aria-pressed')).toBe('false');
    await page.context().close();
  });

  it('lists its keys, and gives the focus back', async () => {
    const desk = await scanned(await receivedBracelet(at().world, at().people));
    const { page } = desk;
    await page.locator('[data-sound]').focus();
    await desk.press('?');
    await page.locator('dialog[open]').waitFor();
    expect(await page.textContent('[data-keys-here]')).toMatch(/Alt Z\s*撤销上一条.*Alt S\s*提交复核/s);
    await desk.press('Escape');
    expect(await page.locator(':focus').getAttribute('data-sound')).toBe('');
    await desk.leave();
  });

  it.each([
    [1280, 800],
    [820, 1180],
  ])('has a number pad that types where the focus is and covers nothing of it (%d px)', async (width, height) => {
    const desk = await scanned(await receivedBracelet(at().world, at().people));
    const { page } = desk;
    await page.setViewportSize({ width, height });
    await page.locator('[data-pad-toggle]').press('Enter');
    const tap = (key: string) => page.locator(`[data-pad="${key}"]`).click();
    await page.locator('#item-CRY-WT-value').focus();
    for (const key of ['9', 'clear', '2', '1', '.', '3', '7', 'back', '5', 'sign', 'sign']) await tap(key);
    expect(await page.inputValue('#item-CRY-WT-value')).toBe('21.35');
    const boxes = await Promise.all(
      ['#item-CRY-WT-value', '#pad', '.bar'].map((part) => page.locator(part).boundingBox()),
    );
    const [field, pad, bar] = boxes;
    if (!field || !pad || !bar) throw new Error('something is not shown');
    const isBeside = field.x + field.width <= pad.x;
    expect(isBeside || field.y + field.height <= pad.y).toBe(true);
    expect(field.y).toBeGreaterThanOrEqual(bar.y + bar.height);
    for (const key of await page.locator('.pad-key').all()) {
      expect((await key.boundingBox())?.height).toBeGreaterThanOrEqual(48);
    }
    await tap('next');
    expect(await page.evaluate('document.activeElement.id')).toBe('item-CRY-WT-value-instrument');
    await page.reload();
    expect(await page.locator('#pad').isVisible()).toBe(true);
    await page.context().close();
  });
});

/** Of every item of the demo plan that applies to the lot. */
const FIRST: Answers = {
  'SHR-QTY value.value': '500 kg',
  'SHR-QTY instrument': 'W-01',
  'SHR-SKU value.text': '冻南美白对虾 去头 31/40',
  'SHR-DOC value.values': '检疫证明、购销凭证',
};
const WITHOUT_NETWORK: Answers = {
  'SHR-TEMP value.value': '-20.5',
  'SHR-TEMP instrument': 'T-04',
  'SHR-SENS value.value': '是',
  'SHR-GLAZE value.rows[0].gross': '1000',
  'SHR-GLAZE value.rows[0].deglazed': '850',
  'SHR-GLAZE instrument': 'B-03',
};
const LAST: Answers = {
  'SHR-TVBN value.value': '12.4',
  'SHR-TVBN instrument': 'K-05',
  'SHR-SO2 value.value': '0.05',
  'SHR-SO2 instrument': 'S-04',
  'SHR-CD value.value': '0.06',
  'SHR-CD instrument': 'A-06',
};
