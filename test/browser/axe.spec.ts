import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { certifiedBracelet, packed } from '../support/certificates.js';
import { crawl } from '../support/crawler.js';
import { passedShrimpLot, startedInspection, withdrawnReading } from '../support/inspection.js';
import { failedCalibration, registeredInstrument } from '../support/instruments.js';
import { receivedBracelet, receivedShrimpLot } from '../support/intake.js';
import { productSheet, uploaded } from '../support/imports.js';
import { openedSession, picked, suspended } from '../support/live.js';
import { consoleRoutes, shapeOf } from '../support/page-routes.js';
import { filedReport, sentSample } from '../support/reports.js';
import { IN_MASS, IN_PACKAGES, signedLot, startedLot } from '../support/sampling.js';
import { shippedBracelet, type ShippedUnit, shippedShrimpLot } from '../support/shipped.js';
import { plantNonconformities, plantWaysAside } from '../support/ways-aside.js';
import { type Workplace, workplace } from '../support/workplace.js';
import type { Caller } from '../support/world.js';

/** Pages of one shape that are looked at: the same page of different goods looks different. */
const MOST_OF_SHAPE = { 'zh-CN': 2, en: 1 } as const;
const STAFF = ['admin', 'receiver', 'inspector', 'reviewer', 'packer', 'shipper', 'host'] as const;
/** No pages of their own: a photograph, and the way from a scanned code to its page. */
const NO_PAGES = ['/console/live/*/photos/*', '/console/scan'];

/** What a screen of 1280 px is at a zoom of 400 % (WCAG 1.4.10), and a phone. */
const NARROW = { width: 360, height: 780 };
const WIDE = { width: 1280, height: 800 };

interface Violation {
  readonly id: string;
  readonly impact: string;
  readonly nodes: readonly { readonly target: readonly string[]; readonly failureSummary: string }[];
}

describe('every page, as a screen reader and weak eyes meet it', () => {
  const at = workplace();
  let everyone: Caller;
  let shown: ShippedUnit;
  let overlay: string;
  let paths: string[];

  beforeAll(async () => {
    const { world, people } = at();
    everyone = await world.account(people.warehouseId, 'warehouse', ...STAFF);
    shown = await shippedBracelet(world, people);
    await plant(at());
    const session = await openedSession(world, people.host);
    await picked(world, people.host, session, { code: shown.code });
    overlay = `/live/${session.token}`;
    const reached = await crawl(world, { as: everyone, start: '/console', language: 'zh-CN' });
    const pages = reached.filter(({ path, answer }) => path.startsWith('/console') && isPage(answer.headers));
    paths = pages.map(({ path }) => path);
  }, 120_000);

  it('is reached', () => {
    const reached = new Set(paths.map(shapeOf));
    const wanted = consoleRoutes(at().world.app).filter((route) => !NO_PAGES.includes(route));
    expect(wanted.filter((route) => !reached.has(route))).toEqual([]);
  });

  it.each(['zh-CN', 'en'] as const)(
    'has no serious fault in the console (%s)',
    async (locale) => {
      const page = await opened(locale, everyone);
      const faults: string[] = [];
      for (const path of fewOfEach(paths, MOST_OF_SHAPE[locale])) faults.push(...(await faultsOf(page, path)));
      await page.context().close();
      expect([...new Set(faults)]).toEqual([]);
    },
    120_000,
  );

  it.each(['zh-CN', 'en'])(
    'has no serious fault for everybody else (%s)',
    async (locale) => {
      const page = await opened(locale);
      const codes = [shown.code, shown.labels[0]?.code ?? '', '0'.repeat(26), 'x'];
      const open = ['/', '/sign-in', '/v', ...codes.map((code) => `/v/${code}`), overlay, '/nothing-here'];
      const faults: string[] = [];
      for (const path of open) faults.push(...(await faultsOf(page, path)));
      await page.context().close();
      expect([...new Set(faults)]).toEqual([]);
    },
    60_000,
  );

  async function opened(locale: string, as?: Caller): Promise<Page> {
    const { browser, url } = at();
    const context = await browser.newContext({ viewport: WIDE, locale });
    const [name = '', value = ''] = as?.cookie.split('=') ?? [];
    if (as) await context.addCookies([{ name, value, url: url.replace('http:', 'https:') }]);
    return context.newPage();
  }

  async function faultsOf(page: Page, path: string): Promise<string[]> {
    await page.goto(at().url + path);
    await page.evaluate(`${axe.source}; undefined`);
    const options = `{ resultTypes: ['violations'], iframes: false }`;
    const found: Violation[] = await page.evaluate(
      `axe.run(document, ${options}).then(({ violations }) => violations)`,
    );
    const grave = found.filter(({ impact }) => impact === 'serious' || impact === 'critical');
    const worded = grave.flatMap(({ id, nodes }) =>
      nodes.slice(0, 3).map(({ target, failureSummary }) => {
        const why = failureSummary.split('\n').at(-1)?.trim() ?? '';
        return `${shapeOf(path)} ${id} ${target.join(' ')}: ${why}`;
      }),
    );
    return (await goesBeyondTheEdge(page)) ? [...worded, `${shapeOf(path)} is wider than ${NARROW.width} px`] : worded;
  }

  async function goesBeyondTheEdge(page: Page): Promise<boolean> {
    await page.setViewportSize(NARROW);
    const isWide: boolean = await page.evaluate('document.documentElement.scrollWidth > innerWidth');
    await page.setViewportSize(WIDE);
    return isWide;
  }
});

/** Something at each station. */
async function plant({ world, people }: Workplace): Promise<void> {
  await shippedShrimpLot(world, people);
  await filedReport(world, people.inspector, await sentSample(world, people));
  await sentSample(world, people);
  await packed(world, people.packer, (await certifiedBracelet(world, people)).unitId);
  await certifiedBracelet(world, people);
  await passedShrimpLot(world, people);
  await suspended(world, people, (await certifiedBracelet(world, people)).certificateId);
  await receivedBracelet(world, people);
  await uploaded(world, people.receiver, { body: productSheet(['没有写商家']) });
  await withdrawnReading(world, people);
  const waiting = await startedInspection(world, people.inspector, await receivedShrimpLot(world, people));
  await world.post(`/api/v1/inspections/${waiting}/submission`, { as: people.inspector });
  await startedLot(world, people, IN_MASS);
  await startedLot(world, people, IN_PACKAGES);
  await signedLot(world, people, { sampled: 6, counts: { MA: 6 } });
  await plantWaysAside(world, people);
  await plantNonconformities(world, people);
  const laboratory = await world.account(people.laboratoryId, 'laboratory', 'laboratory');
  await filedReport(world, laboratory, await sentSample(world, people));
  await sentSample(world, people);
  await failedCalibration(world, people.admin, await registeredInstrument(world, people.admin));
  const product = {
    name: '紫晶手串 8 mm',
    categoryId: 'crystal-jewelry',
    attributes: { gemName: '紫晶' },
    declared: {},
  };
  expect((await world.post('/api/v1/products', { as: people.merchant, body: product })).status).toBe(201);
}

function isPage(headers: Readonly<Record<string, unknown>>): boolean {
  return String(headers['content-type']).startsWith('text/html');
}

function fewOfEach(all: readonly string[], most: number): string[] {
  const counts = new Map<string, number>();
  return all.filter((path) => {
    const count = (counts.get(shapeOf(path)) ?? 0) + 1;
    counts.set(shapeOf(path), count);
    return count <= most;
  });
}
