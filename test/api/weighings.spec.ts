import { demoWarehouse, type DemoWarehouse } from '../support/catalog.js';
import { certified } from '../support/certificates.js';
import { SHRIMP_READINGS, startedInspection, takenPhoto } from '../support/inspection.js';
import { receivedShrimpLot, SHRIMP_LINE } from '../support/intake.js';
import { lookedAt } from '../support/pages.js';
import { describeOnBoth } from '../support/world.js';

const GLAZE = { kind: 'weighings', formula: 'glaze', unit: 'GRM', rows: [{ gross: '1000', deglazed: '848' }] };
const PACKAGES = [
  { gross: '1022.4', tare: '20.2' },
  { gross: '1019.8', tare: '19.9' },
];
const NET = { kind: 'weighings', formula: 'drained', unit: 'GRM', rows: PACKAGES };
const PREPACKED = { attributes: { ...SHRIMP_LINE.attributes, packing: '预包装', netContent: '1000' } };

describeOnBoth('weighings', (world) => {
  let people: DemoWarehouse;
  beforeAll(async () => {
    people = await demoWarehouse(world());
  });

  async function opened(changes: object = {}): Promise<{ unitId: string; inspectionId: string; path: string }> {
    const unitId = await receivedShrimpLot(world(), people, changes);
    const inspectionId = await startedInspection(world(), people.inspector, unitId);
    return { unitId, inspectionId, path: `/api/v1/inspections/${inspectionId}` };
  }
  const record = (path: string, readings: readonly object[]) =>
    world().post(`${path}/readings`, { as: people.inspector, body: { readings } });
  const itemOf = async (path: string, wanted: string) =>
    (await world().get(path, { as: people.inspector })).body.items.find(
      ({ code }: { code: string }) => code === wanted,
    );

  it('are kept as they were weighed, by whom and on what, and judged by the figure that follows', async () => {
    const { path } = await opened();
    const answer = await record(path, [{ item: 'SHR-GLAZE', value: GLAZE, instrument: 'B-03' }]);
    expect(answer.status).toBe(201);
    const glaze = await itemOf(path, 'SHR-GLAZE');
    expect(glaze).toMatchObject({
      kinds: ['weighings', 'number', 'not-detected'],
      weighings: ['glaze'],
      verdict: 'pass',
    });
    expect(glaze.reading).toMatchObject({
      value: GLAZE,
      instrument: 'B-03',
      inspector: expect.stringMatching(/\S/),
    });
    expect(glaze.reason.zh).toContain('15.2%');
  });

  it.each([
    ['more glaze than there may be', { ...GLAZE, rows: [{ gross: '1000', deglazed: '799.9' }] }, 'fail'],
    ['just as much as there may be', { ...GLAZE, rows: [{ gross: '1000', deglazed: '800' }] }, 'pass'],
  ])('of %s', async (_, value, verdict) => {
    const { path } = await opened();
    await record(path, [{ item: 'SHR-GLAZE', value, instrument: 'B-03' }]);
    expect((await itemOf(path, 'SHR-GLAZE')).verdict).toBe(verdict);
  });

  it('that cannot be are refused, and so is a figure that somebody typed beside them', async () => {
    const { path } = await opened();
    const refused = async (value: object) =>
      (await record(path, [{ item: 'SHR-GLAZE', value, instrument: 'B-03' }])).body.code;
    expect(await refused({ ...GLAZE, rows: [{ gross: '848', deglazed: '1000' }] })).toBe(
      'inspection.weighings-impossible',
    );
    expect(await refused({ ...GLAZE, figure: '15.2' })).toBe('inspection.value-malformed');
    expect(await refused(NET)).toBe('inspection.weighings-other');
  });

  it('stand with formula and numbers on the certificate and on the public page', async () => {
    const { unitId, inspectionId, path } = await opened(PREPACKED);
    const others = SHRIMP_READINGS.filter(({ item }) => item !== 'SHR-GLAZE');
    const answer = await record(path, [...others, { item: 'SHR-NET', value: NET, instrument: 'B-03' }]);
    expect(answer.status).toBe(201);
    const photo = await takenPhoto(world(), people.inspector, inspectionId);
    await world().post(`${path}/submission`, { as: people.inspector });
    expect((await world().post(`${path}/reviews`, { as: people.reviewer, body: { decision: 'sign' } })).status).toBe(
      201,
    );
    const { certificateId, code } = await certified(world(), people.reviewer, { unitId, inspectionId, photo });
    const content = await world().get(`/api/v1/certificates/${certificateId}/content`, { as: people.reviewer });
    const net = content.body.results.find((each: { code: string }) => each.code === 'SHR-NET');
    expect(net).toMatchObject({ value: '1002.2 = 1022.4 − 20.2; 999.9 = 1019.8 − 19.9', unit: 'g' });
    expect((await world().get(`/v/${code}`)).text).toContain('1002.2 = 1022.4 − 20.2');
    expect((await world().get(`/api/v1/certificates/${certificateId}/pdf`, { as: people.reviewer })).status).toBe(200);
  });

  it('have a form that says how the figure is computed, in both languages', async () => {
    const { inspectionId, path } = await opened();
    await record(path, [{ item: 'SHR-GLAZE', value: GLAZE, instrument: 'B-03' }]);
    const { zh, en } = await lookedAt(world(), people.inspector, `/console/inspections/${inspectionId}`);
    expect([zh, en]).toEqual([expect.stringContaining('去冰衣后质量'), expect.stringContaining('Mass without glaze')]);
    expect(zh).toContain('15.2% = (1000 − 848) ÷ 1000 × 100');
    const packed = await opened(PREPACKED);
    const page = await lookedAt(world(), people.inspector, `/console/inspections/${packed.inspectionId}`);
    expect(page.zh).toContain('第 6 件 毛重');
  });
});
