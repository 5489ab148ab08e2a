import { planOf } from '../../src/modules/catalog/index.js';
import { ATTRIBUTES, demoPlans, type DemoWarehouse, demoWarehouse, numberOf, planBody } from '../support/catalog.js';
import { startedInspection } from '../support/inspection.js';
import { announced, received } from '../support/intake.js';
import { publishedReading, readingAtLimit } from '../support/published-readings.js';
import { realFailures, type Target } from '../support/real-failures.js';
import { type Answer, describeOnBoth } from '../support/world.js';

const tried = realFailures().flatMap((failure) => {
  const target = failure.covered ?? failure.sameLimit;
  if (!target) return [];
  return [{ ...failure, target, title: `${failure.bulletin} ${failure.food} ${failure.item} ${failure.result}` }];
});

/** A day on which every edition that gives one of the limits was in force. */
const PRODUCED = '2026-09-02';

describeOnBoth('published failures of 2026', (world) => {
  let people: DemoWarehouse;
  beforeAll(async () => {
    people = await demoWarehouse(world());
    const number = await numberOf(world(), people.admin);
    for (const plan of await demoPlans()) {
      const wanted = tried.filter(({ target }) => target.category === plan.category).map(({ target }) => target.item);
      const body = planBody({ ...plan, adds: [...new Set([...plan.adds, ...wanted])] }, number);
      const answer = await world().post('/api/v1/plans', { as: people.admin, body });
      if (answer.status !== 201) throw new Error(answer.text);
    }
  });

  async function arrived({ category, attributes }: Target): Promise<string> {
    const [, known] = Object.entries(ATTRIBUTES).find(([id]) => id === category) ?? [];
    const quantity = { value: '500', unit: 'KGM' };
    const goods = { name: '抽检样品', categoryId: category, kind: 'lot', quantity, productionDay: PRODUCED };
    const line = { ...goods, attributes: { ...known, ...attributes }, declared: {} };
    const consignmentId = await announced(world(), people, [line]);
    const [unitId = ''] = await received(world(), people.receiver, { consignmentId, quantity });
    return unitId;
  }

  /** Records one reading, submits, and answers how the item was judged. */
  async function judged(id: string, item: string, value: object): Promise<string> {
    const path = `/api/v1/inspections/${id}`;
    const as = people.inspector;
    const readings = [{ item, value, instrument: 'A-06' }];
    expect((await world().post(`${path}/readings`, { as, body: { readings } })).status).toBe(201);
    expect((await world().post(`${path}/submission`, { as })).status).toBe(201);
    const { body }: Answer = await world().get(path, { as });
    return body.items.find(({ code }: { code: string }) => code === item).verdict;
  }

  it.each(tried)('fails $title, and passes at exactly the limit', async (failure) => {
    const { target } = failure;
    const plan = await planOf(world().database.reader, people.warehouseId, target.category);
    const item = plan?.items.find(({ code }) => code === target.item);
    if (!item) throw new Error(`${target.item} is not in the plan`);
    const unitId = await arrived(target);
    const id = await startedInspection(world(), people.inspector, unitId);
    expect(await judged(id, item.code, publishedReading(failure, item))).toBe('fail');
    const back = { as: people.reviewer, body: { decision: 'return', reason: '复测' } };
    expect((await world().post(`/api/v1/inspections/${id}/reviews`, back)).status).toBe(201);
    expect(await judged(id, item.code, readingAtLimit(failure, item))).toBe('pass');
  });
});
