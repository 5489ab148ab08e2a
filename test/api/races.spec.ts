import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { LogQueries } from '../../src/ledger/index.js';
import { type DemoWarehouse, demoWarehouse } from '../support/catalog.js';
import { certifiedBracelet, labelledUnit, packed, printed } from '../support/certificates.js';
import { BRACELET_READINGS, passedBracelet, startedInspection, takenPhoto } from '../support/inspection.js';
import { announced, BRACELET_LINE, receivedBracelet, SHRIMP_LINE } from '../support/intake.js';
import { faultsOfLog } from '../support/log-check.js';
import { newUscc } from '../support/parties.js';
import { secondApp } from '../support/second-app.js';
import { type Caller, describeOnBoth, HOST } from '../support/world.js';

const TIMES = 10;

interface Raced {
  readonly status: number;
  readonly code: string | undefined;
}

/** The same command many times at once, over two processes' worth of application on one database. */
describeOnBoth('many at once', (world) => {
  let people: DemoWarehouse;
  let other: NestFastifyApplication;
  let secondReviewer: Caller;
  beforeAll(async () => {
    people = await demoWarehouse(world());
    secondReviewer = await world().account(people.warehouseId, 'warehouse', 'reviewer');
    other = await secondApp(world());
  });

  async function post(app: NestFastifyApplication, url: string, as: Caller, body: object = {}): Promise<Raced> {
    const headers = { host: HOST, origin: `http://${HOST}`, cookie: as.cookie };
    const answer = await app.inject({ method: 'POST', url, headers, payload: body });
    return { status: answer.statusCode, code: answer.json<{ code?: string }>().code };
  }

  /** Calls made at once, every second one of the other application; how often each answer came. */
  async function race(calls: readonly (readonly [string, Caller, object?])[]): Promise<Record<string, number>> {
    const answers = await Promise.all(
      calls.map(([url, as, body], i) => post(i % 2 ? other : world().app, url, as, body)),
    );
    const counts: Record<string, number> = {};
    for (const { status, code } of answers) {
      const key = code ?? String(status);
      counts[key] = (counts[key] ?? 0) + 1;
    }
    return counts;
  }
  const same = (url: string, as: Caller, body?: object): (readonly [string, Caller, object?])[] =>
    Array.from({ length: TIMES }, () => [url, as, body] as const);

  const eventsOf = (unitId: string): Promise<number[]> => world().app.get(LogQueries).historyOf('unit', unitId);

  async function submitted(): Promise<{ readonly unitId: string; readonly path: string }> {
    const unitId = await receivedBracelet(world(), people);
    const path = `/api/v1/inspections/${await startedInspection(world(), people.inspector, unitId)}`;
    await post(world().app, `${path}/readings`, people.inspector, { readings: BRACELET_READINGS });
    await takenPhoto(world(), people.inspector, path.split('/').at(-1) ?? '');
    await post(world().app, `${path}/submission`, people.inspector);
    return { unitId, path };
  }

  it('receive one line once', async () => {
    const consignment = await announced(world(), people, [SHRIMP_LINE]);
    const url = `/api/v1/consignments/${consignment}/lines/1/receipt`;
    const counts = await race(same(url, people.receiver, { quantity: SHRIMP_LINE.quantity }));
    expect(counts).toEqual({ '201': 1, 'intake.line-already-received': TIMES - 1 });
  });

  it('receive no more pieces than were announced', async () => {
    const consignment = await announced(world(), people, [{ ...BRACELET_LINE, count: 5 }]);
    const url = `/api/v1/consignments/${consignment}/lines/1/receipt`;
    const counts = await race(same(url, people.receiver, { count: 2 }));
    expect(counts).toEqual({ '201': 2, 'intake.more-than-announced': TIMES - 2 });
    const units = await world().get(`/api/v1/units?consignmentId=${consignment}`, { as: people.receiver });
    expect(units.body.items).toHaveLength(4);
  });

  it('receive or cancel, not both', async () => {
    const consignment = await announced(world(), people, [SHRIMP_LINE]);
    const counts = await race([
      [`/api/v1/consignments/${consignment}/lines/1/receipt`, people.receiver, { quantity: SHRIMP_LINE.quantity }],
      [`/api/v1/consignments/${consignment}/cancellation`, people.merchant, { reason: '不送了' }],
    ]);
    expect(counts['201']).toBe(1);
  });

  it('start one inspection', async () => {
    const unitId = await receivedBracelet(world(), people);
    const counts = await race(same(`/api/v1/units/${unitId}/inspections`, people.inspector));
    expect(counts).toEqual({ '201': 1, 'units.wrong-stage': TIMES - 1 });
  });

  it('submit once', async () => {
    const unitId = await receivedBracelet(world(), people);
    const id = await startedInspection(world(), people.inspector, unitId);
    const counts = await race(same(`/api/v1/inspections/${id}/submission`, people.inspector));
    expect(counts).toEqual({ '201': 1, 'inspection.not-open': TIMES - 1 });
  });

  it('sign once, whichever of two reviewers does', async () => {
    const { path } = await submitted();
    const sign = { decision: 'sign' };
    const counts = await race([
      ...same(`${path}/reviews`, people.reviewer, sign),
      ...same(`${path}/reviews`, secondReviewer, sign),
    ]);
    expect(counts).toEqual({ '201': 1, 'inspection.not-submitted': 2 * TIMES - 1 });
  });

  it('sign or return, not both', async () => {
    const { unitId, path } = await submitted();
    const counts = await race([
      [`${path}/reviews`, people.reviewer, { decision: 'sign' }],
      [`${path}/reviews`, secondReviewer, { decision: 'return', reason: '重测' }],
    ]);
    expect(counts).toEqual({ '201': 1, 'inspection.not-submitted': 1 });
    const { body } = await world().get(`/api/v1/units/${unitId}`, { as: people.reviewer });
    expect(['passed', 'inspecting']).toContain(body.stage);
  });

  it('read and submit: what came after the submission is not in it', async () => {
    const unitId = await receivedBracelet(world(), people);
    const path = `/api/v1/inspections/${await startedInspection(world(), people.inspector, unitId)}`;
    const reading = { readings: [BRACELET_READINGS[0]] };
    const counts = await race([
      ...same(`${path}/readings`, people.inspector, reading),
      [`${path}/submission`, people.inspector],
      ...same(`${path}/readings`, people.inspector, reading),
    ]);
    expect((counts['201'] ?? 0) + (counts['inspection.not-open'] ?? 0)).toBe(2 * TIMES + 1);
    const { times } = (await world().get(path, { as: people.inspector })).body.items[0].reading ?? { times: 0 };
    expect(times).toBe((counts['201'] ?? 0) - 1);
  });

  it('issue one certificate', async () => {
    const { unitId } = await passedBracelet(world(), people);
    const counts = await race(same(`/api/v1/units/${unitId}/certificates`, people.reviewer));
    expect(counts).toEqual({ '201': 1, 'certificates.already-issued': TIMES - 1 });
  });

  it('replace a certificate once', async () => {
    const { unitId, certificateId } = await certifiedBracelet(world(), people);
    const body = { supersedes: certificateId };
    const counts = await race(same(`/api/v1/units/${unitId}/certificates`, people.reviewer, body));
    expect(counts).toEqual({ '201': 1, 'certificates.nothing-to-supersede': TIMES - 1 });
  });

  it('pack one unit under a seal', async () => {
    const units = [await certifiedBracelet(world(), people), await certifiedBracelet(world(), people)];
    const body = { sealNo: `RACE-${newUscc()}`, mass: { value: '0.12', unit: 'KGM' } };
    const counts = await race(
      units.flatMap(({ unitId }) => same(`/api/v1/units/${unitId}/packing`, people.packer, body)),
    );
    expect(counts['201']).toBe(1);
    expect(counts).not.toHaveProperty('internal');
    expect(Object.values(counts).reduce((sum, count) => sum + count)).toBe(2 * TIMES);
  });

  it('print labels while others are spoiled: no number and no code comes twice', async () => {
    const { unitId } = await certifiedBracelet(world(), people);
    await packed(world(), people.packer, unitId);
    const before = await printed(world(), people.packer, unitId, 5);
    const counts = await race([
      ...same(`/api/v1/units/${unitId}/labels`, people.packer, { copies: 3 }),
      ...before.flatMap(({ id }) => [
        [`/api/v1/labels/${id}/spoilage`, people.packer, { reason: '撕裂' }] as const,
        [`/api/v1/labels/${id}/spoilage`, people.packer, { reason: '撕裂' }] as const,
      ]),
    ]);
    expect(counts).toEqual({ '201': TIMES + 5, 'labelling.already-spoiled': 5 });
    const { body } = await world().get(`/api/v1/units/${unitId}/labels?limit=200`, { as: people.packer });
    const numbers = body.items
      .map(({ number }: { number: number }) => number)
      .toSorted((a: number, b: number) => a - b);
    expect(numbers).toEqual(Array.from({ length: 5 + 3 * TIMES }, (_, i) => i + 1));
    expect(new Set(body.items.map(({ code }: { code: string }) => code)).size).toBe(numbers.length);
  });

  it('apply labels once', async () => {
    const { unitId } = await certifiedBracelet(world(), people);
    await packed(world(), people.packer, unitId);
    await printed(world(), people.packer, unitId, 2);
    const counts = await race(same(`/api/v1/units/${unitId}/labelling`, people.packer));
    expect(counts).toEqual({ '201': 1, 'labelling.no-good-copy': TIMES - 1 });
  });

  it('ship once, and not what is held or suspended at that moment', async () => {
    const { unitId, certificateId } = await certifiedBracelet(world(), people);
    await labelledUnit(world(), people, unitId);
    const shipment = { carrierName: '示例', waybill: 'W', unitIds: [unitId] };
    const counts = await race([
      ...same('/api/v1/shipments', people.shipper, shipment),
      [`/api/v1/units/${unitId}/holds`, people.inspector, { reason: '待核' }],
      [`/api/v1/certificates/${certificateId}/suspension`, people.reviewer, { reason: { zh: '待核' } }],
    ]);
    expect(counts).not.toHaveProperty('internal');
    const unit = (await world().get(`/api/v1/units/${unitId}`, { as: people.shipper })).body;
    const shipped = await world().database.reader.query('SELECT unit_id FROM shipment_unit WHERE unit_id = ?', [
      unitId,
    ]);
    expect(shipped).toHaveLength(unit.stage === 'shipped' ? 1 : 0);
    expect(unit.stage === 'shipped' && unit.isOnHold).toBe(false);
  });

  it('release a hold once', async () => {
    const unitId = await receivedBracelet(world(), people);
    const held = await world().post(`/api/v1/units/${unitId}/holds`, {
      as: people.inspector,
      body: { reason: '待核' },
    });
    const url = `/api/v1/units/${unitId}/holds/${held.body.entries[0].subjects[1].id}/release`;
    const counts = await race(same(url, people.reviewer, { reason: '无误' }));
    expect(counts).toEqual({ '201': 1, 'units.hold-already-released': TIMES - 1 });
    expect((await world().get(`/api/v1/units/${unitId}`, { as: people.reviewer })).body.isOnHold).toBe(false);
    // Received, registered, held, released.
    expect(await eventsOf(unitId)).toHaveLength(4);
  });

  it('register one party with a credit code, and one account with a login name', async () => {
    const body = { kind: 'merchant', name: { zh: '抢注' }, uscc: newUscc() };
    expect(await race(same('/api/v1/parties', people.admin, body))).toEqual({
      '201': 1,
      'parties.uscc-taken': TIMES - 1,
    });
    const account = { login: `race.${body.uscc}`, name: '甲', password: 'long enough 1', roles: ['packer'] };
    const url = `/api/v1/parties/${people.warehouseId}/accounts`;
    expect(await race(same(url, people.admin, account))).toEqual({ '201': 1, 'identity.login-taken': TIMES - 1 });
  });

  it('leave a log without a fault', async () => {
    await other.close();
    expect(await faultsOfLog(world().database.reader)).toEqual([]);
  });
});
