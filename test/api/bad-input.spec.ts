import { LedgerHead } from '../../src/ledger/ledger.entity.js';
import { type DemoWarehouse, demoWarehouse } from '../support/catalog.js';
import { passedBracelet } from '../support/inspection.js';
import { changingRoutes, type ChangingRoute } from '../support/routes.js';
import { type Answer, type Caller, describeOnBoth, type World } from '../support/world.js';

const UNKNOWN = '00000000-0000-7000-8000-00000000dead';
const WRONG_VALUES = [
  null,
  0,
  -1,
  1.5,
  true,
  '',
  ' ',
  'x'.repeat(5_000),
  '\u0000',
  '\ud800',
  [],
  [[]],
  {},
  [null],
  { a: {} },
];
const WHOLE_BODIES = ['[]', 'null', '"text"', '7', '{', '', '{"unknown":1}', '{"__proto__":{"a":1}}', '[{}]'];

interface Probe {
  readonly route: ChangingRoute;
  readonly body: string;
  readonly answer: Answer;
}

describeOnBoth('bad input', (world) => {
  let people: DemoWarehouse;
  let everyone: Caller;
  let merchant: Caller;
  let ids: Readonly<Record<string, string>>;

  beforeAll(async () => {
    people = await demoWarehouse(world());
    const roles = ['admin', 'receiver', 'inspector', 'reviewer', 'packer', 'shipper', 'host'] as const;
    everyone = await world().account(people.warehouseId, 'warehouse', ...roles);
    merchant = people.merchant;
    const { unitId, inspectionId } = await passedBracelet(world(), people);
    ids = {
      units: unitId,
      inspections: inspectionId,
      instruments: people.instrumentIds['B-03'],
      parties: people.merchantId,
      accounts: merchant.accountId,
    };
  });

  const size = async (): Promise<number> => (await world().database.reader.findOne(LedgerHead, { id: 1 }))?.size ?? -1;

  async function send(route: ChangingRoute, body: string, as: Caller | undefined, id?: string): Promise<Probe> {
    const url = route.path.replace(/\{\w+\}/g, () => id ?? ids[route.path.split('/')[3] ?? ''] ?? UNKNOWN);
    const headers = { 'content-type': 'application/json' };
    return { route, body, answer: await world().call(route.method, url, { as, body, headers }) };
  }

  /** What is wrong with an answer to bad input; undefined when it is a problem as it should be. */
  function fault({ route, body, answer }: Probe): string | undefined {
    const isProblem = answer.status >= 400 && answer.status < 500 && typeof answer.body?.code === 'string';
    return isProblem
      ? undefined
      : `${route.method} ${route.path} ${body.slice(0, 80)} → ${answer.status} ${answer.text.slice(0, 200)}`;
  }

  it('could have been avoided: /openapi.json says to anyone what each route takes', async () => {
    const { status, body } = await world().get('/openapi.json');
    expect(status).toBe(200);
    const { requestBody, parameters } = body.paths['/api/v1/units/{id}/holds'].post;
    expect(requestBody.content['application/json'].schema).toMatchObject({
      $ref: expect.stringContaining('/schemas/'),
    });
    expect(parameters).toContainEqual(expect.objectContaining({ name: 'Idempotency-Key', in: 'header' }));
  });

  async function probe(
    bodies: (route: ChangingRoute) => readonly string[],
    as: () => Caller | undefined,
  ): Promise<Probe[]> {
    const probes: Probe[] = [];
    for (const route of changingRoutes(world().app)) {
      for (const body of bodies(route)) probes.push(await send(route, body, as()));
    }
    return probes;
  }

  it('that is no object at all is a problem on every route', async () => {
    const before = await size();
    const withBody = (route: ChangingRoute): readonly string[] => (route.fields.length > 0 ? WHOLE_BODIES : []);
    const probes = await probe(withBody, () => everyone);
    expect(probes.length).toBeGreaterThan(150);
    expect(probes.map(fault).filter(Boolean)).toEqual([]);
    expect(await size()).toBe(before);
  });

  it('in any single field is a problem, or no bug at the least', async () => {
    const bodies = (route: ChangingRoute): string[] =>
      route.fields.flatMap((field) => WRONG_VALUES.map((value) => JSON.stringify({ [field]: value })));
    const probes = [...(await probe(bodies, () => everyone)), ...(await probe(bodies, () => merchant))];
    expect(probes.length).toBeGreaterThan(500);
    expect(probes.filter(({ answer }) => answer.status >= 500).map(fault)).toEqual([]);
  });

  it('from nobody is a problem on every route but signing in', async () => {
    const before = await size();
    const probes = await probe(
      () => ['{}'],
      () => undefined,
    );
    expect(
      probes.filter(({ answer, route }) => answer.status !== 401 && route.path !== '/api/v1/sessions').map(fault),
    ).toEqual([]);
    expect(await size()).toBe(before);
  });

  it('about things that are not there, or are no ids, is a problem', async () => {
    const before = await size();
    const routes = changingRoutes(world().app).filter(({ path }) => path.includes('{'));
    const wrongIds = [UNKNOWN, 'x', '%00', "1'%20OR%201=1", 'a'.repeat(150), '..%2f..'];
    const probes: Probe[] = [];
    for (const route of routes)
      for (const id of wrongIds) probes.push(await send(route, '{"reason":"x"}', everyone, id));
    expect(probes.map(fault).filter(Boolean)).toEqual([]);
    expect(await size()).toBe(before);
  });

  it('of ten megabytes is refused before it is read', async () => {
    const before = await size();
    const body = JSON.stringify({ reason: 'x'.repeat(10_000_000) });
    const probes: Probe[] = [];
    const isLimited = (path: string): boolean => path.startsWith('/api/v1/sessions');
    const routes = changingRoutes(world().app).filter(({ path }) => !isLimited(path));
    for (const route of routes) probes.push(await send(route, body, everyone));
    expect([...new Set(probes.map(({ answer }) => `${answer.status} ${answer.body.code}`))]).toEqual([
      '413 http.body-too-large',
    ]);
    expect(await size()).toBe(before);
  });

  it('in queries is a problem or ignored, never a bug', async () => {
    const lists = [
      'units',
      'consignments',
      'inspections',
      'certificates',
      'shipments',
      'parties',
      'plans',
      'products',
      'accounts',
    ];
    const queries = [
      '?limit=0',
      '?limit=abc',
      '?limit=1e9',
      '?after=%00',
      '?after[]=1',
      '?unknown=1',
      '?limit=5&limit=6',
    ];
    const answers: string[] = [];
    for (const list of lists) {
      for (const query of queries) {
        const { status, text } = await world().get(`/api/v1/${list}${query}`, { as: everyone });
        if (status >= 500) answers.push(`${list}${query} → ${status} ${text}`);
      }
    }
    expect(answers).toEqual([]);
  });

  it('of another party is as unknown as nothing', async () => {
    const before = await size();
    const stranger = await strangersWarehouse(world());
    const routes = changingRoutes(world().app).filter(({ path }) => /^\/api\/v1\/(units|inspections)\//.test(path));
    const probes: Probe[] = [];
    for (const route of routes) probes.push(await send(route, '{"reason":"x"}', stranger));
    const seen = probes.filter(({ answer }) => answer.status !== 404 && answer.status !== 422);
    expect(seen.map(fault)).toEqual([]);
    expect((await world().get(`/api/v1/units/${ids['units']}`, { as: stranger })).status).toBe(404);
    expect(await size()).toBeLessThanOrEqual(before + 1);
  });
});

async function strangersWarehouse(world: World): Promise<Caller> {
  const roles = ['admin', 'receiver', 'inspector', 'reviewer', 'packer', 'shipper', 'host'] as const;
  return world.account('00000000-0000-7000-8000-0000000000ff', 'warehouse', ...roles);
}
