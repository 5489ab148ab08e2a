import { shipmentOf } from '../../src/modules/shipping/index.js';
import { type DemoWarehouse, demoWarehouse, staffOf } from '../support/catalog.js';
import { certifiedBracelet, type CertifiedUnit, labelledUnit, packed, printed } from '../support/certificates.js';
import { newParty, newWarehouse } from '../support/parties.js';
import { type Answer, type Caller, describeOnBoth } from '../support/world.js';

const WAYBILL = { carrierName: '顺丰速运', waybill: 'SF1234567890123' };
const RECIPIENT = { name: '王芳', phone: '13800000000', address: '江苏省连云港市示例路 2 号' };

describeOnBoth('shipping', (world) => {
  let people: DemoWarehouse;
  beforeAll(async () => {
    people = await demoWarehouse(world());
  });

  /** A bracelet that may leave. */
  const labelled = async (changes: Partial<DemoWarehouse> = {}): Promise<CertifiedUnit> => {
    const unit = await certifiedBracelet(world(), { ...people, ...changes });
    await labelledUnit(world(), people, unit.unitId);
    return unit;
  };
  const labelledId = async (changes: Partial<DemoWarehouse> = {}): Promise<string> => (await labelled(changes)).unitId;
  const ship = (unitIds: readonly string[], changes: object = {}, as: Caller = people.shipper): Promise<Answer> =>
    world().post('/api/v1/shipments', { as, body: { ...WAYBILL, unitIds, ...changes } });
  const shipment = (id: string, as: Caller): Promise<Answer> => world().get(`/api/v1/shipments/${id}`, { as });
  const stageOf = async (unitId: string): Promise<string> =>
    (await world().get(`/api/v1/units/${unitId}`, { as: people.shipper })).body.stage;

  it('hands units over together', async () => {
    const unitIds = [await labelledId(), await labelledId()];
    const answer = await ship(unitIds, { recipient: RECIPIENT });
    expect(answer.status).toBe(201);
    const id = answer.body.entries[0].subjects[0].id;
    expect((await shipment(id, people.packer)).body).toEqual({
      id,
      warehouseId: people.warehouseId,
      ...WAYBILL,
      handedOverAt: answer.body.entries[0].at,
      unitIds,
      recipient: RECIPIENT,
    });
    expect(await stageOf(unitIds[1] ?? '')).toBe('shipped');
    expect(await shipmentOf(world().database.reader, unitIds[0] ?? '')).toEqual({
      id,
      carrierName: WAYBILL.carrierName,
      handedOverAt: answer.body.entries[0].at,
    });
  });

  it('needs no recipient', async () => {
    const answer = await ship([await labelledId()]);
    expect((await shipment(answer.body.entries[0].subjects[0].id, people.shipper)).body.recipient).toBeNull();
  });

  it('shows each merchant its own units and no recipient', async () => {
    const [own, others] = [await labelledId(), await labelledId({ merchant: people.otherMerchant })];
    const answer = await ship([own, others], { recipient: RECIPIENT });
    const id = answer.body.entries[0].subjects[0].id;
    expect((await shipment(id, people.merchant)).body).toMatchObject({ unitIds: [own], recipient: null });
    expect((await shipment(id, people.otherMerchant)).body).toMatchObject({ unitIds: [others], recipient: null });
    const { items } = (await world().get('/api/v1/shipments?limit=200', { as: people.otherMerchant })).body;
    expect(items).toMatchObject([{ id, ...WAYBILL }]);
  });

  it('hides a shipment from everyone it does not concern', async () => {
    const answer = await ship([await labelledId()], { recipient: RECIPIENT });
    const id = answer.body.entries[0].subjects[0].id;
    const carrier = await newParty(world(), people.admin, 'carrier', '示例快递');
    const strangers = [
      people.otherMerchant,
      (await staffOf(world(), await newWarehouse(world(), '另一仓'))).shipper,
      await world().account(carrier, 'carrier', 'shipper'),
      await world().account(people.laboratoryId, 'laboratory', 'laboratory'),
    ];
    for (const stranger of strangers) {
      expect((await shipment(id, stranger)).body).toMatchObject({ status: 404, code: 'shipping.unknown' });
      const { items } = (await world().get('/api/v1/shipments?limit=200', { as: stranger })).body;
      expect(items.map((each: { id: string }) => each.id)).not.toContain(id);
    }
  });

  it('lists a page at a time', async () => {
    const merchantId = await newParty(world(), people.admin, 'merchant', '列表商家');
    const merchant = await world().account(merchantId, 'merchant', 'merchant');
    const answers = [await ship([await labelledId({ merchant })]), await ship([await labelledId({ merchant })])];
    const [first, second] = answers.map(({ body }) => body.entries[0].subjects[0].id);
    const page = await world().get('/api/v1/shipments?limit=1', { as: merchant });
    expect(page.body).toMatchObject({ items: [{ id: first }], next: first });
    const rest = await world().get(`/api/v1/shipments?limit=1&after=${first}`, { as: merchant });
    expect(rest.body).toMatchObject({ items: [{ id: second }], next: null });
  });

  it('lets nothing leave before it is labelled, nor what was to leave with it', async () => {
    const [ready, { unitId: notReady }] = [await labelledId(), await certifiedBracelet(world(), people)];
    await packed(world(), people.packer, notReady);
    expect((await ship([ready, notReady])).body).toMatchObject({ status: 409, code: 'units.gate-open' });
    expect(await stageOf(ready)).toBe('labelled');
  });

  it('refuses a unit that is held, and lets it leave after the release', async () => {
    const unitId = await labelledId();
    const body = { reason: '待核' };
    const held = await world().post(`/api/v1/units/${unitId}/holds`, { as: people.inspector, body });
    expect((await ship([unitId])).body).toMatchObject({ status: 409, code: 'units.on-hold' });
    const path = `/api/v1/units/${unitId}/holds/${held.body.entries[0].subjects[1].id}/release`;
    expect((await world().post(path, { as: people.reviewer, body })).status).toBe(201);
    expect((await ship([unitId])).status).toBe(201);
  });

  it('refuses a unit whose certificate was suspended', async () => {
    const { unitId, certificateId } = await labelled();
    const suspension = { as: people.reviewer, body: { reason: { zh: '复核' } } };
    expect((await world().post(`/api/v1/certificates/${certificateId}/suspension`, suspension)).status).toBe(201);
    expect((await ship([unitId])).body).toMatchObject({ status: 409, code: 'certificates.none-valid' });
  });

  it('lets nothing leave whose labels were all spoiled after the last gate', async () => {
    const { unitId } = await certifiedBracelet(world(), people);
    const { labels } = await labelledUnit(world(), people, unitId, 2);
    for (const { id } of labels) {
      const spoilage = { as: people.packer, body: { reason: '撕裂' } };
      expect((await world().post(`/api/v1/labels/${id}/spoilage`, spoilage)).status).toBe(201);
    }
    expect((await ship([unitId])).body).toMatchObject({ status: 409, code: 'shipping.no-good-label' });
    await printed(world(), people.packer, unitId);
    expect((await ship([unitId])).body).toMatchObject({ status: 409, code: 'shipping.no-good-label' });
    expect((await world().post(`/api/v1/units/${unitId}/labelling`, { as: people.packer })).status).toBe(201);
    expect((await ship([unitId])).status).toBe(201);
  });

  it('ships a unit once', async () => {
    const unitId = await labelledId();
    const answers = await Promise.all([ship([unitId]), ship([unitId])]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409]);
    expect((await ship([unitId])).body).toMatchObject({ status: 409, code: 'units.wrong-stage' });
  });

  describe('refuses', () => {
    let unitId: string;
    beforeAll(async () => {
      unitId = await labelledId();
    });

    it.each([
      ['no units', { unitIds: [] }, 'unitIds'],
      [
        '61 units',
        { unitIds: Array.from({ length: 61 }, (_, i) => `00000000-0000-7000-8000-${String(i).padStart(12, '0')}`) },
        'unitIds',
      ],
      ['a unit that is no id', { unitIds: ['F0001'] }, 'unitIds'],
      ['no carrier', { carrierName: '' }, 'carrierName'],
      ['a waybill that is a number', { waybill: 1234567890123 }, 'waybill'],
      ['a recipient that is a name', { recipient: '王芳' }, 'recipient'],
      ['a recipient that is null', { recipient: null }, 'recipient'],
      ['a recipient without a name', { recipient: { phone: '13800000000' } }, 'recipient.name'],
      ['an unknown field', { price: '9.90' }, 'price'],
    ])('%s', async (_, changes, path) => {
      const { body } = await ship([unitId], changes);
      expect(body).toMatchObject({ status: 422, code: 'http.invalid-body' });
      expect(body.errors.map((error: { path: string }) => error.path)).toContain(path);
    });

    it('a unit that is named twice', async () => {
      expect((await ship([unitId, unitId])).body).toMatchObject({ status: 422, code: 'http.invalid-body' });
    });

    it('everyone but shippers', async () => {
      for (const as of [people.packer, people.receiver, people.merchant, people.admin]) {
        expect((await ship([unitId], {}, as)).status).toBe(403);
      }
    });

    it('to tell another warehouse of the unit', async () => {
      const { shipper } = await staffOf(world(), await newWarehouse(world(), '另一仓'));
      expect((await ship([unitId], {}, shipper)).body).toMatchObject({ status: 404, code: 'units.unknown' });
    });

    it('to let a carrier ship what it may not even see', async () => {
      const carrierId = await newParty(world(), people.admin, 'carrier', '另一承运商');
      const shipper = await world().account(carrierId, 'carrier', 'shipper');
      expect((await ship([unitId], {}, shipper)).body).toMatchObject({ status: 404, code: 'units.unknown' });
      expect((await world().get(`/api/v1/units/${unitId}`, { as: shipper })).status).toBe(404);
    });
  });
});
