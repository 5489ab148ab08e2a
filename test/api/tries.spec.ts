import { newId } from '../../src/ledger/index.js';
import { type DemoWarehouse, demoWarehouse } from '../support/catalog.js';
import { certifiedBracelet } from '../support/certificates.js';
import { failedBracelet } from '../support/inspection.js';
import { type Answer, type Caller, describeOnBoth } from '../support/world.js';

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
