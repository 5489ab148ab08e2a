import type { Page, Route } from 'playwright-core';
import type { Desk } from '../support/desk.js';
import { eventually } from '../support/eventually.js';
import { photoBytes } from '../support/inspection.js';
import { atSheet, workplace } from '../support/workplace.js';

const PIECE = { categoryId: 'crystal-jewelry', kind: 'piece' } as const;
const READINGS = '**/api/v1/inspections/*/readings';

describe('readings without network', () => {
  const at = workplace();

  const idOf = ({ page }: Desk): string => page.url().split('/').at(-1) ?? '';

  /** What the log has of an inspection: each reading that was recorded. */
  async function recorded(id: string): Promise<string[]> {
    const { world, people } = at();
    const { body } = await world.get(`/api/v1/inspections/${id}`, { as: people.inspector });
    return body.items.flatMap(({ code, readCount, reading }: Item) => (reading ? [`${code} ${readCount}`] : []));
  }

  async function type(desk: Desk, item: string, text: string): Promise<void> {
    await desk.page.locator(`#item-${item}-value`).focus();
    await desk.type(text);
    await desk.press('Control+Enter');
  }

  async function takeThree(desk: Desk): Promise<void> {
    await type(desk, 'CRY-QTY', '1');
    await type(desk, 'CRY-SKU', 'AB');
    await desk.page.locator('#item-CRY-PHOTO-value').focus();
    await desk.press('Home');
    await desk.press('ArrowDown');
    await desk.press('Control+Enter');
  }

  const waits = (page: Page, count: number) => page.locator('[data-queue-count]', { hasText: `${count} 条` }).waitFor();
  const allSent = (page: Page) => page.locator('#queue').waitFor({ state: 'hidden' });

  it('keeps three of them, and records each once when it returns', async () => {
    const desk = await atSheet(at(), PIECE);
    const { page } = desk;
    await page.context().setOffline(true);
    await takeThree(desk);
    await waits(page, 3);
    expect(await page.locator('#item-CRY-QTY .reading-waiting').textContent()).toContain('1');
    expect(await recorded(idOf(desk))).toEqual([]);
    await page.context().setOffline(false);
    await allSent(page);
    expect(await recorded(idOf(desk))).toEqual(['CRY-QTY 1', 'CRY-SKU 1', 'CRY-PHOTO 1']);
    await page.locator('#item-CRY-QTY .reading-said').waitFor();
    await page.context().close();
  });

  it('keeps them while a server answers nothing', async () => {
    const desk = await atSheet(at(), PIECE);
    const { page } = desk;
    const hanging: Route[] = [];
    await page.route(READINGS, (route) => void hanging.push(route));
    await takeThree(desk);
    await waits(page, 3);
    await desk.sees('没有网络');
    await page.unroute(READINGS);
    await allSent(page);
    expect(await recorded(idOf(desk))).toEqual(['CRY-QTY 1', 'CRY-SKU 1', 'CRY-PHOTO 1']);
    expect(hanging.length).toBeGreaterThan(0);
    await page.context().close();
  });

  it('records once what was written although its answer was lost', async () => {
    const desk = await atSheet(at(), PIECE);
    const { page } = desk;
    let lost = 0;
    await page.route(READINGS, async (route) => {
      await route.fetch();
      lost++;
      await route.abort();
    });
    await type(desk, 'CRY-QTY', '1');
    await waits(page, 1);
    expect(lost).toBe(1);
    await page.unroute(READINGS);
    await page.locator('[data-queue-retry]').press('Enter');
    await allSent(page);
    expect(await recorded(idOf(desk))).toEqual(['CRY-QTY 1']);
    await page.context().close();
  });

  it('sends what a closed tab left, from whichever page is opened next', async () => {
    const desk = await atSheet(at(), PIECE);
    const id = idOf(desk);
    const context = desk.page.context();
    await context.setOffline(true);
    await takeThree(desk);
    await waits(desk.page, 3);
    await desk.page.close({ runBeforeUnload: false });
    await context.setOffline(false);
    const page = await context.newPage();
    await page.goto(`${at().url}/console/units`);
    await eventually(
      () => recorded(id),
      (seen) => seen.length === 3,
    );
    await allSent(page);
    expect(await recorded(id)).toEqual(['CRY-QTY 1', 'CRY-SKU 1', 'CRY-PHOTO 1']);
    await context.close();
  });

  it('sends them once when two tabs are open, photographs too', async () => {
    const desk = await atSheet(at(), PIECE);
    const { page } = desk;
    const other = await page.context().newPage();
    await other.goto(page.url());
    await page.context().setOffline(true);
    await takeThree(desk);
    const taken = { name: 'a.jpg', mimeType: 'image/jpeg', buffer: await photoBytes(60) };
    await page.setInputFiles('#f-photo', taken);
    await waits(page, 4);
    await waits(other, 4);
    await page.context().setOffline(false);
    await allSent(page);
    await allSent(other);
    expect(await recorded(idOf(desk))).toEqual(['CRY-QTY 1', 'CRY-SKU 1', 'CRY-PHOTO 1']);
    await page.locator('#photos img').waitFor();
    expect(await page.locator('#photos img').count()).toBe(1);
    await page.context().close();
  });

  /** As another inspector does it at another desk. */
  async function readByAnother(id: string, item: string, value: string): Promise<void> {
    const { world, people } = at();
    const body = { readings: [{ item, value: { kind: 'number', value, unit: null } }] };
    const answer = await world.post(`/api/v1/inspections/${id}/readings`, { as: people.inspector, body });
    expect(answer.status).toBe(201);
  }
  const valueOf = async (id: string, item: string): Promise<string> => {
    const { body } = await at().world.get(`/api/v1/inspections/${id}`, { as: at().people.inspector });
    return body.items.find(({ code }: Item) => code === item).reading.value.value;
  };

  it.each([
    ['keeps mine', '[data-queue-keep]', '1', 2],
    ['drops mine', '[data-queue-drop]', '2', 1],
  ])('shows what another read meanwhile beside mine, and %s', async (_, button, value, count) => {
    const desk = await atSheet(at(), PIECE);
    const { page } = desk;
    const id = idOf(desk);
    await page.context().setOffline(true);
    await type(desk, 'CRY-QTY', '1');
    await type(desk, 'CRY-SKU', 'AB');
    await waits(page, 2);
    await readByAnother(id, 'CRY-QTY', '2');
    await page.context().setOffline(false);
    await page.locator('[data-queue-conflict]').waitFor();
    expect(await page.locator('[data-queue-mine]').textContent()).toBe('1');
    expect(await page.locator('[data-queue-theirs]').textContent()).toBe('2');
    expect(await recorded(id)).toEqual(['CRY-QTY 1', 'CRY-SKU 1']);
    await page.locator(button).press('Enter');
    await allSent(page);
    expect(await valueOf(id, 'CRY-QTY')).toBe(value);
    expect(await recorded(id)).toEqual([`CRY-QTY ${count}`, 'CRY-SKU 1']);
    expect(await page.locator(':focus').count()).toBe(1);
    await page.context().close();
  });

  it('says beside the field when another read the item while this page was open', async () => {
    const desk = await atSheet(at(), PIECE);
    const { page } = desk;
    const id = idOf(desk);
    await readByAnother(id, 'CRY-QTY', '2');
    await type(desk, 'CRY-QTY', '1');
    await page.locator('#item-CRY-QTY [data-problem]:not([hidden])').waitFor();
    expect(await page.locator('#item-CRY-QTY .reading-said').textContent()).toBe('2');
    expect(await valueOf(id, 'CRY-QTY')).toBe('2');
    await page.locator('#item-CRY-QTY-value').press('Control+Enter');
    await page.locator('#item-CRY-QTY .reading-said', { hasText: /^1$/ }).waitFor();
    expect(await recorded(id)).toEqual(['CRY-QTY 2']);
    await page.context().close();
  });

  it('asks about each that comes after the submission', async () => {
    const desk = await atSheet(at(), PIECE);
    const { page } = desk;
    const id = idOf(desk);
    await page.context().setOffline(true);
    await type(desk, 'CRY-QTY', '1');
    await type(desk, 'CRY-SKU', 'AB');
    await waits(page, 2);
    const { world, people } = at();
    expect((await world.post(`/api/v1/inspections/${id}/submission`, { as: people.inspector })).status).toBe(201);
    await page.context().setOffline(false);
    await page.locator('[data-queue-conflict]').waitFor();
    await page.locator('[data-queue-mine]', { hasText: '1' }).waitFor();
    expect(await page.locator('[data-queue-why]').textContent()).toContain('已提交');
    await page.locator('[data-queue-drop]').press('Enter');
    await page.locator('[data-queue-mine]', { hasText: 'AB' }).waitFor();
    await page.locator('[data-queue-drop]').press('Enter');
    await allSent(page);
    expect(await recorded(id)).toEqual([]);
    await page.context().close();
  });

  it('does not submit while something waits', async () => {
    const desk = await atSheet(at(), PIECE);
    const { page } = desk;
    await page.route(READINGS, (route) => route.abort());
    await type(desk, 'CRY-QTY', '1');
    await waits(page, 1);
    await page.locator('#submission button').press('Enter');
    await page.locator('#submission [data-problem]', { hasText: '等待发送' }).waitFor();
    expect(page.url()).toContain('/inspections/');
    await page.context().close();
  });

  it('keeps them over the end of a session, and sends nothing in the name of another', async () => {
    const desk = await atSheet(at(), PIECE);
    const { page } = desk;
    const id = idOf(desk);
    const context = page.context();
    const own = await context.cookies();
    await context.clearCookies();
    await type(desk, 'CRY-QTY', '1');
    await desk.sees('登录已过期');
    const other = await at().deskOf('inspector');
    await context.addCookies(await other.page.context().cookies());
    await page.locator('[data-queue-sign-in]').waitFor();
    await page.evaluate(`dispatchEvent(new Event('online'))`);
    await type(desk, 'CRY-SKU', 'AB');
    await waits(page, 2);
    const next = await context.newPage();
    await next.goto(`${at().url}/console`);
    await next.locator('[data-queue-others]', { hasText: '2 条' }).waitFor();
    expect(await recorded(id)).toEqual([]);
    await context.addCookies(own);
    await next.goto(`${at().url}/console`);
    await eventually(
      () => recorded(id),
      (seen) => seen.length === 2,
    );
    await allSent(next);
    expect(await recorded(id)).toEqual(['CRY-QTY 1', 'CRY-SKU 1']);
    await context.close();
    await other.leave();
  });
});

interface Item {
  readonly code: string;
  readonly readCount: number;
  readonly reading: object | null;
}
