import { newId } from '../../src/ledger/index.js';
import { Catalog, planOf } from '../../src/modules/catalog/index.js';
import { Blobs } from '../../src/platform/blobs/blobs.js';
import { sha256Hex } from '../../src/platform/keys/sha256.js';
import {
  ATTRIBUTES,
  CATEGORIES,
  demoPlans,
  type DemoWarehouse,
  demoWarehouse,
  numberOf,
  planBody,
  staffOf,
} from '../support/catalog.js';
import { newWarehouse } from '../support/parties.js';
import { describeOnBoth, type World } from '../support/world.js';

describeOnBoth('the catalog', (world) => {
  let demo: DemoWarehouse;
  beforeAll(async () => {
    demo = await demoWarehouse(world());
  });

  it('lists the six categories with the hash of their content', async () => {
    const { body } = await world().get('/api/v1/categories', { as: demo.merchant });
    expect(body.items.map(({ id }: { id: string }) => id)).toEqual([...CATEGORIES]);
    for (const { hash } of body.items as { hash: string }[]) {
      const blob = await world().app.get(Blobs).get(hash);
      expect(blob && sha256Hex(blob)).toBe(hash);
    }
    const one = await world().get('/api/v1/categories/ginseng', { as: demo.merchant });
    expect(one.body.attributes).toHaveLength(10);
  });

  it('records each content once, in clear, and finds it again by its hash', async () => {
    const rows = await world().database.reader.query<{ hash: string }>('SELECT hash FROM category_version');
    expect(rows).toHaveLength(CATEGORIES.length);
    const catalog = world().app.get(Catalog);
    for (const { hash } of rows) expect((await catalog.categoryOf(hash)).hash).toBe(hash);
  });

  it('names what there is when a category is unknown', async () => {
    const { body } = await world().get('/api/v1/categories/jade', { as: demo.merchant });
    expect(body).toMatchObject({ status: 404, code: 'catalog.category-unknown' });
    expect(body.detail).toContain('ginseng');
  });

  it.each(CATEGORIES)('has the demo plan of %s in force', async (categoryId) => {
    const plan = await planOf(world().database.reader, demo.warehouseId, categoryId);
    expect(plan).toMatchObject({ id: demo.planIds[categoryId], version: 1, categoryId, category: categoryId });
    expect(plan?.categoryHash).toBe(world().app.get(Catalog).category(categoryId).hash);
    expect(plan?.items.length).toBeGreaterThan(0);
  });

  it('counts versions per warehouse and category, and shows the newest first', async () => {
    const body = await planOfCategory('ginseng');
    expect((await world().post('/api/v1/plans', { as: demo.admin, body })).status).toBe(201);
    const list = await world().get('/api/v1/plans?categoryId=ginseng', { as: demo.inspector });
    expect(list.body.items.map(({ version }: { version: number }) => version)).toEqual([2, 1]);
    expect((await planOf(world().database.reader, demo.warehouseId, 'ginseng'))?.version).toBe(2);
  });

  it('shows a plan with its items, and the reason to the warehouse alone', async () => {
    const path = `/api/v1/plans/${demo.planIds['frozen-shrimp']}`;
    const own = await world().get(path, { as: demo.inspector });
    expect(own.body).toMatchObject({ categoryId: 'frozen-shrimp', reason: '示例方案' });
    expect(own.body.items).toHaveLength(own.body.itemCount);
    expect(own.body.missingLimits).toBeInstanceOf(Array);
    expect((await world().get(path, { as: demo.merchant })).body).toMatchObject({ reason: null });
  });

  it('hides a plan from another warehouse', async () => {
    const { inspector } = await staffOf(world(), await newWarehouse(world(), '另一质检仓'));
    const path = `/api/v1/plans/${demo.planIds['ginseng']}`;
    expect((await world().get(path, { as: inspector })).body).toMatchObject({ code: 'catalog.plan-unknown' });
    expect((await world().get('/api/v1/plans', { as: inspector })).body.items).toEqual([]);
  });

  it('lets only an administrator publish', async () => {
    const body = await planOfCategory('ginseng');
    expect((await world().post('/api/v1/plans', { as: demo.reviewer, body })).status).toBe(403);
  });

  it.each([
    ['catalog.category-unknown', { categoryId: 'jade' }],
    ['catalog.plan-of-another-category', { categoryVersion: '2020-01-01' }],
    ['catalog.plan-item-unknown', { adds: ['NO-SUCH'] }],
    ['http.invalid-body', { reason: '' }],
    ['http.invalid-body', { extra: 1 }],
    ['http.invalid-body', { adds: 'GIN' }],
    ['http.invalid-body', { limits: [{ item: 'A', source: 'x', by: '1', set: [] }] }],
  ])('refuses a plan with %s', async (code, wrong) => {
    const body = { ...(await planOfCategory('ginseng')), ...wrong };
    expect((await world().post('/api/v1/plans', { as: demo.admin, body })).body).toMatchObject({ code });
  });

  it('names one of the warehouse’s own people for each limit of its own', async () => {
    const publish = async (by: string) =>
      (await world().post('/api/v1/plans', { as: demo.admin, body: await planOfCategory('crystal-jewelry', by) })).body;
    const { staff, outsider, former } = await people();
    for (const by of ['9999', outsider, former]) {
      expect(await publish(by)).toMatchObject({ status: 422, code: 'catalog.limit-by-unknown' });
    }
    expect((await publish(staff)).entries).toHaveLength(1);
  });

  async function people(): Promise<Readonly<Record<'staff' | 'outsider' | 'former', string>>> {
    const elsewhere = await staffOf(world(), await newWarehouse(world(), '第三质检仓'));
    const left = await world().account(demo.warehouseId, 'warehouse', 'inspector');
    const former = await numberOf(world(), left);
    const closing = `/api/v1/accounts/${left.accountId}/closing`;
    expect((await world().post(closing, { as: demo.admin, body: { reason: '离职' } })).status).toBe(201);
    const [staff, outsider] = [await numberOf(world(), demo.inspector), await numberOf(world(), elsewhere.admin)];
    return { staff, outsider, former };
  }

  it('refuses a figure that is no text', async () => {
    const file = (await demoPlans()).find(({ limits }) => limits.length > 0);
    const [limit] = file?.limits ?? [];
    const set = Object.fromEntries(Object.keys(limit?.set ?? {}).map((path) => [path, 1.5]));
    const body = { ...(file && planBody(file, '-')), limits: [{ ...limit, set }] };
    const answer = await world().post('/api/v1/plans', { as: demo.admin, body });
    expect(answer.body).toMatchObject({ status: 422, code: 'catalog.plan-limit-malformed' });
  });
});

async function planOfCategory(id: string, by = '-'): Promise<object> {
  const file = (await demoPlans()).find(({ category }) => category === id);
  return file ? planBody(file, by) : {};
}

describeOnBoth('products', (world) => {
  let demo: DemoWarehouse;
  beforeAll(async () => {
    demo = await demoWarehouse(world());
  });

  const bracelet = {
    name: '紫晶手串 8 mm',
    categoryId: 'crystal-jewelry',
    brand: '示例',
    attributes: { gemName: '紫晶', isChild: false },
    declared: { skuName: '天然紫晶手串' },
  };

  async function registered(w: World): Promise<string> {
    const answer = await w.post('/api/v1/products', { as: demo.merchant, body: bracelet });
    expect(answer.status).toBe(201);
    return newId(answer.body, 'product') ?? '';
  }

  it('belong to the merchant that registers them', async () => {
    const id = await registered(world());
    const { body } = await world().get(`/api/v1/products/${id}`, { as: demo.merchant });
    expect(body).toMatchObject({ ...bracelet, id, merchantId: demo.merchantId, spec: null });
    expect((await world().get(`/api/v1/products/${id}`, { as: demo.receiver })).status).toBe(200);
    const other = await world().get(`/api/v1/products/${id}`, { as: demo.otherMerchant });
    expect(other.body).toMatchObject({ status: 404, code: 'catalog.product-unknown' });
    expect((await world().get('/api/v1/products', { as: demo.otherMerchant })).body.items).toEqual([]);
  });

  it('are registered by staff for a merchant, and for no other kind of party', async () => {
    const post = (body: object) => world().post('/api/v1/products', { as: demo.receiver, body });
    expect((await post(bracelet)).body).toMatchObject({ code: 'catalog.merchant-needed' });
    expect((await post({ ...bracelet, merchantId: demo.merchantId })).status).toBe(201);
    expect((await post({ ...bracelet, merchantId: demo.laboratoryId })).body.code).toBe('parties.wrong-kind');
    expect((await post({ ...bracelet, merchantId: '00000000-0000-7000-8000-000000000099' })).body.code).toBe(
      'parties.unknown',
    );
  });

  it('are not registered for another merchant, nor by an inspector', async () => {
    const body = { ...bracelet, merchantId: demo.otherMerchantId };
    const answer = await world().post('/api/v1/products', { as: demo.merchant, body });
    expect(answer.body).toMatchObject({ status: 403, code: 'catalog.merchant-not-yours' });
    expect((await world().post('/api/v1/products', { as: demo.inspector, body: bracelet })).status).toBe(403);
  });

  it('refuse an attribute that the category does not have or that has another form', async () => {
    const body = { ...bracelet, attributes: { gemName: '钻石', nonsense: 'x' } };
    const answer = await world().post('/api/v1/products', { as: demo.merchant, body });
    expect(answer.body).toMatchObject({ status: 422, code: 'catalog.attributes-invalid' });
    expect(answer.body.detail).toContain('gemName');
    expect(answer.body.detail).toContain('nonsense');
  });

  it.each([
    { attributes: { isChild: 1 } },
    { attributes: [] },
    { attributes: { gemName: { zh: '紫晶' } } },
    { declared: { quantity: 3 } },
    { declared: { a_b: 'x' } },
    { name: ' ' },
    { price: '1' },
  ])('refuse the shape %j', async (wrong) => {
    const answer = await world().post('/api/v1/products', { as: demo.merchant, body: { ...bracelet, ...wrong } });
    expect(answer.body).toMatchObject({ status: 422, code: 'http.invalid-body' });
  });

  it.each(CATEGORIES)('take all attributes of %s', async (categoryId) => {
    const body = { ...bracelet, categoryId, attributes: ATTRIBUTES[categoryId] };
    expect((await world().post('/api/v1/products', { as: demo.merchant, body })).status).toBe(201);
  });
});
