import { newId } from '../../src/ledger/index.js';
import { CATEGORIES, demoWarehouse, type DemoWarehouse, numberOf } from '../support/catalog.js';
import { lookedAt } from '../support/pages.js';
import { type Caller, World } from '../support/world.js';

describe('the console’s pages about what is tested and sent in', () => {
  let world: World;
  let people: DemoWarehouse;
  let regulator: Caller;
  beforeAll(async () => {
    world = await World.open('sqlite');
    people = await demoWarehouse(world);
    regulator = await world.account('00000000-0000-7000-8000-000000000099', 'regulator', 'regulator');
  });
  afterAll(() => world.close());

  const PAGES = [
    ['/console/categories', ['admin', 'receiver', 'inspector', 'merchant']],
    ['/console/plans', ['admin', 'receiver', 'inspector', 'merchant']],
    ['/console/plans/new?categoryId=crystal-jewelry', ['admin']],
    ['/console/products', ['admin', 'receiver', 'merchant']],
    ['/console/products/new', ['admin', 'receiver', 'merchant']],
    ['/console/log', ['admin', 'receiver', 'inspector', 'merchant']],
  ] as const;

  it.each(PAGES)('answer %s to %j, and to nobody else', async (path, allowed) => {
    for (const role of ['admin', 'receiver', 'inspector', 'merchant'] as const) {
      if ((allowed as readonly string[]).includes(role)) await lookedAt(world, people[role], path);
      else expect((await world.get(path, { as: people[role] })).status).toBe(403);
    }
    const stranger = await world.get(path);
    expect(stranger.headers.location).toBe(`/sign-in?next=${encodeURIComponent(path)}`);
  });

  describe('categories', () => {
    it.each(CATEGORIES)('show %s with its conditions in words', async (id) => {
      const { en } = await lookedAt(world, people.inspector, `/console/categories/${id}`);
      expect(en).not.toMatch(/&quot;attribute&quot;|"attribute"/);
    });

    it('say which item is mandatory, by which edition, from which day, and how sure that is', async () => {
      const { zh, en } = await lookedAt(world, people.merchant, '/console/categories/frozen-shrimp');
      expect(zh).toContain('GB 2762-2025');
      expect(zh).toMatch(/2026-09-02 起实施/);
      expect(en).toContain('in force from 2026-09-02');
      expect(en).toContain('Only when Sale is “Loose, weighed at sale”, and');
      expect(zh).toContain('待核实');
      expect(zh).toContain('证书不包括');
    });

    it('are unknown by any other name', async () => {
      const answer = await world.get('/console/categories/gold', { as: people.admin });
      expect(answer.status).toBe(404);
    });
  });

  describe('plans', () => {
    it('show what limits are missing', async () => {
      const path = `/console/plans/${people.planIds['crystal-jewelry']}`;
      const { zh, en } = await lookedAt(world, people.inspector, path);
      expect(zh).toContain('还缺限值');
      expect(en).toContain('Limits that are missing');
      expect(en).toContain('Items left out');
    });

    it('tell the reason to their own warehouse and to regulators only', async () => {
      const path = `/console/plans/${people.planIds['frozen-shrimp']}`;
      for (const caller of [people.inspector, regulator]) {
        expect((await lookedAt(world, caller, path)).zh).toContain('示例方案');
      }
      expect((await lookedAt(world, people.merchant, path)).zh).not.toContain('示例方案');
    });

    it('start a new version from the one in force, answered for by whom it was, or by whoever publishes', async () => {
      const number = await numberOf(world, people.admin);
      const path = '/console/plans/new?categoryId=crystal-jewelry';
      const { zh } = await lookedAt(world, people.admin, path);
      expect(zh).toMatch(/name="adds" value="CRY-DOC" checked/);
      expect(zh).toMatch(/value="0\.05" data-figure="tolerance"/);
      expect(zh).toContain('value="仓内规程 示例"');
      expect(zh).toContain(`value="${number}"`);
      const { zh: bare } = await lookedAt(world, people.admin, `${path}&start=mandatory`);
      expect(bare).not.toMatch(/checked|value="0\.05"|示例"/);
    });

    it('keep the version before, replaced, when the next is published', async () => {
      const body = { categoryId: 'ginseng', adds: [], limits: [], reason: '第二版' };
      const first = people.planIds['ginseng'];
      const next = newId((await world.post('/api/v1/plans', { as: people.admin, body })).body, 'plan');
      expect((await lookedAt(world, people.admin, `/console/plans/${first}`)).en).toContain('Replaced');
      expect((await lookedAt(world, people.admin, `/console/plans/${next}`)).en).toContain('In force');
      expect((await lookedAt(world, people.admin, '/console/plans?categoryId=ginseng')).en).toContain(
        'Earlier versions (1)',
      );
    });
  });

  describe('products', () => {
    const body = {
      name: '<b>紫晶手串</b>',
      categoryId: 'crystal-jewelry',
      attributes: { gemName: '紫晶', isChild: false },
      declared: { skuName: '紫晶手串' },
    };

    it('show a product to its merchant and to warehouses, escaped, and lead to a consignment', async () => {
      const id = newId((await world.post('/api/v1/products', { as: people.merchant, body })).body, 'product');
      for (const caller of [people.merchant, people.receiver]) {
        const { en } = await lookedAt(world, caller, `/console/products/${id}`);
        expect(en).toContain('&lt;b&gt;紫晶手串');
        expect(en).toContain('Amethyst');
        expect(en).toContain(`/console/consignments/new?productId=${id}`);
      }
      expect((await lookedAt(world, people.merchant, '/console/products')).zh).toContain(`/console/products/${id}`);
      expect((await world.get(`/console/products/${id}`, { as: people.otherMerchant })).status).toBe(404);
    });

    it('offer a withdrawal with a reason, and say then that it is withdrawn', async () => {
      const id = newId((await world.post('/api/v1/products', { as: people.merchant, body })).body, 'product');
      const path = `/api/v1/products/${id}/withdrawal`;
      const before = await lookedAt(world, people.merchant, `/console/products/${id}`);
      expect(before.zh).toContain(`data-api="POST ${path}"`);
      expect((await world.post(path, { as: people.merchant, body: { reason: '停售' } })).status).toBe(201);
      const { zh, en } = await lookedAt(world, people.receiver, `/console/products/${id}`);
      expect(zh).toMatch(/\d{4}-\d\d-\d\d \d\d:\d\d 已撤下/);
      expect(en).not.toContain('/withdrawal');
      expect(en).not.toContain('/console/consignments/new');
      expect((await lookedAt(world, people.merchant, '/console/products')).zh).not.toContain(`/console/products/${id}`);
    });

    it.each(CATEGORIES)('ask for the attributes of %s and require none', async (id) => {
      const { zh } = await lookedAt(world, people.merchant, `/console/products/new?categoryId=${id}`);
      expect(zh).toContain('name="attributes.giClaim"');
      expect(zh).not.toMatch(/name="attributes\.\w+"[^>]* required/);
    });
  });

  describe('the log', () => {
    it('shows its size, key and newest checkpoint as strangers get them', async () => {
      const { zh } = await lookedAt(world, people.inspector, '/console/log');
      const { text: key } = await world.get('/log/key');
      const { text: note } = await world.get('/log/checkpoint');
      expect(zh).toContain(key.trim());
      for (const line of note.trim().split('\n')) expect(zh).toContain(line);
    });

    it('names every kind of entry that was made, and goes back to the first', async () => {
      const { zh } = await lookedAt(world, regulator, '/console/log');
      expect(zh).not.toContain('其他记录');
      const { en } = await lookedAt(world, regulator, '/console/log?before=3');
      expect(en).toContain('Log founded');
      expect(en).not.toContain('rel="next"');
    });
  });
});
