import { type DemoWarehouse, demoWarehouse } from '../support/catalog.js';
import {
  announced,
  BRACELET_LINE,
  received,
  receivedBracelet,
  receivedShrimpLot,
  SHRIMP_LINE,
} from '../support/intake.js';
import { newParty, newWarehouse } from '../support/parties.js';
import { type Answer, type Caller, describeOnBoth } from '../support/world.js';

describeOnBoth('intake', (world) => {
  let people: DemoWarehouse;
  beforeAll(async () => {
    people = await demoWarehouse(world());
  });

  const announce = (as: Caller, body: object): Promise<Answer> => world().post('/api/v1/consignments', { as, body });
  const consignment = (id: string, as: Caller): Promise<Answer> => world().get(`/api/v1/consignments/${id}`, { as });
  const unit = (id: string): Promise<Answer> => world().get(`/api/v1/units/${id}`, { as: people.merchant });
  const receive = (id: string, lineNo: number | string, body: object, as = people.receiver): Promise<Answer> =>
    world().post(`/api/v1/consignments/${id}/lines/${lineNo}/receipt`, { as, body });
  const cancel = (id: string, as: Caller): Promise<Answer> =>
    world().post(`/api/v1/consignments/${id}/cancellation`, { as, body: { reason: '商家撤回' } });

  it('makes a bracelet a unit with what was announced of it', async () => {
    const id = await receivedBracelet(world(), people);
    expect((await unit(id)).body).toMatchObject({
      kind: 'piece',
      name: '紫晶手串',
      categoryId: 'crystal-jewelry',
      warehouseId: people.warehouseId,
      merchantId: people.merchantId,
      quantity: { value: '1', unit: 'H87' },
      attributes: BRACELET_LINE.attributes,
      declared: BRACELET_LINE.declared,
      isSample: false,
      stage: 'received',
    });
  });

  it('makes a lot of shrimp one unit, as much as was weighed', async () => {
    const consignmentId = await announced(world(), people, [SHRIMP_LINE]);
    const quantity = { value: '498.60', unit: 'KGM' };
    const ids = await received(world(), people.receiver, { consignmentId, quantity, isSample: true });
    expect(ids).toHaveLength(1);
    const { quantity: _, attributes, ...facts } = SHRIMP_LINE;
    expect((await unit(ids[0] ?? '')).body).toMatchObject({ ...facts, attributes, quantity, isSample: true });
    expect((await consignment(consignmentId, people.merchant)).body).toMatchObject({
      state: 'received',
      lines: [{ announced: SHRIMP_LINE.quantity, received: quantity, isComplete: true }],
    });
  });

  it('counts what has come, piece by piece, until all has', async () => {
    const id = await announced(world(), people, [{ ...BRACELET_LINE, count: 5 }, SHRIMP_LINE]);
    expect((await consignment(id, people.receiver)).body).toMatchObject({
      state: 'announced',
      reference: 'SJ-0001',
      lines: [{ announced: { value: '5', unit: 'H87' }, received: null, isComplete: false }, { lineNo: 2 }],
    });
    expect(await received(world(), people.receiver, { consignmentId: id, count: 2, isSample: true })).toHaveLength(2);
    expect((await receive(id, 1, { count: 4 })).body).toMatchObject({
      status: 409,
      code: 'intake.more-than-announced',
    });
    await received(world(), people.receiver, { consignmentId: id, count: 3 });
    expect((await consignment(id, people.receiver)).body).toMatchObject({
      state: 'receiving',
      lines: [{ received: { value: '5', unit: 'H87' }, isComplete: true }, { isComplete: false }],
    });
    await received(world(), people.receiver, { consignmentId: id, lineNo: 2, quantity: SHRIMP_LINE.quantity });
    expect((await consignment(id, people.receiver)).body.state).toBe('received');
    expect((await receive(id, 1, { count: 1 })).body).toMatchObject({ code: 'intake.line-already-received' });
    const units = await world().get(`/api/v1/units?consignmentId=${id}`, { as: people.receiver });
    expect(units.body.items.map((each: { isSample: boolean }) => each.isSample)).toEqual([
      ...[true, true],
      ...[false, false, false, false],
    ]);
  });

  it('registers 200 pieces at once', async () => {
    const consignmentId = await announced(world(), people, [{ ...BRACELET_LINE, count: 200 }]);
    const ids = await received(world(), people.receiver, { consignmentId, count: 200 });
    expect(new Set(ids).size).toBe(200);
    expect((await consignment(consignmentId, people.receiver)).body.state).toBe('received');
  });

  it('lets the warehouse announce for a merchant', async () => {
    const answer = await announce(people.receiver, { merchantId: people.merchantId, lines: [BRACELET_LINE] });
    expect(answer.status).toBe(201);
    expect((await consignment(answer.body.entries[0].subjects[0].id, people.merchant)).body).toMatchObject({
      merchantId: people.merchantId,
      warehouseId: people.warehouseId,
      reference: null,
    });
  });

  it('takes what is left out from the product', async () => {
    const { attributes, declared, categoryId, name } = BRACELET_LINE;
    const body = { name, categoryId, attributes, declared };
    const product = await world().post('/api/v1/products', { as: people.merchant, body });
    const productId = product.body.entries[0].subjects[0].id;
    const id = await receivedBracelet(world(), people, { productId, attributes: { totalMass: '19.80' }, declared: {} });
    expect((await unit(id)).body).toMatchObject({
      productId,
      attributes: { ...attributes, totalMass: '19.80' },
      declared,
    });
  });

  it('calls off what has not come and keeps what has', async () => {
    const id = await announced(world(), people, [{ ...BRACELET_LINE, count: 2 }]);
    const [unitId = ''] = await received(world(), people.receiver, { consignmentId: id, count: 1 });
    expect((await cancel(id, people.merchant)).status).toBe(201);
    expect((await consignment(id, people.merchant)).body).toMatchObject({
      state: 'cancelled',
      cancelReason: '商家撤回',
    });
    expect((await receive(id, 1, { count: 1 })).body).toMatchObject({ status: 409, code: 'intake.is-cancelled' });
    expect((await cancel(id, people.receiver)).body).toMatchObject({ status: 409, code: 'intake.is-cancelled' });
    expect((await unit(unitId)).body).toMatchObject({ stage: 'received' });
  });

  it('cannot call off what has all come', async () => {
    const id = await announced(world(), people, [BRACELET_LINE]);
    await received(world(), people.receiver, { consignmentId: id, count: 1 });
    expect((await cancel(id, people.receiver)).body).toMatchObject({ status: 409, code: 'intake.nothing-left' });
  });

  it('hides a consignment from everyone it does not concern', async () => {
    const id = await announced(world(), people, [BRACELET_LINE]);
    const elsewhere = await newWarehouse(world(), '另一仓');
    const studio = await newParty(world(), people.admin, 'studio', '示例直播间');
    const strangers = [
      people.otherMerchant,
      await world().account(elsewhere, 'warehouse', 'receiver'),
      await world().account(studio, 'studio', 'host'),
      await world().account(people.laboratoryId, 'laboratory', 'laboratory'),
    ];
    for (const stranger of strangers) {
      expect((await consignment(id, stranger)).body).toMatchObject({ status: 404, code: 'intake.unknown' });
      const { items } = (await world().get('/api/v1/consignments?limit=200', { as: stranger })).body;
      expect(items.map((each: { id: string }) => each.id)).not.toContain(id);
    }
    const [otherMerchant, otherReceiver] = strangers;
    expect((await cancel(id, otherMerchant ?? people.merchant)).status).toBe(404);
    expect((await receive(id, 1, { count: 1 }, otherReceiver)).status).toBe(404);
  });

  it('lists by state, a page at a time', async () => {
    const merchantId = await newParty(world(), people.admin, 'merchant', '列表商家');
    const merchant = await world().account(merchantId, 'merchant', 'merchant');
    const senders = { merchant, receiver: people.receiver };
    const first = await announced(world(), senders, [BRACELET_LINE]);
    const second = await announced(world(), senders, [BRACELET_LINE]);
    const third = await announced(world(), senders, [BRACELET_LINE]);
    await received(world(), people.receiver, { consignmentId: second, count: 1 });
    const list = async (query: string, as = merchant) =>
      (await world().get(`/api/v1/consignments?${query}`, { as })).body;
    expect((await list('state=announced')).items.map(({ id }: { id: string }) => id)).toEqual([first, third]);
    const page = await list('limit=2');
    expect(page).toMatchObject({ items: [{ id: first }, { id: second }], next: second });
    expect(await list(`limit=2&after=${page.next}`)).toMatchObject({ items: [{ id: third }], next: null });
    expect((await list(`merchantId=${merchantId}`, people.receiver)).items).toHaveLength(3);
  });

  it('lets only merchants and receivers announce, and only receivers receive', async () => {
    const body = { merchantId: people.merchantId, lines: [BRACELET_LINE] };
    expect((await announce(people.inspector, body)).status).toBe(403);
    const id = await announced(world(), people, [BRACELET_LINE]);
    expect((await receive(id, 1, { count: 1 }, people.merchant)).status).toBe(403);
    expect((await receive(id, 1, { count: 1 }, people.inspector)).status).toBe(403);
    expect((await cancel(id, people.packer)).status).toBe(403);
    expect((await world().post('/api/v1/consignments', { body })).status).toBe(401);
  });

  describe('refuses to announce', () => {
    it.each([
      ['for another merchant', { merchantId: 'other' }, 403, 'intake.own-party-only'],
      ['to nowhere', { warehouseId: undefined }, 422, 'intake.warehouse-needed'],
      ['to a merchant', { warehouseId: 'merchant' }, 422, 'parties.wrong-kind'],
      ['to a laboratory', { warehouseId: 'laboratory' }, 404, 'parties.unknown'],
    ])('%s', async (_, changes: { merchantId?: string; warehouseId?: string }, status, code) => {
      const ids: Record<string, string> = {
        other: people.otherMerchantId,
        merchant: people.merchantId,
        laboratory: people.laboratoryId,
      };
      const named = Object.entries(changes).map(([field, name]) => [field, name === undefined ? name : ids[name]]);
      const body = { warehouseId: people.warehouseId, lines: [BRACELET_LINE], ...Object.fromEntries(named) };
      expect((await announce(people.merchant, body)).body).toMatchObject({ status, code });
    });

    it.each([
      ['a kind that the category does not trace', { kind: 'lot', count: undefined }, 'intake.kind-not-for-category'],
      ['pieces by weight', { quantity: { value: '1', unit: 'KGM' } }, 'intake.count-needed'],
      ['an unknown category', { categoryId: 'jade' }, 'catalog.category-unknown'],
      ['attributes that are missing', { attributes: {} }, 'catalog.attributes-invalid'],
      [
        'another attribute',
        { attributes: { ...BRACELET_LINE.attributes, vessel: '苏连渔' } },
        'catalog.attributes-invalid',
      ],
      ['goods of tomorrow', { productionDay: '2026-11-23' }, 'intake.produced-in-future'],
      ['an unknown product', { productId: '00000000-0000-7000-8000-00000000000f' }, 'catalog.product-unknown'],
    ])('%s', async (_, changes, code) => {
      const lines = [{ ...BRACELET_LINE, ...changes }];
      expect((await announce(people.merchant, { warehouseId: people.warehouseId, lines })).body).toMatchObject({
        code,
      });
    });

    it('a lot of degrees, or of nothing', async () => {
      for (const [quantity, code] of [
        [{ value: '5', unit: 'CEL' }, 'intake.unit-measures-no-goods'],
        [{ value: '0', unit: 'KGM' }, 'intake.quantity-not-positive'],
      ]) {
        const lines = [{ ...SHRIMP_LINE, quantity }];
        const answer = await announce(people.merchant, { warehouseId: people.warehouseId, lines });
        expect(answer.body).toMatchObject({ status: 422, code });
      }
    });

    it.each([
      ['an unknown field', { price: '199.00' }, 'lines[0].price'],
      ['no name', { name: '  ' }, 'lines[0].name'],
      ['a name that is null', { name: null }, 'lines[0].name'],
      ['a quantity that is null', { quantity: null }, 'lines[0].quantity'],
      ['a quantity that is a list', { quantity: [] }, 'lines[0].quantity'],
      ['a number as quantity', { quantity: { value: 5, unit: 'KGM' } }, 'lines[0].quantity.value'],
      ['a unit that is none', { quantity: { value: '5', unit: 'stone' } }, 'lines[0].quantity.unit'],
      ['201 pieces', { count: 201 }, 'lines[0].count'],
      ['half a piece', { count: 0.5 }, 'lines[0].count'],
      ['no piece', { count: 0 }, 'lines[0].count'],
      ['a day that does not exist', { productionDay: '2026-02-30' }, 'lines[0].productionDay'],
      ['a lot number that is null', { lotNo: null }, 'lines[0].lotNo'],
      ['attributes that are a list', { attributes: [] }, 'lines[0].attributes'],
      ['an attribute that is a number', { attributes: { totalMass: 21.36 } }, 'lines[0].attributes'],
    ])('%s', async (_, changes, path) => {
      const lines = [{ ...BRACELET_LINE, ...changes }];
      const { body } = await announce(people.merchant, { warehouseId: people.warehouseId, lines });
      expect(body).toMatchObject({ status: 422, code: 'http.invalid-body' });
      expect(body.errors.map((error: { path: string }) => error.path)).toContain(path);
    });

    it.each([
      ['no lines', []],
      ['51 lines', Array.from({ length: 51 }, () => BRACELET_LINE)],
      ['a line that is a list', [[]]],
      ['a line that is null', [null]],
    ])('%s', async (_, lines) => {
      const { body } = await announce(people.merchant, { warehouseId: people.warehouseId, lines });
      expect(body).toMatchObject({ status: 422, code: 'http.invalid-body' });
    });
  });

  describe('refuses to receive', () => {
    it.each([
      ['a line that is not there', 2, { count: 1 }, 404, 'intake.line-unknown'],
      ['a line that no consignment has', '99999999999', { count: 1 }, 404, 'intake.line-unknown'],
      ['pieces by nothing', 1, {}, 422, 'intake.count-needed'],
      ['pieces by weight', 1, { quantity: { value: '1', unit: 'KGM' } }, 422, 'intake.count-needed'],
      ['a count that is null', 1, { count: null }, 422, 'http.invalid-body'],
      ['an unknown field', 1, { count: 1, note: '' }, 422, 'http.invalid-body'],
      ['a word for yes', 1, { count: 1, isSample: 'false' }, 422, 'http.invalid-body'],
    ])('%s', async (_, lineNo, body, status, code) => {
      const id = await announced(world(), people, [BRACELET_LINE]);
      expect((await receive(id, lineNo, body)).body).toMatchObject({ status, code });
    });

    it('a lot twice, by count, or in another unit', async () => {
      const id = await announced(world(), people, [SHRIMP_LINE]);
      const grams = { quantity: { value: '500000', unit: 'GRM' } };
      expect((await receive(id, 1, { count: 1 })).body).toMatchObject({ code: 'intake.quantity-needed' });
      expect((await receive(id, 1, grams)).body).toMatchObject({ code: 'intake.unit-differs' });
      expect((await receive(id, 1, { quantity: SHRIMP_LINE.quantity })).status).toBe(201);
      const again = await receive(id, 1, { quantity: SHRIMP_LINE.quantity });
      expect(again.body).toMatchObject({ status: 409, code: 'intake.line-already-received' });
    });
  });

  it('builds a lot for other tests', async () => {
    expect((await unit(await receivedShrimpLot(world(), people))).body).toMatchObject({ kind: 'lot' });
  });
});
