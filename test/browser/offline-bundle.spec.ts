import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { checkBundle } from '../../src/modules/verification/offline/bundle-check.rules.js';
import { bundleTextIn, parseBundle } from '../../src/modules/verification/offline/bundle.rules.js';
import { sha256 } from '../../src/platform/keys/sha256.js';
import { verifyEd25519 } from '../../src/platform/keys/signing-key.js';
import { altered, alterations, scratched } from '../support/altered-bundles.js';
import { launchBrowser } from '../support/browser.js';
import { demoWarehouse } from '../support/catalog.js';
import { runCommand } from '../support/command.js';
import { eventually } from '../support/eventually.js';
import { onPaper, shippedBracelet, type ShippedUnit, shippedShrimpLot } from '../support/shipped.js';
import { WitnessedWorld } from '../support/witnessed-world.js';

const READY = '#content[data-outcome]';

// In the browser's own words: the tests are compiled without those of the DOM.
const OVERHANG = `[...document.querySelectorAll('body *')]
  .filter((element) => element.getBoundingClientRect().right > window.innerWidth + 0.5)
  .map((element) => element.outerHTML.slice(0, 80))`;
const OUTCOME = `document.querySelector('#content').dataset.outcome ?? 'none'`;
const PARTS = `[...document.querySelectorAll('[data-part]')].map((element) => element.dataset.part)`;
const NO_ED25519 = `Object.defineProperty(SubtleCrypto.prototype, 'importKey', {
  value: () => Promise.reject(new DOMException('Ed25519', 'NotSupportedError')),
});`;

describe('the offline bundle, opened from disk without a network', () => {
  let witnessed: WitnessedWorld;
  let browser: Browser;
  let bracelet: ShippedUnit;
  let html: string;
  let lot: string;
  let text: string;

  beforeAll(async () => {
    witnessed = await WitnessedWorld.open('sqlite');
    const people = await demoWarehouse(witnessed.world);
    bracelet = await shippedBracelet(witnessed.world, people);
    const shrimp = await shippedShrimpLot(witnessed.world, people);
    html = await downloaded(bracelet.code);
    lot = await downloaded(shrimp.code);
    text = bundleTextIn(html);
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await witnessed?.close();
  });

  async function downloaded(code: string): Promise<string> {
    const get = () => witnessed.world.get(`/v/${code}/bundle`);
    return (await eventually(get, ({ status }) => status === 200)).text;
  }

  async function offline(locale = 'zh-CN', width = 360): Promise<BrowserContext> {
    return browser.newContext({ offline: true, locale, viewport: { width, height: 740 } });
  }

  async function opened(page: Page, whole: string): Promise<string> {
    const file = join(witnessed.folder, 'bundle.html');
    await writeFile(file, whole);
    await page.goto(pathToFileURL(file).href);
    await page.waitForSelector(READY);
    return page.evaluate<string>(OUTCOME);
  }

  it.each([
    ['zh-CN', '核验通过', '证书有效'],
    ['en', 'Verified', 'This certificate is valid'],
  ])('verifies itself, asking nobody, and says so (%s)', async (locale, verdict, state) => {
    const context = await offline(locale);
    const page = await context.newPage();
    const requests: string[] = [];
    const complaints: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(String(error)));
    expect(await opened(page, html)).toBe('verified');
    expect(requests.filter((url) => !url.startsWith('file:'))).toEqual([]);
    expect([requests.length, complaints]).toEqual([1, []]);
    expect(await page.textContent('h1')).toBe(verdict);
    const shown = await page.textContent('main');
    for (const fact of [state, onPaper(bracelet.number), bracelet.sealNo, '1.548', 'w1', '示例速运'])
      expect(shown).toContain(fact);
    await context.close();
  });

  it('shows every fact that it discloses, with salt and proof', async () => {
    const context = await offline();
    const page = await context.newPage();
    await opened(page, html);
    const shown = (await page.textContent('main')) ?? '';
    const { bundle } = parseBundle(sha256, text);
    const plain = (value: unknown): unknown[] =>
      typeof value === 'object' && value !== null ? Object.values(value).flatMap(plain) : [value];
    for (const { public: says } of bundle.entries)
      for (const fact of says ? [says.salt, ...plain(says.content)] : []) expect(shown).toContain(String(fact));
    expect(shown.match(/c2sp\.org\/tlog-proof@v1/g)?.length).toBeGreaterThanOrEqual(bundle.entries.length);
    await context.close();
  });

  it('changes its language by a button, and does not scroll sideways with everything opened', async () => {
    for (const whole of [html, lot])
      for (const width of [360, 1280]) {
        const context = await offline('zh-CN', width);
        const page = await context.newPage();
        expect(await opened(page, whole)).toBe('verified');
        await page.evaluate('document.querySelectorAll("details").forEach((one) => (one.open = true))');
        expect(await page.evaluate(OVERHANG)).toEqual([]);
        await page.click('#language');
        expect([await page.textContent('h1'), await page.evaluate(OVERHANG)]).toEqual(['Verified', []]);
        await context.close();
      }
  });

  it('never verifies with any one thing altered, and names what fails', async () => {
    const { bundle } = parseBundle(sha256, text);
    const context = await offline();
    const page = await context.newPage();
    const missed: string[] = [];
    for (const one of alterations(bundle)) {
      const data = altered(bundle, one);
      const outcome = await opened(
        page,
        html.replace(text, () => data),
      );
      const parts = await page.evaluate<string[]>(PARTS);
      if (outcome !== 'failed' || !parts.includes(one.part)) missed.push(`${one.name}: ${outcome} ${parts.join()}`);
    }
    for (const [name, data] of scratched(text)) {
      const outcome = await opened(
        page,
        html.replace(text, () => data),
      );
      if (outcome !== 'failed') missed.push(`${name}: ${outcome}`);
    }
    expect(missed).toEqual([]);
    await context.close();
  });

  it('is not verified by the command either, with any of these', async () => {
    const { bundle } = parseBundle(sha256, text);
    const forged = [...alterations(bundle).map((one) => [one.name, altered(bundle, one)] as const), ...scratched(text)];
    expect(forged.length).toBeGreaterThanOrEqual(70);
    const passed = forged.filter(([, data]) => {
      const whole = html.replace(text, () => data);
      return 'checked' in checkBundle(bundleTextIn(whole), { sha256, verifyEd25519 }, undefined);
    });
    expect(passed.map(([name]) => name)).toEqual([]);
    // A process of its own takes most of a second, so the command itself meets the first and the last of them.
    for (const [, data] of [forged[0], forged.at(-1)].filter((one) => one !== undefined)) {
      const file = join(witnessed.folder, 'forged.html');
      await writeFile(
        file,
        html.replace(text, () => data),
      );
      expect((await runCommand('verify-bundle', [file])).status).toBe(1);
    }
  });

  it('shows no fact and no tick when something is wrong', async () => {
    const context = await offline('en');
    const page = await context.newPage();
    await opened(
      page,
      html.replace(text, () => text.replace('1.548', '1.549')),
    );
    expect(await page.textContent('h1')).toBe('Not verified');
    expect(await page.textContent('main')).not.toContain('1.549');
    expect(await page.locator('.answer-good, .ticks, .verdict-pass').count()).toBe(0);
    await context.close();
  });

  it('says that it could check nothing where the browser has no Ed25519', async () => {
    const context = await offline('en');
    await context.addInitScript(NO_ED25519);
    const page = await context.newPage();
    expect(await opened(page, html)).toBe('unchecked');
    expect(await page.textContent('h1')).toBe('This browser cannot check signatures');
    expect(await page.locator('.answer-good, .ticks').count()).toBe(0);
    expect(
      await opened(
        page,
        html.replace(text, () => text.replace('1.548', '1.549')),
      ),
    ).toBe('failed');
    await context.close();
  });

  it.each([
    [
      'the script',
      (whole: string) =>
        whole.replace('"use strict"', '').replace('function canonicalJson(', 'function  canonicalJson('),
    ],
    ['another script', (whole: string) => whole.replace('</body>', '<script>document.title = "x"</script></body>')],
    [
      'a handler',
      (whole: string) => whole.replace('<main ', '<img src="data:," onerror="document.title = \'x\'"><main '),
    ],
  ])('runs nothing but its own script: %s', async (_, change) => {
    const context = await offline();
    const page = await context.newPage();
    const file = join(witnessed.folder, 'changed.html');
    const changed = change(html);
    expect(changed).not.toBe(html);
    await writeFile(file, changed);
    const blocked = page.waitForEvent('console', (message) => /Content Security Policy/.test(message.text()));
    await page.goto(pathToFileURL(file).href);
    await blocked;
    expect(await page.title()).not.toBe('x');
    if (changed.includes('function  canonicalJson(')) expect(await page.evaluate(OUTCOME)).toBe('none');
    await context.close();
  });
});
