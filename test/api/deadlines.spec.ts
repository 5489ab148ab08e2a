import type { ClockState } from '../../src/modules/deadlines/index.js';
import { type DemoWarehouse, demoWarehouse } from '../support/catalog.js';
import { labelledUnit } from '../support/certificates.js';
import { certifiedBracelet } from '../support/certificates.js';
import { TestEventSource } from '../support/event-source.js';
import { failedBracelet, startedInspection } from '../support/inspection.js';
import { receivedBracelet } from '../support/intake.js';
import { type Answer, type Caller, describeOnBoth } from '../support/world.js';

const RULE = { totalMinutes: 120, testMinutes: 30, handOverMinutes: 60, reason: '加急仓' };

describeOnBoth('deadlines', (world) => {
  let people: DemoWarehouse;
  beforeEach(async () => {
    people = await demoWarehouse(world());
  });

  const rule = (as: Caller = people.packer): Promise<Answer> => world().get('/api/v1/deadlines/rule', { as });
  const setRule = (changes: object = {}, as: Caller = people.admin): Promise<Answer> =>
    world().put('/api/v1/deadlines/rule', { as, body: { ...RULE, ...changes } });
  const units = (query = '', as: Caller = people.packer): Promise<Answer> =>
    world().get(`/api/v1/deadlines/units${query}`, { as });
  const tallies = async (): Promise<Answer['body']> =>
    (await world().get('/api/v1/deadlines/tallies', { as: people.packer })).body;
  const stateOf = async (unitId: string): Promise<ClockState | undefined> =>
    (await units()).body.items.find((item: { unitId: string }) => item.unitId === unitId)?.state;
  const minutesLater = (minutes: number): void => world().clock.advanceHours(minutes / 60);

  it('begins with the usual 8 hours, round the clock', async () => {
    expect((await rule()).body).toEqual({
      totalMinutes: 480,
      testMinutes: 270,
      handOverMinutes: 390,
      working: null,
      isOwn: false,
      reason: null,
      setAt: null,
    });
  });

  it('lets an administrator set a rule, and nobody else', async () => {
    const working = { from: '09:00', to: '18:00', weekdays: [1, 2, 3, 4, 5], closedDays: ['2026-12-25'] };
    expect((await setRule({ working }, people.reviewer)).status).toBe(403);
    const answer = await setRule({ working });
    expect(answer.status).toBe(200);
    expect((await rule()).body).toMatchObject({ ...RULE, working, isOwn: true, setAt: answer.body.entries[0].at });
    expect((await setRule()).status).toBe(200);
    expect((await rule()).body.working).toBeNull();
  });

  it('refuses times out of order and days that do not exist', async () => {
    expect((await setRule({ testMinutes: 61 })).body.code).toBe('deadlines.out-of-order');
    const working = { from: '18:00', to: '09:00', weekdays: [1], closedDays: [] };
    expect((await setRule({ working })).body.code).toBe('deadlines.hours-reversed');
    for (const wrong of [{ closedDays: ['2026-02-30'] }, { weekdays: [8] }, { weekdays: [] }, { from: '25:00' }]) {
      expect((await setRule({ working: { ...working, from: '08:00', to: '09:00', ...wrong } })).status).toBe(422);
    }
    expect((await rule()).body.isOwn).toBe(false);
  });

  it('moves a unit from state to state as time goes by, to the minute', async () => {
    await setRule();
    const unitId = await receivedBracelet(world(), people);
    expect(await stateOf(unitId)).toBe('in-time');
    minutesLater(29);
    expect(await stateOf(unitId)).toBe('in-time');
    minutesLater(1);
    expect(await stateOf(unitId)).toBe('late-test');
    minutesLater(30);
    expect(await stateOf(unitId)).toBe('late-handover');
    minutesLater(60);
    const [item] = (await units('?state=overdue')).body.items;
    expect(item).toMatchObject({ unitId, state: 'overdue', waitedMinutes: 120, leftMinutes: 0, stage: 'received' });
  });

  it('warns of the test only while a unit is in test', async () => {
    await setRule();
    const { unitId } = await certifiedBracelet(world(), people);
    minutesLater(31);
    expect(await stateOf(unitId)).toBe('in-time');
  });

  it('names who read last of a unit in test', async () => {
    const unitId = await receivedBracelet(world(), people);
    const id = await startedInspection(world(), people.inspector, unitId);
    expect((await units()).body.items[0].inspector).toBeNull();
    const readings = [{ item: 'CRY-PHOTO', value: { kind: 'boolean', value: true } }];
    await world().post(`/api/v1/inspections/${id}/readings`, { as: people.inspector, body: { readings } });
    const { inspector } = (await units()).body.items[0];
    expect(inspector).toMatch(/^Y\d{4}$/);
    expect((await units(`?inspector=${inspector}`)).body.items).toHaveLength(1);
    expect((await tallies()).byInspector).toEqual([
      { of: inspector, counts: expect.objectContaining({ 'in-time': 1 }) },
    ]);
  });

  it('lists the longest there first, page by page', async () => {
    const ids: string[] = [];
    for (let n = 0; n < 3; n += 1) ids.push(await receivedBracelet(world(), people));
    const first = (await units('?limit=2')).body;
    const second = (await units(`?limit=2&after=${encodeURIComponent(first.next)}`)).body;
    expect([...first.items, ...second.items].map(({ unitId }) => unitId)).toEqual(ids);
    expect(second.next).toBeNull();
  });

  it('counts by station and merchant', async () => {
    await setRule();
    await receivedBracelet(world(), people);
    minutesLater(121);
    await receivedBracelet(world(), { ...people, merchant: people.otherMerchant });
    const { all, byStage, byMerchant } = await tallies();
    expect(all).toEqual({ overdue: 1, 'late-handover': 0, 'late-test': 0, 'in-time': 1 });
    expect(byStage).toEqual([{ of: 'received', counts: all }]);
    expect(byMerchant.map(({ of }: { of: string }) => of)).toEqual([people.merchantId, people.otherMerchantId]);
  });

  it('forgets units that have left, and never shows those of another warehouse', async () => {
    const { unitId } = await certifiedBracelet(world(), people);
    await labelledUnit(world(), people, unitId);
    const others = await demoWarehouse(world());
    expect((await units('', others.packer)).body.items).toEqual([]);
    expect((await units()).body.items).toHaveLength(1);
    const body = { carrierName: '顺丰速运', waybill: 'SF1', unitIds: [unitId] };
    await world().post('/api/v1/shipments', { as: people.shipper, body });
    expect((await units()).body.items).toEqual([]);
    expect((await units('', people.merchant)).status).toBe(403);
  });

  it('stops the clock when the warehouse is closed', async () => {
    const working = { from: '00:00', to: '24:00', weekdays: [1, 2, 3, 4, 5, 6, 7], closedDays: ['2026-11-22'] };
    await setRule({ working });
    const unitId = await receivedBracelet(world(), people);
    minutesLater(180);
    expect(await stateOf(unitId)).toBe('in-time');
  });

  it('begins anew when a unit is sent through again, and keeps when it came in', async () => {
    const { unitId } = await certifiedBracelet(world(), people);
    minutesLater(481);
    expect(await stateOf(unitId)).toBe('overdue');
    const reason = { reason: { zh: '复核抽查' } };
    const path = `/api/v1/units/${unitId}/reinspection`;
    const { body: receipt } = await world().post(path, { as: people.reviewer, body: reason });
    const [{ at: clockFrom }] = receipt.entries;
    minutesLater(10);
    const [item] = (await units()).body.items;
    expect(item).toMatchObject({ unitId, state: 'in-time', clockFrom, waitedMinutes: 10, leftMinutes: 470 });
    expect(item.receivedAt < clockFrom).toBe(true);
    const page = await world().get(`/console/units/${unitId}`, { as: people.packer });
    expect(page.text).toContain('重新计时');
  });

  it('begins anew when a merchant sends a unit in again, and not when the warehouse tries again itself', async () => {
    const unitId = await failedBracelet(world(), people);
    minutesLater(300);
    await startedInspection(world(), people.inspector, unitId);
    expect(await stateOf(unitId)).toBe('late-test');
    const other = await failedBracelet(world(), people);
    const limit = { resubmissionLimit: 3, reason: '本仓规定' };
    await world().put('/api/v1/flow-rule', { as: people.admin, body: limit });
    minutesLater(300);
    const body = { remedy: '已更换' };
    await world().post(`/api/v1/units/${other}/resubmission`, { as: people.merchant, body });
    expect(await stateOf(other)).toBe('in-time');
    expect((await units()).body.items.map((item: { unitId: string }) => item.unitId)).toEqual([unitId, other]);
  });

  it('begins when the merchant has taken goods as they came', async () => {
    const unitId = await receivedBracelet(world(), people);
    const path = `/api/v1/units/${unitId}/intake-exception`;
    await world().post(path, { as: people.receiver, body: { differs: ['photo'], found: '颜色不符' } });
    minutesLater(500);
    expect(await stateOf(unitId)).toBeUndefined();
    await world().post(`${path}/acceptance`, { as: people.merchant, body: { acceptance: '按实物检测' } });
    expect(await stateOf(unitId)).toBe('in-time');
  });

  it('tells open boards that something moved', async () => {
    await world()
      .app.listen(0, '127.0.0.1')
      .catch(() => undefined);
    const url = `${await world().app.getUrl()}/api/v1/deadlines/events`;
    const board = await TestEventSource.open(url, { cookie: people.packer.cookie });
    await receivedBracelet(world(), people);
    expect((await board.at(0)).event).toBe('changed');
    board.close();
  });
});
