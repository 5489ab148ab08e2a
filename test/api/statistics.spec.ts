import { type DemoWarehouse, demoWarehouse } from '../support/catalog.js';
import {
  BRACELET_READINGS,
  passedBracelet,
  passedShrimpLot,
  startedInspection,
  takenPhoto,
} from '../support/inspection.js';
import { receivedBracelet } from '../support/intake.js';
import { type Answer, type Caller, describeOnBoth } from '../support/world.js';

describeOnBoth('statistics', (world) => {
  let people: DemoWarehouse;
  let others: DemoWarehouse;

  beforeAll(async () => {
    people = await demoWarehouse(world());
    others = await demoWarehouse(world());
    await passedBracelet(world(), people);
    await failedBracelet('1.700');
    await passedShrimpLot(world(), { ...people, merchant: people.otherMerchant });
    await passedBracelet(world(), others);
  });

  /** A bracelet whose refractive index is out of range, signed as failed. */
  async function failedBracelet(index: string): Promise<void> {
    const inspection = await startedInspection(world(), people.inspector, await receivedBracelet(world(), people));
    await takenPhoto(world(), people.inspector, inspection);
    const readings = BRACELET_READINGS.map((reading) =>
      reading.item === 'CRY-RI' ? { ...reading, value: { kind: 'number', value: index, unit: 'X-ND' } } : reading,
    );
    const at = `/api/v1/inspections/${inspection}`;
    await world().post(`${at}/readings`, { as: people.inspector, body: { readings } });
    await world().post(`${at}/submission`, { as: people.inspector });
    await world().post(`${at}/reviews`, { as: people.reviewer, body: { decision: 'sign' } });
  }

  const ask = (path: string, as: Caller = people.admin): Promise<Answer> =>
    world().get(`/api/v1/statistics/${path}`, { as });

  it('count what passed and failed, by category and merchant', async () => {
    expect((await ask('pass-rates?by=category')).body.items).toEqual([
      { of: 'crystal-jewelry', passed: 1, failed: 1 },
      { of: 'frozen-shrimp', passed: 1, failed: 0 },
    ]);
    expect((await ask('pass-rates?by=merchant')).body.items).toEqual([
      { of: people.merchantId, passed: 1, failed: 1 },
      { of: people.otherMerchantId, passed: 1, failed: 0 },
    ]);
    expect((await ask('pass-rates?by=supplier')).body.items).toHaveLength(1);
  });

  it('narrow to a category, a merchant and days', async () => {
    expect((await ask('pass-rates?by=merchant&categoryId=frozen-shrimp')).body.items).toHaveLength(1);
    expect((await ask(`pass-rates?by=category&merchantId=${people.merchantId}`)).body.items).toHaveLength(1);
    expect((await ask('pass-rates?by=category&from=2026-11-22&to=2026-11-22')).body.items).toHaveLength(2);
    expect((await ask('pass-rates?by=category&to=2026-11-21')).body).toEqual({
      from: '2026-10-23',
      to: '2026-11-21',
      items: [],
    });
  });

  it('name the items that failed', async () => {
    expect((await ask('failures')).body.items).toEqual([{ categoryId: 'crystal-jewelry', item: 'CRY-RI', count: 1 }]);
  });

  it('follow the measured values of an item', async () => {
    const { items } = (await ask('trend?categoryId=crystal-jewelry&item=CRY-RI')).body;
    expect(items.map(({ value }: { value: string }) => value)).toEqual(['1.548', '1.700']);
    expect((await ask('trend?categoryId=crystal-jewelry')).status).toBe(422);
  });

  it('are each party’s own', async () => {
    expect((await ask('pass-rates?by=category', others.admin)).body.items).toEqual([
      { of: 'crystal-jewelry', passed: 1, failed: 0 },
    ]);
    expect((await ask('pass-rates?by=category', people.otherMerchant)).body.items).toEqual([
      { of: 'frozen-shrimp', passed: 1, failed: 0 },
    ]);
    expect((await ask('failures', people.otherMerchant)).body.items).toEqual([]);
    expect((await ask('trend?categoryId=crystal-jewelry&item=CRY-RI', people.otherMerchant)).body.items).toEqual([]);
    expect((await ask('failures', people.packer)).status).toBe(403);
  });
});
