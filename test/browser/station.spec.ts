import type { Page } from 'playwright-core';
import type { Desk } from '../support/desk.js';
import { atSheet, workplace } from '../support/workplace.js';

const PIECE = { categoryId: 'crystal-jewelry', kind: 'piece' } as const;

describe('the station', () => {
  const at = workplace();

  const valueOf = async ({ page }: Desk, item: string): Promise<unknown> => {
    const id = page.url().split('/').at(-1);
    const { body } = await at().world.get(`/api/v1/inspections/${id}`, { as: at().people.inspector });
    return body.items.find(({ code }: { code: string }) => code === item).reading?.value;
  };
  const focused = (page: Page): Promise<string> => page.evaluate(`document.activeElement.id`);
  const said = (page: Page, item: string, text: string | RegExp) =>
    page.locator(`#item-${item} .reading-said`, { hasText: text }).waitFor();

  /** The balance, as it was remembered from the unit before. */
  const named = (page: Page, code: string): Promise<void> =>
    page.evaluate(`document.getElementById('item-CRY-WT-value-instrument').value = '${code}'`);

  describe('and what a balance types', () => {
    it.each([
      ['12.34', '12.34', ''],
      ['12.34 g', '12.34', 'g'],
      ['0.01mm', '0.01', 'mm'],
      ['  +  123.56 g  ', '123.56', 'g'],
      ['N     +  123.56 g', '123.56', 'g'],
      ['ST,+00012.34  g', '12.34', 'g'],
      ['QT,+00012345 PC', '12345', 'PC'],
      ['S S     100.00 g', '100.00', 'g'],
      ['-0.50 g', '-0.50', 'g'],
      ['−0.5', '-0.5', ''],
      ['１２．３４ ｇ', '12.34', 'g'],
      ['12,34 g', '12.34', 'g'],
      ['0,123', '0.123', ''],
      ['1,234.56 g', '1234.56', 'g'],
      ['1.234,56', '1234.56', ''],
      ['1,234,567', '1234567', ''],
      ['.5', '0.5', ''],
      ['1,234', 'ambiguous', undefined],
      ['US,+00012.34  g', 'unsteady', undefined],
      ['S D      99.98 g', 'unsteady', undefined],
      ['0.01 g ?', 'unsteady', undefined],
      ['OL,+999999.9  g', 'beyond', undefined],
      ['123.5[6] g', 'unreadable', undefined],
      ['12.34.5', 'unreadable', undefined],
      ['1 234', 'unreadable', undefined],
      ['heavy', 'unreadable', undefined],
      ['1e3', 'unreadable', undefined],
    ])('reads %s as %s', async (typed, value, spelling) => {
      const found = await parsedInBrowser(typed);
      expect(found).toEqual(spelling === undefined ? { fault: value } : { value, spelling });
    });

    let blank: Page | undefined;
    /** The module as it is served, on a page of the same address. */
    async function parsedInBrowser(typed: string): Promise<unknown> {
      blank ??= await at().browser.newPage();
      if (!blank.url().startsWith(at().url)) await blank.goto(`${at().url}/sign-in`);
      const folder = `document.querySelector('script[type=module]').src.replace(/[^/]*$/, '')`;
      return blank.evaluate(`import(${folder} + 'measured.js').then(({ parsed }) => parsed(${JSON.stringify(typed)}))`);
    }

    it('goes into the field, is recorded, and the next field has the focus', async () => {
      const desk = await atSheet(at(), PIECE);
      const { page } = desk;
      await named(page, 'B-03');
      await page.locator('#item-CRY-WT-value').focus();
      await desk.scan('ST,+00021.36  g');
      await said(page, 'CRY-WT', '21.36 g');
      expect(await valueOf(desk, 'CRY-WT')).toEqual({ kind: 'number', value: '21.36', unit: 'GRM' });
      expect(page.url()).toContain('/inspections/');
      expect(await focused(page)).not.toBe('item-CRY-WT-value');
      await desk.leave();
    });

    it('ends with Tab on some devices', async () => {
      const desk = await atSheet(at(), PIECE);
      const { page } = desk;
      await page.locator('#item-CRY-QTY-value').focus();
      await page.keyboard.type('1');
      await desk.press('Tab');
      await said(page, 'CRY-QTY', '1');
      expect(await focused(page)).toBe('item-CRY-SKU-value');
      await desk.leave();
    });

    it('is recorded in another unit only where that converts, and visibly so', async () => {
      const desk = await atSheet(at(), PIECE);
      const { page } = desk;
      const field = page.locator('#item-CRY-WT-value');
      await named(page, 'B-03');
      await field.focus();
      await desk.scan('0.02136 kg');
      await said(page, 'CRY-WT', '0.02136 kg');
      expect(await valueOf(desk, 'CRY-WT')).toEqual({ kind: 'number', value: '0.02136', unit: 'KGM' });
      await field.fill('');
      await field.focus();
      await desk.scan('12.34 mm');
      await page.locator('[data-error-for="readings[0].value.value"]', { hasText: 'mm' }).waitFor();
      expect(await focused(page)).toBe('item-CRY-WT-value');
      expect(await valueOf(desk, 'CRY-WT')).toMatchObject({ value: '0.02136' });
      await page.context().close();
    });

    it('is not taken for a code, nor a code for it', async () => {
      const desk = await atSheet(at(), PIECE);
      const { page } = desk;
      await page.locator('a.brand').focus();
      await desk.scan('12.3456 g');
      await desk.sees('没有选中读数栏');
      await page.locator('#item-CRY-QTY-value').focus();
      await desk.scan('6901234567892');
      await desk.isAt(/\/console\/scan\?code=6901234567892/);
      await page.context().close();
    });
  });

  it('takes back the last entry by key, and the one before counts again', async () => {
    const desk = await atSheet(at(), PIECE);
    const { page } = desk;
    await page.locator('#item-CRY-QTY-value').focus();
    for (const count of ['1', '2']) {
      await page.locator('#item-CRY-QTY-value').fill(count);
      await page.locator('#item-CRY-QTY-value').press('Control+Enter');
      await said(page, 'CRY-QTY', new RegExp(`^${count}$`));
    }
    await desk.press('Control+z');
    await said(page, 'CRY-QTY', /^1$/);
    expect(await focused(page)).not.toBe('');
    await page.locator('[data-undo-button]').press('Enter');
    await page.locator('#item-CRY-QTY-result', { hasText: '没有读数' }).waitFor();
    expect(await valueOf(desk, 'CRY-QTY')).toBeUndefined();
    expect(await page.locator(':focus').count()).toBe(1);
    await desk.leave();
  });

  it('takes back without network what was never sent', async () => {
    const desk = await atSheet(at(), PIECE);
    const { page } = desk;
    await page.context().setOffline(true);
    for (const [item, text] of [
      ['CRY-QTY', '1'],
      ['CRY-SKU', 'AB'],
    ]) {
      await page.locator(`#item-${item}-value`).fill(text ?? '');
      await page.locator(`#item-${item}-value`).press('Control+Enter');
    }
    await page.locator('[data-queue-count]', { hasText: '2 条' }).waitFor();
    await page.locator('[data-undo-button]').press('Enter');
    await page.locator('[data-queue-count]', { hasText: '1 条' }).waitFor();
    await page.context().setOffline(false);
    await page.locator('#queue').waitFor({ state: 'hidden' });
    expect(await valueOf(desk, 'CRY-QTY')).toMatchObject({ value: '1' });
    expect(await valueOf(desk, 'CRY-SKU')).toBeUndefined();
    await page.context().close();
  });
});
