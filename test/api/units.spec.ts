import { MERCHANT, registerUnit, WAREHOUSE } from '../support/commands.js';
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
