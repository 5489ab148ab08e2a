import { inspectionProjection } from '../../src/modules/inspection/index.js';
import { Unit } from '../../src/modules/units/index.js';
import { demoWarehouse, type DemoWarehouse } from '../support/catalog.js';
import { BRACELET_READINGS, signedInspection, startedInspection } from '../support/inspection.js';
import { receivedBracelet, receivedShrimpLot } from '../support/intake.js';
import { differencesAfterReplay } from '../support/replayed.js';
import { type Answer, type Caller, describeOnBoth } from '../support/world.js';

const REASON = '商家没有申报规格';
const CARRIER = { carrierName: '顺丰速运', waybill: 'SF1234567890', reason: '商家要求退回' };

describeOnBoth('an inspection that cannot be decided', (world, kind) => {
  let people: DemoWarehouse;
  beforeAll(async () => {
    people = await demoWarehouse(world());
  });

  const act = (id: string, what: string, as: Caller, body: object = {}): Promise<Answer> =>
    world().post(`/api/v1/inspections/${id}/${what}`, { as, body });
  const breakOff = (id: string, as = people.reviewer): Promise<Answer> =>
    act(id, 'breaking-off', as, { reason: REASON });
  const unitOf = async (unitId: string): Promise<Answer['body']> =>
    (await world().get(`/api/v1/units/${unitId}`, { as: people.inspector })).body;
  const unitRow = (id: string): Promise<Unit | undefined> => world().database.reader.findOne(Unit, { id });
  const sendBack = (unitId: string): Promise<Answer> =>
    world().post(`/api/v1/units/${unitId}/return`, { as: people.shipper, body: CARRIER });

  async function begun(changes: object = {}): Promise<{ readonly unitId: string; readonly id: string }> {
    const unitId = await receivedBracelet(world(), people, changes);
    return { unitId, id: await startedInspection(world(), people.inspector, unitId) };
  }

  it('is broken off with a reason, and its goods go back', async () => {
    const { unitId, id } = await begun({ declared: {} });
    await act(id, 'readings', people.inspector, { readings: BRACELET_READINGS });
    await act(id, 'submission', people.inspector);
    const signed = await act(id, 'reviews', people.reviewer, { decision: 'sign' });
    expect(signed.body).toMatchObject({ status: 409, code: 'inspection.undecided' });
    expect((await breakOff(id)).status).toBe(201);
    const { body } = await world().get(`/api/v1/inspections/${id}`, { as: people.merchant });
    expect(body).toMatchObject({ state: 'broken-off', decision: null, reviewReason: REASON });
    expect(await unitOf(unitId)).toMatchObject({ stage: 'reinspection', tries: 0 });
    expect((await sendBack(unitId)).status).toBe(201);
  });

  it('is followed by another one, and never begun by an order', async () => {
    const { unitId, id } = await begun();
    const order = { as: people.reviewer, body: { reason: { zh: '复检' } } };
    const ordered = await world().post(`/api/v1/units/${unitId}/reinspection`, order);
    expect(ordered.body).toMatchObject({ status: 409, code: 'units.wrong-stage' });
    await breakOff(id);
    const again = await breakOff(id);
    expect(again.body).toMatchObject({ status: 409, code: 'inspection.is-over' });
    const readings = { readings: BRACELET_READINGS.slice(0, 1) };
    expect((await act(id, 'readings', people.inspector, readings)).body).toMatchObject({ code: 'inspection.not-open' });
    await signedInspection(world(), people, unitId, BRACELET_READINGS);
    expect(await unitOf(unitId)).toMatchObject({ stage: 'passed' });
  });

  it('lets goods go back that a refund stopped meanwhile; holds stay, and the clock runs on', async () => {
    const { unitId, id } = await begun();
    const clockFrom = (await unitRow(unitId))?.clockFrom;
    world().clock.advanceHours(1);
    const body = { cause: 'refund', reason: '买家退款' };
    await world().post(`/api/v1/units/${unitId}/interception`, { as: people.merchant, body });
    expect((await sendBack(unitId)).body).toMatchObject({ code: 'units.wrong-stage' });
    expect((await breakOff(id)).status).toBe(201);
    expect(await unitOf(unitId)).toMatchObject({ stage: 'reinspection', isOnHold: true });
    expect(await unitRow(unitId)).toMatchObject({ clockFrom });
    expect((await sendBack(unitId)).status).toBe(201);
  });

  it('is broken off by a reviewer who took no part', async () => {
    const both = await world().account(people.warehouseId, 'warehouse', 'inspector', 'reviewer');
    const unitId = await receivedShrimpLot(world(), people);
    const id = await startedInspection(world(), people.inspector, unitId);
    const readings = [{ item: 'SHR-SENS', value: { kind: 'boolean', value: true } }];
    expect((await act(id, 'readings', both, { readings })).status).toBe(201);
    expect((await breakOff(id, both)).body).toMatchObject({ status: 403, code: 'inspection.same-person' });
    expect((await breakOff(id, people.inspector)).status).toBe(403);
    expect((await act(id, 'breaking-off', people.reviewer)).status).toBe(422);
  });

  it('offers it on the pages of reviewers, and says there that it was done', async () => {
    const { id } = await begun();
    const page = async (as: Caller) => (await world().get(`/console/inspections/${id}`, { as })).text;
    expect(await page(people.inspector)).not.toContain('breaking-off');
    expect(await page(people.reviewer)).toContain(`/api/v1/inspections/${id}/breaking-off`);
    await breakOff(id);
    expect(await page(people.reviewer)).not.toContain('breaking-off');
    expect(await page(people.inspector)).toContain(REASON);
  });

  it('follows from the log alone', async () => {
    expect(await differencesAfterReplay(world(), kind, inspectionProjection)).toEqual([]);
  });
});
