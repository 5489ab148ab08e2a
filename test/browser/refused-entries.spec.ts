import type { Page, Route } from 'playwright-core';
import type { Desk } from '../support/desk.js';
import { photoBytes } from '../support/inspection.js';
import { atSheet, workplace } from '../support/workplace.js';

const PIECE = { categoryId: 'crystal-jewelry', kind: 'piece' } as const;
const READINGS = '**/api/v1/inspections/*/readings';
const PHOTOS = '**/api/v1/inspections/*/photos';
const HELD = { title: '不能记录', detail: '已暂扣，先解除', code: 'units.on-hold' };

describe('an entry that cannot be recorded', () => {
  const at = workplace();

  const idOf = (page: Page): string => page.url().split('/').at(-1) ?? '';
  const focused = (page: Page): Promise<string> => page.evaluate('document.activeElement.id');
  const refuse = (route: Route): Promise<void> =>
    route.fulfill({ status: 409, contentType: 'application/problem+json', body: JSON.stringify(HELD) });

  async function enter({ page }: Desk, item: string, text: string): Promise<void> {
    await page.locator(`#item-${item}-value`).fill(text);
    await page.locator(`#item-${item}-value`).press('Control+Enter');
  }

  it('is told where it was entered, and leaves the focus where the work has gone on', async () => {
    const desk = await atSheet(at(), PIECE);
    const { page } = desk;
    let answer: (() => Promise<void>) | undefined;
    const asked = new Promise<void>((resolve) => {
      void page.route(READINGS, (route) => {
        answer = () => refuse(route);
        resolve();
      });
    });
    await page.locator('#item-CRY-QTY-value').focus();
    await desk.type('1');
    await desk.press('Enter');
    await asked;
    await desk.type('A');
    await answer?.();
    await page.locator('#item-CRY-QTY [data-problem]', { hasText: HELD.detail }).waitFor();
    await desk.type('B');
    expect(await page.locator('#item-CRY-SKU-value').inputValue()).toBe('AB');
    await page.context().close();
  });

  it('takes the focus when nothing else has it, and not to the instrument', async () => {
    const desk = await atSheet(at(), PIECE);
    const { page } = desk;
    await page.route(READINGS, refuse);
    for (const instrument of ['B-03', 'unknown']) {
      await page.locator('#item-CRY-WT-value').fill('21.36');
      await page.evaluate(`{
        const field = document.getElementById('item-CRY-WT-value-instrument');
        field.value = '${instrument}';
        field.dispatchEvent(new Event('input', { bubbles: true }));
      }`);
      await page.locator('#item-CRY-WT-value').press('Control+Enter');
      await page.locator('#item-CRY-WT [data-problem]:focus').waitFor();
    }
    const isRed = page.locator('#item-CRY-WT-value-instrument[aria-invalid=true]');
    expect(await isRed.count()).toBe(1);
    await page.context().close();
  });

  it('lets go what waited behind it', async () => {
    const desk = await atSheet(at(), PIECE);
    const { page } = desk;
    await page.route(PHOTOS, refuse);
    const photos = [60, 61, 62].map(async (size) => ({
      name: `${size}.jpg`,
      mimeType: 'image/jpeg',
      buffer: await photoBytes(size),
    }));
    await page.setInputFiles('#f-photo', await Promise.all(photos));
    await page.locator('[data-queue-conflict]').waitFor();
    await page.context().close();
  });

  it('is kept after the browser closed its database', async () => {
    const desk = await atSheet(at(), PIECE);
    const { page } = desk;
    const cdp = await page.context().newCDPSession(page);
    await cdp.send('Storage.clearDataForOrigin', { origin: at().url, storageTypes: 'indexeddb' });
    await enter(desk, 'CRY-QTY', '1');
    await page.locator('#item-CRY-QTY .reading-said', { hasText: /^1$/ }).waitFor();
    await desk.leave();
  });

  it('is not blamed on the network when the browser keeps nothing', async () => {
    const desk = await atSheet(at(), PIECE);
    const { page } = desk;
    await page.addInitScript(`IDBFactory.prototype.open = () => { throw new DOMException('', 'UnknownError'); };`);
    await page.reload();
    await page.locator('[data-queue-state]', { hasText: '不能保存数据' }).waitFor();
    await page.locator('#submission button').press('Enter');
    await page.locator('#submission [data-problem]', { hasText: '不能保存数据' }).waitFor();
    expect(desk.troubles.filter((trouble) => !trouble.includes('AudioContext'))).toEqual([]);
    await page.context().close();
  });

  it('is not said to be recorded by a second press while it waits', async () => {
    const desk = await atSheet(at(), PIECE);
    const { page } = desk;
    await page.route(READINGS, () => undefined);
    await page.evaluate(`window.told = []; for (const name of ['kept', 'recorded'])
      document.addEventListener(name, () => window.told.push(name));`);
    await enter(desk, 'CRY-QTY', '1');
    await page.locator('#item-CRY-QTY .reading-waiting', { hasText: '1' }).waitFor();
    await page.locator('#item-CRY-QTY-value').press('Control+Enter');
    await page.waitForFunction('window.told.length > 0');
    expect(await page.evaluate('window.told')).toEqual(['kept']);
    await page.context().close();
  });

  it('stays, and is said to, when it is a photograph that may have arrived', async () => {
    const desk = await atSheet(at(), PIECE);
    const { page } = desk;
    await page.route(PHOTOS, (route) => route.abort());
    const photo = { name: 'a.jpg', mimeType: 'image/jpeg', buffer: await photoBytes(60) };
    await page.setInputFiles('#f-photo', photo);
    await desk.sees('没有网络');
    await desk.press('Control+z');
    await page.locator('.toast', { hasText: '照片' }).waitFor();
    await page.locator('[data-queue-count]', { hasText: '1 条' }).waitFor();
    await page.context().close();
  });

  it('is not shown as the conflict any more once another tab has settled it', async () => {
    const desk = await atSheet(at(), PIECE);
    const { page } = desk;
    const { world, people } = at();
    const id = idOf(page);
    await page.context().setOffline(true);
    await enter(desk, 'CRY-QTY', '1');
    await enter(desk, 'CRY-SKU', 'AB');
    await page.locator('[data-queue-count]', { hasText: '2 条' }).waitFor();
    await world.post(`/api/v1/inspections/${id}/submission`, { as: people.inspector });
    await page.context().setOffline(false);
    await page.locator('[data-queue-mine]', { hasText: '1' }).waitFor();
    const other = await page.context().newPage();
    await other.goto(`${at().url}/console`);
    await other.locator('[data-queue-mine]', { hasText: '1' }).waitFor();
    await page.route(`**/console/inspections/${id}`, () => undefined);
    await other.locator('[data-queue-drop]').press('Enter');
    await page.locator('[data-queue-conflict]').waitFor({ state: 'hidden' });
    await page.context().close();
  });

  it('keeps the focus when the form itself cannot be read', async () => {
    const desk = await atSheet(at(), PIECE);
    const { page } = desk;
    await page.locator('#item-CRY-QTY-value').focus();
    await desk.type('1,234');
    await desk.press('Enter');
    await page.locator('#item-CRY-QTY [data-problem]:not([hidden])').waitFor();
    expect(await focused(page)).toBe('item-CRY-QTY-value');
    await page.context().close();
  });
});
