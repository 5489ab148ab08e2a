import { diversionsProjection } from '../../src/modules/diversions/index.js';
import { intakeProjection } from '../../src/modules/intake/index.js';
import { packagingProjection } from '../../src/modules/packaging/index.js';
import { unitsProjection } from '../../src/modules/units/index.js';
import { type DemoWarehouse, demoWarehouse } from '../support/catalog.js';
import { certified, certifiedBracelet, labelledUnit, packed } from '../support/certificates.js';
import {
  BRACELET_READINGS,
  failedBracelet,
  failedInspection,
  passedBracelet,
  signedInspection,
  startedInspection,
} from '../support/inspection.js';
import { receivedBracelet } from '../support/intake.js';
import { differencesAfterReplay } from '../support/replayed.js';
import { type Answer, type Caller, describeOnBoth } from '../support/world.js';

describeOnBoth('ways aside', (world, kind) => {
  let people: DemoWarehouse;
  let stranger: Caller;
  let regulator: Caller;
  beforeAll(async () => {
    people = await demoWarehouse(world());
    stranger = people.otherMerchant;
    regulator = await world().account(OFFICE, 'regulator', 'regulator');
  });

  const at = (id: string, way: string) => `/api/v1/units/${id}/${way}`;
  const post = (id: string, way: string, as: Caller, body: object = {}): Promise<Answer> =>
    world().post(at(id, way), { as, body });
  const unit = async (id: string) => (await world().get(`/api/v1/units/${id}`, { as: people.reviewer })).body;
  const state = async (id: string) =>
    (await world().get(`/api/v1/certificates?unitId=${id}`, { as: people.reviewer })).body.items.at(-1)?.state;
  const setLimit = (resubmissionLimit?: number) =>
    world().put('/api/v1/flow-rule', { as: people.admin, body: { resubmissionLimit, reason: '本仓规定' } });

  describe('of intake', () => {
    const found = { differs: ['count', 'documents'], found: '少一件合格证' };

    it('stops what came otherwise than announced until its merchant accepts it', async () => {
      const id = await receivedBracelet(world(), people);
      expect((await post(id, 'intake-exception', people.receiver, found)).status).toBe(201);
      expect(await unit(id)).toMatchObject({ stage: 'intake-exception' });
      const start = await post(id, 'inspections', people.inspector);
      expect(start.body).toMatchObject({ status: 409, code: 'units.wrong-stage' });
      const accept = { acceptance: '按现状检测' };
      expect((await post(id, 'intake-exception/acceptance', people.receiver, accept)).status).toBe(403);
      expect((await post(id, 'intake-exception/acceptance', stranger, accept)).status).toBe(404);
      expect((await post(id, 'intake-exception/acceptance', people.merchant, accept)).status).toBe(201);
      expect((await world().get(at(id, 'intake-exception'), { as: people.merchant })).body).toMatchObject({
        ...found,
        ...accept,
      });
      expect(await unit(id)).toMatchObject({ stage: 'received' });
    });

    it('is for receivers, says something, and only of what just came', async () => {
      const { unitId } = await passedBracelet(world(), people);
      expect((await post(unitId, 'intake-exception', people.receiver, found)).body.code).toBe('units.wrong-stage');
      expect((await post(unitId, 'intake-exception', people.inspector, found)).status).toBe(403);
      const nothing = { differs: [], found: '无' };
      expect((await post(unitId, 'intake-exception', people.receiver, nothing)).status).toBe(422);
      expect((await world().get(at(unitId, 'intake-exception'), { as: people.merchant })).status).toBe(404);
    });
  });

  describe('after a failure', () => {
    it('are closed to merchants until the warehouse has set how often', async () => {
      const id = await failedBracelet(world(), people);
      const none = await world().get('/api/v1/flow-rule', { as: people.admin });
      expect(none.body).toEqual({ resubmissionLimit: null, isFilmingRefused: false, reason: null, setAt: null });
      const answer = await post(id, 'resubmission', people.merchant, { remedy: '已更换' });
      expect(answer.body).toMatchObject({ status: 409, code: 'diversions.limit-not-set' });
    });

    it('lead to another try, up to the limit', async () => {
      expect((await setLimit(2)).status).toBe(200);
      const id = await failedBracelet(world(), people);
      expect((await post(id, 'resubmission', people.receiver, { remedy: '已更换' })).status).toBe(403);
      expect((await post(id, 'resubmission', stranger, { remedy: '已更换' })).status).toBe(404);
      expect((await post(id, 'resubmission', people.merchant, { remedy: '已更换' })).status).toBe(201);
      expect(await unit(id)).toMatchObject({ stage: 'awaiting-resubmission', tries: 1 });
      await failedInspection(world(), people, id);
      const used = { status: 409, code: 'units.tries-used-up' };
      expect((await post(id, 'resubmission', people.merchant, { remedy: '再换' })).body).toMatchObject(used);
      expect((await post(id, 'inspections', people.inspector)).body).toMatchObject(used);
      expect((await setLimit()).status).toBe(200);
      await startedInspection(world(), people.inspector, id);
    });

    it('have a limit that an administrator sets', async () => {
      const body = { resubmissionLimit: 2, reason: '本仓规定' };
      expect((await world().put('/api/v1/flow-rule', { as: people.reviewer, body })).status).toBe(403);
      const none = { resubmissionLimit: 0, reason: '本仓规定' };
      expect((await world().put('/api/v1/flow-rule', { as: people.admin, body: none })).status).toBe(422);
    });
  });

  describe('to another inspection', () => {
    const reason = { reason: { zh: '复核抽查' } };

    it('open every gate, suspend the certificate and void the labels; a new certificate takes its place', async () => {
      const first = await certifiedBracelet(world(), people);
      const id = first.unitId;
      await labelledUnit(world(), people, id);
      expect((await post(id, 'reinspection', people.reviewer, reason)).status).toBe(201);
      const open = { inspection: null, packaging: null, labelling: null };
      expect(await unit(id)).toMatchObject({ stage: 'reinspection', gates: open });
      expect(await state(id)).toBe('suspended');
      const { body: labels } = await world().get(at(id, 'labels'), { as: people.packer });
      expect(labels.items.map((label: { state: string }) => label.state)).toEqual(['spoiled']);
      const back = await world().post(`/api/v1/certificates/${first.certificateId}/reinstatement`, {
        as: people.reviewer,
        body: reason,
      });
      expect(back.body).toMatchObject({ status: 409, code: 'certificates.inspected-again' });
      await signedInspection(world(), people, id, BRACELET_READINGS);
      const twice = await post(id, 'certificates', people.reviewer);
      expect(twice.body).toMatchObject({ status: 409, code: 'certificates.already-issued' });
      const renewed = await post(id, 'certificates', people.reviewer, { supersedes: first.certificateId });
      expect(renewed.status).toBe(201);
      await labelledUnit(world(), people, id);
      expect(await unit(id)).toMatchObject({ stage: 'labelled' });
      const page = await world().get(`/v/${first.code}?format=json`);
      expect(page.body.certificate).toMatchObject({ state: 'superseded' });
    });

    it('never use the seal of an opened pack again', async () => {
      const { unitId } = await certifiedBracelet(world(), people);
      const sealNo = await packed(world(), people.packer, unitId);
      await post(unitId, 'reinspection', people.reviewer, reason);
      const other = await certifiedBracelet(world(), people);
      const body = { sealNo, mass: { value: '0.12', unit: 'KGM' } };
      expect((await post(other.unitId, 'packing', people.packer, body)).body.code).toBe('packaging.seal-used');
    });

    it('are ordered by reviewers, for what is here', async () => {
      const id = await receivedBracelet(world(), people);
      expect((await post(id, 'reinspection', people.inspector, reason)).status).toBe(403);
      expect((await post(id, 'reinspection', people.reviewer, reason)).body.code).toBe('units.wrong-stage');
    });
  });

  describe('by interception', () => {
    const refund = { cause: 'refund', reason: '买家退款', reference: 'TK-1' };
    const order = { cause: 'regulator', reason: '监管要求停止销售' };

    it('stop a unit for a refund until another person frees it, or it goes back', async () => {
      const { unitId } = await certifiedBracelet(world(), people);
      const stopped = await post(unitId, 'interception', people.merchant, refund);
      expect(stopped.status).toBe(201);
      expect((await post(unitId, 'interception', people.receiver, refund)).body.code).toBe(
        'diversions.already-intercepted',
      );
      expect((await post(unitId, 'packing', people.packer, SEALED)).body.code).toBe('units.on-hold');
      const back = { reason: '退款退货', carrierName: '示例速运', waybill: 'SF-9' };
      expect((await post(unitId, 'return', people.shipper, back)).status).toBe(201);
      expect(await unit(unitId)).toMatchObject({ stage: 'returned', isOnHold: false });
      expect(await state(unitId)).toBe('revoked');
    });

    it('are ended by the authority that ordered them, and by no return', async () => {
      const id = await receivedBracelet(world(), people);
      const stopped = await post(id, 'interception', regulator, order);
      const hold = stopped.body.entries[1].subjects[1].id;
      const back = { reason: '退', carrierName: '示例速运', waybill: 'SF-9' };
      expect((await post(id, 'return', people.shipper, back)).body.code).toBe('units.on-hold');
      const free = { reason: '已核实' };
      expect((await post(id, `holds/${hold}/release`, people.admin, free)).body.code).toBe('units.release-role');
      expect((await post(id, `holds/${hold}/release`, regulator, free)).status).toBe(201);
    });

    it.each([
      ['a merchant for an authority', () => people.merchant, order, 'diversions.not-a-merchants-cause'],
      ['an authority for a refund', () => regulator, refund, 'diversions.not-a-regulators-cause'],
      ['a warehouse without the document', () => people.admin, order, 'diversions.reference-missing'],
      ['another merchant', () => stranger, refund, 'units.unknown'],
    ])('are not for %s', async (_, who, body, code) => {
      const id = await receivedBracelet(world(), people);
      expect((await post(id, 'interception', who(), body)).body.code).toBe(code);
    });
  });

  describe('back to the merchant', () => {
    it.each([
      ['neither carrier nor person', {}],
      ['both', { carrierName: '示例速运', waybill: 'SF-1', collector: { name: '王某' } }],
      ['a carrier without waybill', { carrierName: '示例速运' }],
    ])('need one way out: not %s', async (_, way) => {
      const id = await receivedBracelet(world(), people);
      const answer = await post(id, 'return', people.receiver, { reason: '不检了', ...way });
      expect(answer.body).toMatchObject({ status: 422, code: 'diversions.carrier-or-person' });
    });

    it('record who took the goods, for the warehouse only, until it is erased', async () => {
      const id = await failedBracelet(world(), people);
      const body = { reason: '不合格退回', collector: { name: '王某', phone: '13800000000' } };
      expect((await post(id, 'return', people.merchant, body)).status).toBe(403);
      expect((await post(id, 'return', people.receiver, body)).status).toBe(201);
      const seen = async (as: Caller) => (await world().get(at(id, 'departure'), { as })).body;
      expect(await seen(people.receiver)).toMatchObject({ way: 'returned-by-hand', collector: body.collector });
      expect(await seen(people.merchant)).toMatchObject({ way: 'returned-by-hand', collector: null });
      expect(
        (await post(id, 'departure/erasure', people.admin, { ground: 'consent-withdrawn', confirm: true })).status,
      ).toBe(201);
      expect(await seen(people.receiver)).toMatchObject({ collector: null });
      expect((await post(id, 'return', people.receiver, body)).body.code).toBe('units.wrong-stage');
    });
  });

  describe('by pick-up', () => {
    const person = { collector: { name: '李某' }, proof: '核对姓名与手机尾号' };
    const codeOf = async (id: string) =>
      (await world().get(at(id, 'pick-up'), { as: people.merchant })).body.code as string;

    it('give a buyer what could be shipped, for the code that the merchant has', async () => {
      const { unitId: id } = await certifiedBracelet(world(), people);
      const early = await post(id, 'pick-up-order', people.merchant, { by: 'buyer' });
      expect(early.body).toMatchObject({ status: 409, code: 'units.gate-open' });
      await labelledUnit(world(), people, id);
      expect((await post(id, 'pick-up-order', people.merchant, { by: 'buyer' })).status).toBe(201);
      const { body: seen } = await world().get(at(id, 'pick-up'), { as: people.shipper });
      expect(seen).toMatchObject({ by: 'buyer', code: null });
      const wrong = await post(id, 'pick-up', people.shipper, { ...person, code: 'AAAA-AAAA' });
      expect(wrong.body).toMatchObject({ status: 403, code: 'diversions.wrong-code' });
      const code = await codeOf(id);
      const typed = `${code.slice(0, 4)}-${code.slice(4)}`.toLowerCase();
      const [one, other] = await Promise.all([
        post(id, 'pick-up', people.shipper, { ...person, code: typed }),
        post(id, 'pick-up', people.receiver, { ...person, code }),
      ]);
      expect([one.status, other.status].toSorted()).toEqual([201, 409]);
      expect(await unit(id)).toMatchObject({ stage: 'picked-up' });
      const proofFor = async (as: Caller) => (await world().get(at(id, 'departure'), { as })).body.proof;
      expect([await proofFor(people.shipper), await proofFor(people.merchant)]).toEqual([person.proof, null]);
      const erasure = { ground: 'consent-withdrawn', confirm: true };
      expect((await post(id, 'departure/erasure', people.admin, erasure)).status).toBe(201);
      expect(await proofFor(people.shipper)).toBeNull();
      expect(await state(id)).toBe('valid');
    });

    it('are called off, and the goods ship after all', async () => {
      const { unitId: id } = await certifiedBracelet(world(), people);
      await labelledUnit(world(), people, id);
      await post(id, 'pick-up-order', people.shipper, { by: 'buyer' });
      expect((await post(id, 'pick-up-order/cancellation', stranger, { reason: '改寄' })).status).toBe(404);
      expect((await post(id, 'pick-up-order/cancellation', people.shipper, { reason: '改寄' })).status).toBe(201);
      const body = { carrierName: '示例速运', waybill: 'SF-3', unitIds: [id] };
      expect((await world().post('/api/v1/shipments', { as: people.shipper, body })).status).toBe(201);
    });

    it('give a merchant its own goods back, which ends their certificate', async () => {
      const id = (await certified(world(), people.reviewer, await passedBracelet(world(), people))).unitId;
      await post(id, 'pick-up-order', people.merchant, { by: 'merchant' });
      const off = await post(id, 'pick-up-order/cancellation', people.shipper, { reason: '改寄' });
      expect(off.body).toMatchObject({ status: 409, code: 'diversions.merchants-pick-up' });
      expect((await post(id, 'pick-up', people.shipper, { ...person, code: await codeOf(id) })).status).toBe(201);
      expect(await unit(id)).toMatchObject({ stage: 'returned' });
      expect(await state(id)).toBe('revoked');
    });
  });

  it('do not count on the clock while somebody else is waited for', async () => {
    const id = await receivedBracelet(world(), people);
    const isClocked = async () => {
      const { body } = await world().get('/api/v1/deadlines/units?limit=200', { as: people.admin });
      return body.items.some(({ unitId }: { unitId: string }) => unitId === id);
    };
    expect(await isClocked()).toBe(true);
    await post(id, 'intake-exception', people.receiver, { differs: ['photo'], found: '照片不符' });
    expect(await isClocked()).toBe(false);
    await post(id, 'intake-exception/acceptance', people.merchant, { acceptance: '接受' });
    expect(await isClocked()).toBe(true);
  });

  it('are the same after a replay', async () => {
    for (const each of [unitsProjection, intakeProjection, packagingProjection, diversionsProjection]) {
      expect(await differencesAfterReplay(world(), kind, each)).toEqual([]);
    }
  });
});

const OFFICE = '00000000-0000-7000-8000-00000000000a';
const SEALED = { sealNo: 'S-none', mass: { value: '0.12', unit: 'KGM' } };
