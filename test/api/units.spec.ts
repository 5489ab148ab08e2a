import { MERCHANT, registerUnit, WAREHOUSE } from '../support/commands.js';
import { demoWarehouse } from '../support/catalog.js';
import { BRACELET_READINGS, startedInspection } from '../support/inspection.js';
import { receivedBracelet } from '../support/intake.js';
import { type Caller, describeOnBoth } from '../support/world.js';

describeOnBoth('holds on units', (world) => {
  let inspector: Caller;
  let reviewer: Caller;
  beforeAll(async () => {
    inspector = await world().account(WAREHOUSE, 'warehouse', 'inspector');
    reviewer = await world().account(WAREHOUSE, 'warehouse', 'reviewer');
  });

  it('stops a unit and releases it once', async () => {
    const id = await registerUnit(world());
    const held = await world().post(`/api/v1/units/${id}/holds`, { as: inspector, body: { reason: '封签破损' } });
    expect(held.status).toBe(201);
    expect((await world().get(`/api/v1/units/${id}`, { as: inspector })).body).toMatchObject({ isOnHold: true });
    const hold = held.body.entries[0].subjects[1].id;
    const release = { as: reviewer, body: { reason: '重新封签' } };
    expect((await world().post(`/api/v1/units/${id}/holds/${hold}/release`, release)).status).toBe(201);
    const again = await world().post(`/api/v1/units/${id}/holds/${hold}/release`, release);
    expect(again.body).toMatchObject({ status: 409, code: 'units.hold-already-released' });
    expect((await world().get(`/api/v1/units/${id}`, { as: reviewer })).body).toMatchObject({ isOnHold: false });
  });

  it('keeps a hold until the person and the condition of its rule are there', async () => {
    const id = await registerUnit(world());
    const admin = await world().account(WAREHOUSE, 'warehouse', 'admin');
    const releasing = { roles: ['admin', 'reviewer'], isOtherPerson: true };
    const body = { code: 'complaint', reason: '买家投诉', releasing };
    const held = await world().post(`/api/v1/units/${id}/holds`, { as: admin, body });
    const hold = held.body.entries[0].subjects[1].id;
    const release = (as: Caller) =>
      world().post(`/api/v1/units/${id}/holds/${hold}/release`, { as, body: { reason: '核实' } });
    expect((await release(inspector)).body).toMatchObject({ status: 403, code: 'units.release-role' });
    expect((await release(admin)).body).toMatchObject({ status: 403, code: 'units.release-other-person' });
    const { body: seen } = await world().get(`/api/v1/units/${id}`, { as: reviewer });
    expect(seen.holds).toMatchObject([{ code: 'complaint', releasing, conditionMetAt: null, releasedAt: null }]);
    expect((await release(reviewer)).status).toBe(201);
  });

  it('holds until a new inspection is signed, and lets that inspection happen', async () => {
    const people = await demoWarehouse(world());
    const id = await receivedBracelet(world(), people);
    const releasing = { roles: ['reviewer'], isOtherPerson: true, condition: 'inspection-signed' };
    const body = { code: 'goods-doubtful', reason: '疑似处理', releasing };
    const held = await world().post(`/api/v1/units/${id}/holds`, { as: people.inspector, body });
    const hold = held.body.entries[0].subjects[1].id;
    const release = () =>
      world().post(`/api/v1/units/${id}/holds/${hold}/release`, { as: people.reviewer, body: { reason: '已复检' } });
    expect((await release()).body).toMatchObject({ status: 409, code: 'units.release-needs-inspection' });
    const page = async (path: string, as: Caller) => (await world().get(`/console/${path}`, { as })).text;
    expect(await page(`units/${id}`, people.inspector)).toContain(`POST /api/v1/units/${id}/inspections`);
    const inspection = `inspections/${await startedInspection(world(), people.inspector, id)}`;
    expect(await page(inspection, people.inspector)).toContain(`POST /api/v1/${inspection}/readings`);
    const act = (what: string, as: Caller, said: object = {}) =>
      world().post(`/api/v1/${inspection}/${what}`, { as, body: said });
    await act('readings', people.inspector, { readings: BRACELET_READINGS });
    await act('submission', people.inspector);
    expect(await page(inspection.replace('inspections', 'reviews'), people.reviewer)).toContain('value="sign"');
    expect((await act('reviews', people.reviewer, { decision: 'sign' })).status).toBe(201);
    expect((await world().get(`/api/v1/units/${id}`, { as: people.reviewer })).body).toMatchObject({
      stage: 'passed',
      isOnHold: true,
      holds: [{ conditionMetAt: expect.any(String) }],
    });
    const certificate = await world().post(`/api/v1/units/${id}/certificates`, { as: people.reviewer, body: {} });
    expect(certificate.body).toMatchObject({ status: 409, code: 'units.on-hold' });
    expect((await release()).status).toBe(201);
    expect((await world().get(`/api/v1/units/${id}`, { as: people.reviewer })).body).toMatchObject({ isOnHold: false });
  });

  it.each([
    ['a code that has its own command', { code: 'regulator' }],
    ['a rule that nobody fits', { releasing: { roles: [], isOtherPerson: true } }],
    ['a condition that nobody can meet', { releasing: { roles: ['admin'], isOtherPerson: true, condition: 'rain' } }],
  ])('refuses %s', async (_, wrong) => {
    const id = await registerUnit(world());
    const answer = await world().post(`/api/v1/units/${id}/holds`, {
      as: inspector,
      body: { reason: '待核', ...wrong },
    });
    expect(answer.status).toBe(422);
  });

  it('hides a unit from another party', async () => {
    const id = await registerUnit(world());
    const stranger = await world().account('00000000-0000-7000-8000-000000000009', 'merchant', 'merchant');
    const owner = await world().account(MERCHANT, 'merchant', 'merchant');
    expect((await world().get(`/api/v1/units/${id}`, { as: stranger })).status).toBe(404);
    expect((await world().get(`/api/v1/units/${id}`, { as: owner })).status).toBe(200);
  });

  it('answers a repeated request with the first receipt', async () => {
    const id = await registerUnit(world());
    const call = { as: inspector, body: { reason: '待核' }, headers: { 'idempotency-key': `hold-${id}` } };
    const first = await world().post(`/api/v1/units/${id}/holds`, call);
    const second = await world().post(`/api/v1/units/${id}/holds`, call);
    expect(first.status).toBe(201);
    expect(second.body).toEqual(first.body);
    const other = await world().post(`/api/v1/units/${id}/holds`, { ...call, body: { reason: '别的' } });
    expect(other.body).toMatchObject({ status: 422, code: 'ledger.idempotency-key-reused' });
  });
});
