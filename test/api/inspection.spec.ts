import { Inspection, inspectionProjection, signedInspectionOf } from '../../src/modules/inspection/index.js';
import { demoWarehouse, type DemoWarehouse, numberOf, staffOf } from '../support/catalog.js';
import {
  BRACELET_READINGS,
  passedBracelet,
  passedShrimpLot,
  startedInspection,
  takenPhoto,
} from '../support/inspection.js';
import { receivedBracelet } from '../support/intake.js';
import { newWarehouse } from '../support/parties.js';
import { differencesAfterReplay } from '../support/replayed.js';
import { type Answer, type Caller, describeOnBoth } from '../support/world.js';

describeOnBoth('an inspection', (world, kind) => {
  let people: DemoWarehouse;
  beforeAll(async () => {
    people = await demoWarehouse(world());
  });

  const act = (id: string, what: string, as: Caller, body?: object): Promise<Answer> =>
    world().post(`/api/v1/inspections/${id}/${what}`, { as, body });
  const seen = async (id: string, as = people.inspector): Promise<Answer['body']> =>
    (await world().get(`/api/v1/inspections/${id}`, { as })).body;
  const stageOf = async (unitId: string): Promise<string> =>
    (await world().get(`/api/v1/units/${unitId}`, { as: people.inspector })).body.stage;

  async function started(): Promise<{ id: string; unitId: string }> {
    const unitId = await receivedBracelet(world(), people);
    return { id: await startedInspection(world(), people.inspector, unitId), unitId };
  }

  async function submitted(changes: object = {}): Promise<{ id: string; unitId: string }> {
    const inspected = await started();
    const readings = BRACELET_READINGS.map((reading) => ({ ...reading, ...changesOf(changes, reading.item) }));
    expect((await act(inspected.id, 'readings', people.inspector, { readings })).status).toBe(201);
    expect((await act(inspected.id, 'submission', people.inspector)).status).toBe(201);
    return inspected;
  }

  it('passes a bracelet and a lot of shrimp on the shipped demo plans', async () => {
    for (const pass of [passedBracelet, passedShrimpLot]) {
      const { unitId } = await pass(world(), people);
      const { body } = await world().get(`/api/v1/units/${unitId}`, { as: people.inspector });
      expect(body).toMatchObject({ stage: 'passed', gates: { inspection: expect.any(String), packaging: null } });
    }
  });

  it('shows each item with its limit, its reading and how it stands', async () => {
    const { id } = await started();
    const readings = BRACELET_READINGS.filter(({ item }) => item === 'CRY-RI' || item === 'CRY-WT');
    await act(id, 'readings', people.inspector, { readings });
    const { items, ...shown } = await seen(id, people.merchant);
    expect(shown).toMatchObject({ state: 'inspecting', preview: 'undecided', verdict: null, plan: { version: 1 } });
    const item = (code: string) => items.find((each: { code: string }) => each.code === code);
    expect(item('CRY-RI')).toMatchObject({
      name: { zh: '折射率' },
      unit: 'X-ND',
      unitSymbol: 'nD',
      kinds: ['number', 'not-detected'],
      reading: { value: { kind: 'number', value: '1.548', unit: 'X-ND' }, instrument: 'R-02', times: 1 },
      verdict: 'pass',
      isLeftOut: false,
    });
    expect(item('CRY-WT')).toMatchObject({ limitBy: 'warehouse', unitSymbol: 'g', verdict: 'pass' });
    expect(item('CRY-OPT')).toMatchObject({ reading: null, verdict: 'undecided', reason: { zh: '没有读数' } });
    expect(item('CRY-OPT').values).toContainEqual(expect.objectContaining({ zh: '均质体' }));
    expect(item('CRY-AU')).toMatchObject({ isLeftOut: true, verdict: null, reading: null });
    expect(JSON.stringify(shown)).not.toContain(people.inspector.accountId);
  });

  it('keeps the plan as it was at the start', async () => {
    const { id } = await started();
    const before = (await seen(id)).items;
    const body = { categoryId: 'crystal-jewelry', adds: [], limits: [], reason: '缩减' };
    expect((await world().post('/api/v1/plans', { as: people.admin, body })).status).toBe(201);
    expect((await seen(id)).items).toEqual(before);
    const own = { source: '仓内规程 示例', by: await numberOf(world(), people.admin) };
    const limits = [
      { item: 'CRY-WT', set: { tolerance: '0.05' }, ...own },
      { item: 'CRY-APP', set: { 'allowed.MA': '0', 'allowed.MI': '2' }, ...own },
    ];
    const again = { ...body, adds: ['CRY-DOC', 'CRY-MAG'], limits, reason: '恢复' };
    expect((await world().post('/api/v1/plans', { as: people.admin, body: again })).status).toBe(201);
  });

  it('needs a published plan', async () => {
    const staff = await staffOf(world(), await newWarehouse(world(), '没有方案的仓'));
    const unitId = await receivedBracelet(world(), { ...people, receiver: staff.receiver });
    const answer = await world().post(`/api/v1/units/${unitId}/inspections`, { as: staff.inspector });
    expect(answer.body).toMatchObject({ status: 409, code: 'inspection.no-plan' });
  });

  it('runs once at a time, and not after the unit has passed', async () => {
    const { unitId } = await started();
    const start = (unit: string) => world().post(`/api/v1/units/${unit}/inspections`, { as: people.inspector });
    expect((await start(unitId)).body).toMatchObject({ status: 409, code: 'units.wrong-stage' });
    const { unitId: waiting } = await submitted();
    expect((await start(waiting)).body).toMatchObject({ status: 409, code: 'units.wrong-stage' });
    const { unitId: passed } = await passedBracelet(world(), people);
    expect((await start(passed)).body).toMatchObject({ status: 409, code: 'units.wrong-stage' });
  });

  it('cannot be changed once it is submitted', async () => {
    const { id, unitId } = await submitted();
    expect(await stageOf(unitId)).toBe('awaiting-review');
    expect(await seen(id)).toMatchObject({ state: 'awaiting-review', verdict: 'pass', preview: 'pass' });
    const readings = BRACELET_READINGS.slice(0, 1);
    for (const [what, body] of [['readings', { readings }], ['submission']] as const) {
      expect((await act(id, what, people.inspector, body)).body).toMatchObject({
        status: 409,
        code: 'inspection.not-open',
      });
    }
    await expect(takenPhoto(world(), people.inspector, id)).rejects.toThrow('inspection.not-open');
  });

  it('is returned with a reason, corrected and signed', async () => {
    const { id, unitId } = await submitted({ 'CRY-RI': { value: { kind: 'number', value: '1.600', unit: 'X-ND' } } });
    expect(await seen(id)).toMatchObject({ verdict: 'fail' });
    const wordless = await act(id, 'reviews', people.reviewer, { decision: 'return' });
    expect(wordless.body).toMatchObject({ status: 422, code: 'inspection.return-needs-reason' });
    const back = { decision: 'return', reason: '折射率请复测' };
    expect((await act(id, 'reviews', people.reviewer, back)).status).toBe(201);
    expect(await seen(id)).toMatchObject({ state: 'inspecting', decision: 'return', reviewReason: '折射率请复测' });
    expect(await stageOf(unitId)).toBe('inspecting');

    const readings = BRACELET_READINGS.filter(({ item }) => item === 'CRY-RI');
    await act(id, 'readings', people.inspector, { readings });
    await act(id, 'submission', people.inspector);
    expect(await seen(id)).toMatchObject({ verdict: 'pass', decision: null, reviewReason: null });
    expect((await act(id, 'reviews', people.reviewer, { decision: 'sign' })).status).toBe(201);
    expect(await stageOf(unitId)).toBe('passed');
    const again = await act(id, 'reviews', people.reviewer, { decision: 'sign' });
    expect(again.body).toMatchObject({ status: 409, code: 'inspection.not-submitted' });
  });

  it('that failed is signed too, and the unit may be inspected again', async () => {
    const { id, unitId } = await submitted({ 'CRY-PHOTO': { value: { kind: 'boolean', value: false } } });
    expect((await act(id, 'reviews', people.reviewer, { decision: 'sign' })).status).toBe(201);
    expect(await stageOf(unitId)).toBe('failed');
    expect(await signedInspectionOf(world().database.reader, unitId)).toBeUndefined();
    expect(await startedInspection(world(), people.inspector, unitId)).not.toBe(id);
  });

  it('is never signed while an item is undecided', async () => {
    const { id } = await started();
    const readings = BRACELET_READINGS.filter(({ item }) => item !== 'CRY-OPT');
    await act(id, 'readings', people.inspector, { readings });
    await act(id, 'submission', people.inspector);
    expect(await seen(id)).toMatchObject({ verdict: 'undecided' });
    const refused = await act(id, 'reviews', people.reviewer, { decision: 'sign' });
    expect(refused.body).toMatchObject({ status: 409, code: 'inspection.undecided' });
    expect(refused.body.detail).toContain('CRY-OPT');
    expect((await act(id, 'reviews', people.reviewer, { decision: 'return', reason: '补光性' })).status).toBe(201);
  });

  it('is reviewed by nobody who took part, even where the reading was replaced', async () => {
    const both = await world().account(people.warehouseId, 'warehouse', 'inspector', 'reviewer');
    const { id } = await started();
    await act(id, 'readings', both, { readings: BRACELET_READINGS });
    await act(id, 'readings', people.inspector, { readings: BRACELET_READINGS });
    await act(id, 'submission', people.inspector);
    const refused = await act(id, 'reviews', both, { decision: 'sign' });
    expect(refused.body).toMatchObject({ status: 403, code: 'inspection.same-person' });

    const submitter = await started();
    await act(submitter.id, 'readings', people.inspector, { readings: BRACELET_READINGS });
    await act(submitter.id, 'submission', both);
    const own = await act(submitter.id, 'reviews', both, { decision: 'return', reason: '自己退回' });
    expect(own.body).toMatchObject({ status: 403, code: 'inspection.same-person' });
  });

  it('cannot stand in the table as submitted and reviewed by one person, whatever the program does', async () => {
    const { id } = await submitted();
    const force = (set: string) =>
      world().ledger.run((tx) => tx.execute(`UPDATE inspection SET ${set} WHERE id = ?`, [id]));
    await expect(force('reviewed_by = submitted_by')).rejects.toThrow(/four_eyes/);
    await expect(force("state = 'signed'")).rejects.toThrow(/inspection_signed/);
  });

  it('stands still while a hold is open', async () => {
    const hold = (unitId: string) =>
      world().post(`/api/v1/units/${unitId}/holds`, { as: people.reviewer, body: { reason: '投诉核查' } });
    const onHold = { status: 409, code: 'units.on-hold' };
    const waiting = await receivedBracelet(world(), people);
    await hold(waiting);
    const start = await world().post(`/api/v1/units/${waiting}/inspections`, { as: people.inspector });
    expect(start.body).toMatchObject(onHold);
    const running = await started();
    await hold(running.unitId);
    const readings = BRACELET_READINGS.slice(0, 1);
    expect((await act(running.id, 'readings', people.inspector, { readings })).body).toMatchObject(onHold);
    expect((await act(running.id, 'submission', people.inspector)).body).toMatchObject(onHold);
    await expect(takenPhoto(world(), people.inspector, running.id)).rejects.toThrow('units.on-hold');
    const finished = await submitted();
    await hold(finished.unitId);
    for (const body of [{ decision: 'sign' }, { decision: 'return', reason: '核查' }]) {
      expect((await act(finished.id, 'reviews', people.reviewer, body)).body).toMatchObject(onHold);
    }
  });

  it('is for the roles that it names', async () => {
    const { id, unitId } = await started();
    const calls: [string, Caller, object?][] = [
      [`/api/v1/units/${unitId}/inspections`, people.reviewer],
      [`/api/v1/inspections/${id}/readings`, people.packer, { readings: BRACELET_READINGS }],
      [`/api/v1/inspections/${id}/photos`, people.merchant],
      [`/api/v1/inspections/${id}/submission`, people.receiver],
      [`/api/v1/inspections/${id}/reviews`, people.inspector, { decision: 'sign' }],
    ];
    for (const [path, as, body] of calls) expect((await world().post(path, { as, body })).status).toBe(403);
    expect((await world().get(`/api/v1/inspections/${id}`)).status).toBe(401);
  });

  it('does not exist for other parties', async () => {
    const { id, unitId } = await submitted();
    const elsewhere = await staffOf(world(), await newWarehouse(world(), '另一质检仓'));
    const laboratory = await world().account(people.laboratoryId, 'laboratory', 'laboratory');
    for (const as of [people.otherMerchant, elsewhere.inspector, laboratory]) {
      expect((await world().get(`/api/v1/inspections/${id}`, { as })).body).toMatchObject({ status: 404 });
      expect((await world().get(`/api/v1/inspections?unitId=${unitId}`, { as })).body.items).toEqual([]);
    }
    expect((await act(id, 'submission', elsewhere.inspector)).status).toBe(404);
    expect((await act(id, 'reviews', elsewhere.reviewer, { decision: 'sign' })).status).toBe(404);
    const start = await world().post(`/api/v1/units/${unitId}/inspections`, { as: elsewhere.inspector });
    expect(start.status).toBe(404);
    expect((await seen(id, people.merchant)).id).toBe(id);
  });

  it('is listed by unit and by state', async () => {
    const { id, unitId } = await submitted();
    const list = async (query: string) =>
      (await world().get(`/api/v1/inspections?${query}`, { as: people.inspector })).body;
    const summary = { id, unitId, state: 'awaiting-review', verdict: 'pass', reviewer: null };
    expect(await list(`unitId=${unitId}`)).toMatchObject({ items: [summary], next: null });
    expect((await list(`unitId=${unitId}&state=signed`)).items).toEqual([]);
    const first = await list('limit=1');
    expect(first.items).toHaveLength(1);
    expect((await list(`limit=1&after=${first.next}`)).items[0].id > first.items[0].id).toBe(true);
    expect((await world().get('/api/v1/inspections?state=lost', { as: people.inspector })).status).toBe(422);
  });

  it('that passed and was signed says everything that a certificate needs', async () => {
    const { unitId, inspectionId, photo } = await passedBracelet(world(), people);
    const signed = await signedInspectionOf(world().database.reader, unitId);
    expect(signed).toMatchObject({
      id: inspectionId,
      photos: [photo],
      plan: { uncertaintyRule: 'undecided', categoryHash: expect.stringMatching(/^[0-9a-f]{64}$/) },
      leftOut: [expect.objectContaining({ code: 'CRY-AU' })],
      inspectorAccountIds: [people.inspector.accountId],
      reviewerAccountId: people.reviewer.accountId,
    });
    const codes = BRACELET_READINGS.map(({ item }) => item);
    expect(signed?.readings.map(({ item }) => item)).toEqual(codes);
    expect(signed?.results.map(({ item, verdict }) => [item, verdict])).toEqual(codes.map((code) => [code, 'pass']));
    expect(signed?.inspectorNumbers).toEqual([signed?.inspectorNumber]);
    expect(signed?.reviewerNumber).not.toBe(signed?.inspectorNumber);
  });

  it('keeps reasons and accounts out of what everybody may see', async () => {
    const { id } = await submitted();
    const rows = await world().database.reader.query<{ content: string }>(
      `SELECT d.content AS "content" FROM ledger_disclosure d
       JOIN ledger_subject s ON s.idx = d.idx WHERE s.type = 'inspection' AND s.id = ? AND d.grp = 'public'`,
      [id],
    );
    expect(rows.length).toBe(BRACELET_READINGS.length + 2);
    const text = rows.map(({ content }) => content).join('\n');
    for (const secret of [people.inspector.accountId, people.merchantId, '8mm，与申报一致'])
      expect(text).not.toContain(secret);
  });

  it('follows from the log alone', async () => {
    expect(await world().database.reader.find(Inspection, { state: 'signed' })).not.toEqual([]);
    expect(await differencesAfterReplay(world(), kind, inspectionProjection)).toEqual([]);
  });
});

function changesOf(changes: object, item: string): object {
  return Object.entries(changes).find(([code]) => code === item)?.[1] ?? {};
}
