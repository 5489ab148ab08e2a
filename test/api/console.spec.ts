import { Ids } from '../../src/kernel/ids.js';
import { type DemoWarehouse, demoWarehouse } from '../support/catalog.js';
import { certifiedBracelet, certifiedShrimpLot, type CertifiedUnit, packed } from '../support/certificates.js';
import { crawl } from '../support/crawler.js';
import { passedBracelet, startedInspection } from '../support/inspection.js';
import { announced, BRACELET_LINE, receivedBracelet, receivedShrimpLot, SHRIMP_LINE } from '../support/intake.js';
import { newParty } from '../support/parties.js';
import { shippedBracelet, type ShippedUnit, shippedShrimpLot } from '../support/shipped.js';
import { type Answer, type Call, type Caller, World } from '../support/world.js';

const HOSTILE = `<script>alert(1)</script>"'&`;

describe('the pages of the console', () => {
  let world: World;
  let people: DemoWarehouse;
  let certified: CertifiedUnit;
  let shipped: ShippedUnit;
  let consignmentId: string;

  beforeAll(async () => {
    world = await World.open('sqlite');
    people = await demoWarehouse(world);
    const lines = [{ ...BRACELET_LINE, name: HOSTILE }, SHRIMP_LINE];
    consignmentId = await announced(world, people, lines);
    await receivedBracelet(world, people, { name: HOSTILE });
    await receivedShrimpLot(world, people);
    await startedInspection(world, people.inspector, await receivedBracelet(world, people));
    await startedInspection(world, people.inspector, await receivedShrimpLot(world, people));
    await passedBracelet(world, people);
    certified = await certifiedBracelet(world, people);
    await packed(world, people.packer, (await certifiedShrimpLot(world, people)).unitId);
    shipped = await shippedBracelet(world, people);
    await shippedShrimpLot(world, people);
    await submitted();
    await held();
  });
  afterAll(() => world.close());

  const page = (path: string, call: Call = {}): Promise<Answer> =>
    world.get(path, { ...call, headers: { accept: 'text/html', 'accept-language': 'zh-CN', ...call.headers } });

  async function submitted(): Promise<void> {
    const id = await startedInspection(world, people.inspector, await receivedBracelet(world, people));
    await world.post(`/api/v1/inspections/${id}/submission`, { as: people.inspector });
  }

  async function held(): Promise<void> {
    const { unitId } = await certifiedBracelet(world, people);
    await world.post(`/api/v1/units/${unitId}/holds`, { as: people.reviewer, body: { reason: HOSTILE } });
  }

  describe('reached by links', () => {
    const STAFF = ['admin', 'receiver', 'inspector', 'reviewer', 'packer', 'shipper', 'host', 'merchant'] as const;
    const cases = STAFF.flatMap((role) => ['zh-CN', 'en'].map((language) => [role, language] as const));

    it.each(cases)('all answer for a %s, in %s', async (role, language) => {
      const reached = await crawl(world, { as: people[role], start: '/console', language });
      const faults = reached.filter(({ answer }) => answer.status !== 200);
      expect(faults.map(({ path, from, answer }) => `${answer.status} ${path} from ${from}`)).toEqual([]);
      const pages = reached.filter(({ path }) => path.startsWith('/console'));
      expect(pages.length).toBeGreaterThan(3);
      expect(pages.flatMap(({ path, answer }) => faultsOf(path, answer, language))).toEqual([]);
    });

    it.each([
      ['laboratory', 'laboratory'],
      ['studio', 'host'],
      ['carrier', 'shipper'],
      ['regulator', 'regulator'],
    ] as const)('all answer for somebody of a %s', async (kind, role) => {
      const isOfState = kind === 'regulator';
      const party = isOfState ? world.app.get(Ids).next() : await newParty(world, people.admin, kind, `示例${kind}`);
      const as = await world.account(party, kind, role);
      const reached = await crawl(world, { as, start: '/console', language: 'en' });
      const faults = reached.filter(({ answer }) => answer.status !== 200);
      expect(faults.map(({ path, from, answer }) => `${answer.status} ${path} from ${from}`)).toEqual([]);
    });
  });

  it('send who is not signed in to the sign-in page, and back', async () => {
    const answer = await page('/console/units?stage=passed');
    expect(answer.status).toBe(302);
    expect(answer.headers.location).toBe('/sign-in?next=%2Fconsole%2Funits%3Fstage%3Dpassed');
    const signIn = await page(String(answer.headers.location));
    expect(signIn.text).toContain('data-next="/console/units?stage=passed"');
  });

  it.each([
    ['/console/parties', 'packer'],
    ['/console/accounts', 'reviewer'],
    ['/console/consignments/new', 'inspector'],
    ['/console/reviews', 'inspector'],
    ['/console/packing', 'shipper'],
    ['/console/shipments/new', 'packer'],
  ] as const)('keep %s from a %s', async (path, role) => {
    const answer = await page(path, { as: people[role] });
    expect(answer.status).toBe(403);
    expect(answer.text).toContain('http.not-allowed');
  });

  it("do not know another party's goods", async () => {
    const { otherMerchant } = people;
    for (const path of [
      `/console/units/${certified.unitId}`,
      `/console/certificates/${certified.certificateId}`,
      `/console/inspections/${certified.inspectionId}`,
      `/console/consignments/${consignmentId}`,
    ]) {
      expect([path, (await page(path, { as: otherMerchant })).status]).toEqual([path, 404]);
    }
  });

  it('show names from outside as text', async () => {
    for (const path of ['/console/units', '/console', `/console/consignments/${consignmentId}`]) {
      const { text } = await page(path, { as: people.receiver });
      expect(text).not.toContain('<script>alert');
    }
    const { text } = await page('/console/units', { as: people.receiver });
    expect(text).toContain('&lt;script&gt;alert(1)');
  });

  it('are kept by nobody and run no scripts but their own', async () => {
    const { headers } = await page('/console/units', { as: people.packer });
    expect(headers['cache-control']).toBe('no-store');
    expect(headers['content-security-policy']).toContain("script-src 'self'");
    expect(headers['content-security-policy']).not.toContain('unsafe-inline');
  });

  it('remember a language that was asked for', async () => {
    const answer = await page('/console/units?lang=en', { as: people.packer });
    expect(answer.text).toContain('<html lang="en">');
    expect(String(answer.headers['set-cookie'])).toMatch(/^lang=en;/);
    expect(answer.text).toContain('href="/console/units?lang=zh"');
  });

  describe('of the door', () => {
    it('says that signing in needs HTTPS where it does', async () => {
      expect((await page('/sign-in')).text).toContain('登录需要 https:// 地址');
      const local = await page('/sign-in', { headers: { host: 'localhost:3000' } });
      expect(local.text).not.toContain('登录需要 https:// 地址');
    });

    it.each(['//evil.example', 'https://evil.example/console', '/api/v1/units'])(
      'does not lead on to %s',
      async (next) => {
        const { text } = await page(`/sign-in?next=${encodeURIComponent(next)}`);
        expect(text).toContain('data-next="/console"');
      },
    );

    it('leads those who are signed in on at once', async () => {
      expect(await page('/', { as: people.host })).toMatchObject({ status: 302, headers: { location: '/console' } });
      const signIn = await page('/sign-in?next=/console/live', { as: people.host });
      expect(signIn).toMatchObject({ status: 302, headers: { location: '/console/live' } });
    });

    it('offers strangers the look-up of a code', async () => {
      const { status, text } = await page('/');
      expect(status).toBe(200);
      expect(text).toContain('action="/v"');
      expect(text).not.toContain('npm run admin');
    });

    it('says on an empty server what to do first', async () => {
      const empty = await World.open('sqlite');
      try {
        for (const path of ['/', '/sign-in']) {
          const { text } = await empty.get(path, { headers: { accept: 'text/html' } });
          expect(text).toContain('npm run admin -- new');
        }
      } finally {
        await empty.close();
      }
    });
  });

  describe('behind the scan box', () => {
    const opened = async (as: Caller, code: string): Promise<unknown> => {
      const answer = await page(`/console/scan?code=${encodeURIComponent(code)}`, { as });
      return answer.status === 302 ? answer.headers.location : answer.status;
    };
    const printed = (number: string): string => `${number.slice(0, 8)}-${number.slice(8)}`.toLowerCase();

    it('open a certificate for who deals with certificates, else the step of the goods', async () => {
      const { number, code, unitId, certificateId } = certified;
      for (const typed of [number, printed(number), code, `https://v.example.cn/v/${code}`]) {
        expect(await opened(people.merchant, typed)).toBe(`/console/certificates/${certificateId}`);
        expect(await opened(people.packer, typed)).toBe(`/console/packing/${unitId}`);
        expect(await opened(people.shipper, typed)).toBe(`/console/units/${unitId}`);
      }
    });

    it('open goods by label, seal and id', async () => {
      const { unitId, labels, sealNo } = shipped;
      for (const typed of [labels[0]?.code ?? '', `HTTPS://V.EXAMPLE.CN/V/${labels[1]?.code}`, sealNo, unitId]) {
        expect(await opened(people.packer, typed)).toBe(`/console/units/${unitId}`);
      }
    });

    it('open a consignment by its number', async () => {
      expect(await opened(people.receiver, consignmentId)).toBe(`/console/consignments/${consignmentId}`);
      expect(await opened(people.receiver, 'SJ-0001')).toMatch(/^\/console\/consignments\//);
    });

    it("say that nothing is known, also of another party's", async () => {
      expect(await opened(people.packer, 'NOTHING-SUCH')).toBe(404);
      expect(await opened(people.otherMerchant, certified.number)).toBe(404);
      expect(await opened(people.otherMerchant, shipped.sealNo)).toBe(404);
      const { text } = await page('/console/scan?code=%3Cb%3E', { as: people.packer });
      expect(text).toContain('&lt;b&gt;');
    });
  });
});

/** What no page may have: gaps, foreign words in its frame, scripts and styles inside, ids twice, fields without a name. */
function faultsOf(path: string, { text }: Answer, language: string): string[] {
  const faults = [
    [/>[^<]*\b(?:undefined|null|NaN)\b|\[object /, 'prints a gap'],
    [/<script(?! type="module" src="\/assets\/)|\sstyle="|\son[a-z]+="/, 'has a script or style inside'],
  ] as const;
  const found = faults.filter(([pattern]) => pattern.test(text)).map(([, fault]) => fault as string);
  if (!text.includes(`<html lang="${language}">`)) found.push('is in another language');
  const ids = [...text.replace(/<template[\s\S]*?<\/template>/g, '').matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id);
  const twice = ids.find((id, at) => ids.indexOf(id) !== at);
  if (twice) found.push(`has the id ${twice} twice`);
  const labelled = new Set([...text.matchAll(/\sfor="([^"]*)"/g)].map(([, id]) => id));
  const fields = [...text.matchAll(/<(?:input|select|textarea)\b[^>]*\sid="([^"]*)"[^>]*>/g)].map(([, id]) => id ?? '');
  found.push(...fields.filter((id) => !labelled.has(id) && !isWrapped(text, id)).map((id) => `has no label for ${id}`));
  return found.map((fault) => `${path} ${fault}`);
}

function isWrapped(text: string, id: string): boolean {
  return new RegExp(`<label class="check"><input[^>]*id="${id}"`).test(text);
}
