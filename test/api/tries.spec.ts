import { newId } from '../../src/ledger/index.js';
import { type DemoWarehouse, demoWarehouse } from '../support/catalog.js';
import { certifiedBracelet } from '../support/certificates.js';
import { failedBracelet, FAILING_READINGS, startedInspection } from '../support/inspection.js';
import { receivedBracelet } from '../support/intake.js';
import { type Answer, type Caller, describeOnBoth } from '../support/world.js';

describeOnBoth('a try', (world) => {
  it('is counted when a failed result is signed, not when it is given back', async () => {
    const people = await demoWarehouse(world());
    const { inspector, reviewer } = people;
    const unitId = await receivedBracelet(world(), people);
    const path = `/api/v1/inspections/${await startedInspection(world(), inspector, unitId)}`;
    const unit = async () => (await world().get(`/api/v1/units/${unitId}`, { as: reviewer })).body;
    await world().post(`${path}/readings`, { as: inspector, body: { readings: FAILING_READINGS } });
    for (const [review, stage, tries] of [
      [{ decision: 'return', reason: '天平存疑，请换一台重称' }, 'inspecting', 0],
      [{ decision: 'return', reason: '数量录错' }, 'inspecting', 0],
      [{ decision: 'sign' }, 'failed', 1],
    ] as const) {
      const submitted = await world().post(`${path}/submission`, { as: inspector });
      expect(submitted.status).toBe(201);
      expect((await world().get(path, { as: reviewer })).body.verdict).toBe('fail');
      expect((await world().post(`${path}/reviews`, { as: reviewer, body: review })).status).toBe(201);
      expect(await unit()).toMatchObject({ stage, tries });
    }
  });
});

describeOnBoth('a limit of tries that is reached', (world) => {
  let people: DemoWarehouse;
  let unitId: string;
  beforeAll(async () => {
    people = await demoWarehouse(world());
    unitId = await failedBracelet(world(), people);
    const body = { resubmissionLimit: 1, reason: '本仓规定' };
    expect((await world().put('/api/v1/flow-rule', { as: people.admin, body })).status).toBe(200);
  });

  const post = (path: string, as: Caller, body: object = {}): Promise<Answer> =>
    world().post(`/api/v1/${path}`, { as, body });
  const reason = { reason: { zh: '复核抽查' } };
  const usedUp = { status: 409, code: 'units.tries-used-up' };

  it('ends re-inspections of what failed too', async () => {
    expect((await post(`units/${unitId}/reinspection`, people.reviewer, reason)).body).toMatchObject(usedUp);
  });

  it('leaves re-inspections of what passed', async () => {
    const other = await certifiedBracelet(world(), people);
    expect((await post(`units/${other.unitId}/reinspection`, people.reviewer, reason)).status).toBe(201);
  });

  it('lets a non-conformance record neither rework nor regrade, but return', async () => {
    const finding = { unitIds: [unitId], severity: 'MA', found: '绳结松脱' };
    const id = newId((await post('nonconformities', people.inspector, finding)).body, 'nonconformity');
    const path = `nonconformities/${id}/disposition`;
    const instruction = '按规程';
    for (const decision of [
      { disposition: 'rework' },
      { disposition: 'regrade', regrade: { name: '水晶手串 B 级' } },
    ]) {
      const answer = await post(path, people.reviewer, { ...decision, instruction });
      expect(answer.body).toMatchObject(usedUp);
    }
    expect((await post(path, people.reviewer, { disposition: 'return', instruction })).status).toBe(201);
  });
});
