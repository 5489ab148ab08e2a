import type { Page, Route } from 'playwright-core';
import { workplace } from '../support/workplace.js';

describe('a page that stays open', () => {
  const at = workplace();

  const breaks = (route: Route): Promise<void> => route.fulfill({ status: 502, body: 'Bad Gateway' });
  const look = (page: Page): Promise<void> => page.evaluate(`document.dispatchEvent(new Event('visibilitychange'))`);
  const isSamePage = (page: Page): Promise<boolean> => page.evaluate('window.isSame === true');

  it('stays when the server breaks for a while', async () => {
    const { page } = await at().deskOf('receiver');
    await page.goto(`${at().url}/console/board`);
    await page.evaluate('window.isSame = true');
    await page.route('**/console/board', breaks);
    const broken = page.waitForResponse(({ status }) => status() === 502).catch(() => undefined);
    await look(page);
    await broken;
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(await isSamePage(page)).toBe(true);
    await page.locator('#board').waitFor();
    await page.context().close();
  });

  it('is left when the session has ended', async () => {
    const { page } = await at().deskOf('receiver');
    await page.goto(`${at().url}/console/board`);
    await page.context().clearCookies();
    await look(page);
    await page.waitForURL(/\/sign-in/);
    await page.context().close();
  });

  it('hears the news again after an error', async () => {
    const { page } = await at().deskOf('receiver');
    let tries = 0;
    await page.route('**/api/v1/deadlines/events', (route) => (tries++ === 0 ? breaks(route) : route.continue()));
    await page.goto(`${at().url}/console/board`);
    await page.locator('#news.is-stale').waitFor();
    await page.locator('#news:not(.is-stale):not(:empty)').waitFor();
    expect(tries).toBe(2);
    await page.context().close();
  });

  it('takes the same file again after an upload that failed', async () => {
    const { page } = await at().deskOf('receiver');
    await page.goto(`${at().url}/console/imports?kind=products`);
    await page.route('**/api/v1/imports?*', (route) => route.abort());
    const file = { name: 'goods.csv', mimeType: 'text/csv', buffer: Buffer.from('a,b\n') };
    await page.locator('input[type=file]').setInputFiles(file);
    await page.locator('form.panel [data-problem]:not([hidden])').waitFor();
    expect(await page.locator('input[type=file]').inputValue()).toBe('');
    await page.context().close();
  });

  it('shows what is told only once although it cannot be drawn anew', async () => {
    const { page } = await at().deskOf('host');
    await page.goto(`${at().url}/console/live`);
    await page.route('**/console/live', breaks);
    await page.locator('form[data-api$="live-sessions"] [name="title"]').fill('晚场');
    await page.locator('form[data-api$="live-sessions"] button.button-main').click();
    await page.locator('[data-answer="overlayUrl"] [data-answer-text]', { hasText: '/live/' }).waitFor();
    await page.context().close();
  });
});
