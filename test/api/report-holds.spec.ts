import { unitsProjection } from '../../src/modules/units/index.js';
import { newId } from '../../src/ledger/index.js';
import { type DemoWarehouse, demoWarehouse } from '../support/catalog.js';
import { SHRIMP_READINGS } from '../support/inspection.js';
import { differencesAfterReplay } from '../support/replayed.js';
import { filedReport, type SentSample, sentSample } from '../support/reports.js';
import { type Answer, type Caller, describeOnBoth } from '../support/world.js';

const REASON = { reason: '等检测报告' };

describeOnBoth('holds that wait for an outside report', (world, kind) => {
  let people: DemoWarehouse;
  let laboratory: Caller;
  beforeAll(async () => {
    people = await demoWarehouse(world());
    laboratory = await world().account(people.laboratoryId, 'laboratory', 'laboratory');
  });

  const post = (path: string, as: Caller, body: object = {}): Promise<Answer> =>
    world().post(`/api/v1/${path}`, { as, body });
  const hold = (unitId: string, wish: object, as = people.inspector): Promise<Answer> =>
    post(`units/${unitId}/report-holds`, as, { ...REASON, ...wish });
  const held = async ({ unitId }: SentSample, wish: object): Promise<string> =>
    newId((await hold(unitId, wish)).body, 'hold') ?? '';
  const release = (unitId: string, id: string, as: Caller): Promise<Answer> =>
    post(`units/${unitId}/holds/${id}/release`, as, REASON);

  it.each(['sample', 'item'])('let the goods be inspected, and go on once the report counts: by %s', async (by) => {
    const sample = await sentSample(world(), people);
    const { unitId, inspectionId } = sample;
    const id = await held(sample, by === 'sample' ? { sampleId: sample.id } : { item: 'SHR-CD' });
    const readings = SHRIMP_READINGS.filter(({ item }) => item !== 'SHR-CD');
    expect((await post(`inspections/${inspectionId}/readings`, people.inspector, { readings })).status).toBe(201);
    const needed = { status: 409, code: 'units.release-needs-report' };
    expect((await release(unitId, id, people.reviewer)).body).toMatchObject(needed);
    const report = await filedReport(world(), people.inspector, sample);
    expect((await post(`reports/${report}/withdrawal`, laboratory, REASON)).status).toBe(201);
    expect((await release(unitId, id, people.reviewer)).body).toMatchObject(needed);
    await filedReport(world(), people.inspector, sample);
    await post(`inspections/${inspectionId}/submission`, people.inspector);
    const sign = { decision: 'sign' };
    expect((await post(`inspections/${inspectionId}/reviews`, people.reviewer, sign)).status).toBe(201);
    expect((await post(`units/${unitId}/certificates`, people.reviewer)).body.code).toBe('units.on-hold');
    expect((await release(unitId, id, people.reviewer)).status).toBe(201);
    expect((await post(`units/${unitId}/certificates`, people.reviewer)).status).toBe(201);
    expect(await differencesAfterReplay(world(), kind, unitsProjection)).toEqual([]);
  });

  it('are released without it by an administrator alone', async () => {
    const sample = await sentSample(world(), people);
    const id = await held(sample, { sampleId: sample.id });
    const { body } = await world().get(`/api/v1/units/${sample.unitId}`, { as: people.reviewer });
    expect(body.holds[0].releasing).toMatchObject({ condition: 'report-filed', report: { sampleId: sample.id } });
    expect((await release(sample.unitId, id, people.reviewer)).body.code).toBe('units.release-needs-report');
    expect((await release(sample.unitId, id, people.admin)).status).toBe(201);
  });

  it.each([
    ['nothing', {}, 422, 'reports.hold-names-one'],
    ['an item outside the plan', { item: 'SHR-NONE' }, 422, 'reports.item-not-planned'],
    ['a sample of other goods', { sampleId: '01890000-0000-7000-8000-000000000000' }, 404, 'reports.sample-unknown'],
  ])('do not name %s', async (_, wish, status, code) => {
    const { unitId } = await sentSample(world(), people);
    expect((await hold(unitId, wish)).body).toMatchObject({ status, code });
  });

  it('do not wait for what is there', async () => {
    const sample = await sentSample(world(), people);
    await filedReport(world(), people.inspector, sample);
    expect((await hold(sample.unitId, { item: 'SHR-CD' })).body.code).toBe('reports.report-stands');
  });

  it('are opened by people of its warehouse, and shown where they are released', async () => {
    const sample = await sentSample(world(), people);
    expect((await hold(sample.unitId, { sampleId: sample.id }, people.merchant)).status).toBe(403);
    const headers = { accept: 'text/html', 'accept-language': 'zh-CN' };
    const page = (path: string) => world().get(path, { as: people.admin, headers });
    expect((await page(`/console/units/${sample.unitId}`)).text).toContain('report-holds');
    await held(sample, { item: 'SHR-CD' });
    const { text } = await page(`/console/units/${sample.unitId}`);
    expect(text).toContain('所等的外部报告录入并计入 项目 SHR-CD');
    const own = await world().get(`/console/samples/${sample.id}`, { as: people.inspector, headers });
    expect(own.text).toContain('report-holds');
  });
});
