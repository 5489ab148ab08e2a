import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { launchBrowser, listen } from '../support/browser.js';
import { type DemoWarehouse, demoWarehouse } from '../support/catalog.js';
import { openedSession, picked } from '../support/live.js';
import { shippedBracelet, type ShippedUnit, shippedShrimpLot } from '../support/shipped.js';
import { World } from '../support/world.js';

describe('what buyers and viewers see, in a browser', () => {
  let world: World;
  let url: string;
  let browser: Browser;
  let people: DemoWarehouse;
  let bracelet: ShippedUnit;
  let shrimp: ShippedUnit;

  beforeAll(async () => {
    world = await World.open('sqlite');
    url = await listen(world);
    browser = await launchBrowser();
    people = await demoWarehouse(world);
    bracelet = await shippedBracelet(world, people);
    shrimp = await shippedShrimpLot(world, people);
  });
  afterAll(async () => {
    await browser?.close();
    await world?.close();
  });

  const opened = async (options: BrowserContextOptions): Promise<Page> => (await browser.newContext(options)).newPage();

  describe('the page behind a code, on a phone of 360 px without JavaScript', () => {
    const phone = { viewport: { width: 360, height: 740 }, javaScriptEnabled: false, isMobile: true, hasTouch: true };

    it.each(['zh-CN', 'en'])('needs nothing but html, css and images of its own (%s)', async (locale) => {
      const page = await opened({ ...phone, locale });
      const requests: string[] = [];
      page.on('request', (request) => requests.push(`${request.resourceType()} ${new URL(request.url()).origin}`));
      await page.goto(`${url}/v/${bracelet.code}`, { waitUntil: 'networkidle' });
      expect(new Set(requests)).toEqual(new Set([`document ${url}`, `stylesheet ${url}`, `image ${url}`]));
    });

    it.each([
      ['a certificate', () => bracelet.code],
      ['a lot', () => shrimp.code],
      ['a label', () => bracelet.labels[0]?.code ?? ''],
      ['an unknown code', () => '0'.repeat(26)],
    ])('does not scroll sideways for %s', async (_, code) => {
      const page = await opened({ ...phone, locale: 'en' });
      await page.goto(`${url}/v/${code()}`);
      expect(await overhang(page)).toEqual([]);
    });

    it('says in words what the certificate is worth, and shows the photograph', async () => {
      const page = await opened({ ...phone, locale: 'zh-CN' });
      await page.goto(`${url}/V/${bracelet.code}`);
      expect(await page.textContent('h1')).toContain('证书有效');
      expect(await page.locator('.photo img').boundingBox()).toMatchObject({ width: expect.any(Number) });
      expect(await page.textContent('main')).toContain('1.548');
    });

    it('changes its language by a link', async () => {
      const page = await opened({ ...phone, locale: 'zh-CN' });
      await page.goto(`${url}/v/${bracelet.code}`);
      await page.click('.language');
      expect(await page.textContent('h1')).toContain('valid');
    });
  });

  describe('the overlay of a live room', () => {
    it('changes at once when the host picks another certificate', async () => {
      const session = await openedSession(world, people.host);
      const page = await opened({ viewport: { width: 1080, height: 1920 } });
      await page.goto(`${url}/live/${session.token}`);
      expect((await page.textContent('#stage'))?.trim()).toBe('');
      await picked(world, people.host, session, { code: bracelet.code });
      await page.getByText('紫晶手串').first().waitFor({ timeout: AT_ONCE });
      await picked(world, people.host, session, { code: shrimp.code });
      await page.getByText('冻南美白对虾').first().waitFor({ timeout: AT_ONCE });
      expect(await page.textContent('body')).not.toContain('紫晶手串');
      await world.post(`${session.path}/end`, { as: people.host });
    });
  });
});

const AT_ONCE = 2_000;

// In the browser's own words: the tests are compiled without those of the DOM.
const OVERHANG = `[...document.querySelectorAll('body *')]
  .filter((element) => element.getBoundingClientRect().right > window.innerWidth + 0.5)
  .filter((element) => !element.closest('.only-heard'))
  .map((element) => element.outerHTML.slice(0, 80))`;

/** What reaches beyond the right edge of the window. */
function overhang(page: Page): Promise<string[]> {
  return page.evaluate<string[]>(OVERHANG);
}
