import { type DemoWarehouse, demoWarehouse } from '../support/catalog.js';
import { receivedBracelet } from '../support/intake.js';
import { type Answer, type Caller, describeOnBoth } from '../support/world.js';

const OFFICES = ['00000000-0000-7000-8000-00000000000a', '00000000-0000-7000-8000-00000000000b'] as const;

describeOnBoth('interceptions by an authority', (world) => {
  let people: DemoWarehouse;
  let regulator: Caller;
  let other: Caller;
  beforeAll(async () => {
    people = await demoWarehouse(world());
    regulator = await world().account(OFFICES[0], 'regulator', 'regulator');
    other = await world().account(OFFICES[1], 'regulator', 'regulator');
  });

  const post = (id: string, way: string, as: Caller, body: object = {}): Promise<Answer> =>
    world().post(`/api/v1/units/${id}/${way}`, { as, body });
  const order = { cause: 'regulator', reason: '监管要求停止销售' };

  it('are open to an authority where the warehouse stopped the goods before, and free with its order only', async () => {
    const id = await receivedBracelet(world(), people);
    const own = await post(id, 'interception', people.receiver, { ...order, reference: 'x' });
    expect(own.status).toBe(201);
    expect((await post(id, 'interception', regulator, order)).status).toBe(201);
    for (const who of [regulator, people.admin]) {
      const again = await post(id, 'interception', who, { ...order, reference: 'x' });
      expect(again.body).toMatchObject({ status: 409, code: 'diversions.already-intercepted' });
    }
    const free = { reason: '已核实' };
    expect((await post(id, `holds/${own.body.entries[1].subjects[1].id}/release`, people.admin, free)).status).toBe(
      201,
    );
    expect((await post(id, 'inspections', people.inspector)).body.code).toBe('units.on-hold');
  });

  it('are not ended by another authority', async () => {
    const id = await receivedBracelet(world(), people);
    const stopped = await post(id, 'interception', regulator, order);
    const release = `holds/${stopped.body.entries[1].subjects[1].id}/release`;
    const free = { reason: '已核实' };
    expect((await post(id, release, other, free)).body).toMatchObject({ status: 403, code: 'units.release-party' });
    expect((await post(id, release, regulator, free)).status).toBe(201);
  });
});
