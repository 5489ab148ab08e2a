import { demoWarehouse, type DemoWarehouse } from '../support/catalog.js';
import { passedBracelet, passedShrimpLot } from '../support/inspection.js';
import { describeOnBoth } from '../support/world.js';

describeOnBoth('inspection', (world) => {
  let people: DemoWarehouse;
  beforeAll(async () => {
    people = await demoWarehouse(world());
  });

  it('passes a bracelet and a lot of shrimp on the shipped demo plans', async () => {
    for (const pass of [passedBracelet, passedShrimpLot]) {
      const { unitId } = await pass(world(), people);
      const { body } = await world().get(`/api/v1/units/${unitId}`, { as: people.inspector });
      expect(body).toMatchObject({ stage: 'passed', gates: { inspection: expect.any(String), packaging: null } });
    }
  });
});
