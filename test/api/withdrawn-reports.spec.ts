import { newId } from '../../src/ledger/index.js';
import { type DemoWarehouse, demoWarehouse, numberOf } from '../support/catalog.js';
import { certified, labelledUnit } from '../support/certificates.js';
import { SHRIMP_READINGS } from '../support/inspection.js';
import { textOf } from '../support/pdf.js';
import { filedReport, newLaboratory, sampleBody, type SentSample, sentSample } from '../support/reports.js';
import { type Answer, type Caller, describeOnBoth } from '../support/world.js';

describeOnBoth('certificates and withdrawn reports', (world) => {
  let people: DemoWarehouse;
  let laboratory: Caller;
  beforeAll(async () => {
    people = await demoWarehouse(world());
    laboratory = await world().account(people.laboratoryId, 'laboratory', 'laboratory');
  });

  const withdraw = (id: string, as: Caller): Promise<Answer> =>
    world().post(`/api/v1/reports/${id}/withdrawal`, { as, body: { reason: '检测机构发现样品弄混' } });
  const seen = async (id: string): Promise<Answer['body']> =>
    (await world().get(`/api/v1/inspections/${id}`, { as: people.inspector })).body;
  const itemOf = async (id: string, code: string): Promise<Answer['body']> =>
    (await seen(id)).items.find((item: { code: string }) => item.code === code);

  describe('a certificate', () => {
    it('says which results are a laboratory’s, and so does the page behind its code', async () => {
      const { unitId, inspectionId, photo, id, number } = await waiting();
      await world().post(`/api/v1/inspections/${inspectionId}/reviews`, {
        as: people.reviewer,
        body: { decision: 'sign' },
      });
      const { certificateId } = await certified(world(), people.reviewer, { unitId, inspectionId, photo });
      const path = `/api/v1/certificates/${certificateId}`;
      const { body: content } = await world().get(`${path}/content`, { as: people.merchant });
      const report = { laboratory: '示例检测中心', cma: '220000000001', number };
      const cadmium = content.results.find(({ code }: { code: string }) => code === 'SHR-CD');
      expect(cadmium).toMatchObject({ value: '0.06 ± 0.01', instrument: '', report });
      expect(content.results.filter((result: object) => 'report' in result)).toHaveLength(1);
      expect(content.laboratories).toEqual([{ name: '示例检测中心', cma: '220000000001' }]);
      expect(content.inspector).toBe(await numberOf(world(), people.inspector));
      const pages = await textOf((await world().get(`${path}/pdf`, { as: people.merchant })).bytes);
      for (const part of [number, '示例检测中心', '220000000001']) expect(pages.join('')).toContain(part);

      const { body: certificate } = await world().get(path, { as: people.merchant });
      const page = await world().get(`/v/${certificate.code}?format=json`);
      expect(page.body.readings).toContainEqual(expect.objectContaining({ report }));
      const stations = page.body.timeline.map(({ station }: { station: { en: string } }) => station.en);
      expect(stations).toEqual(expect.arrayContaining(['Sample sent to a laboratory', 'Laboratory report filed']));
      const html = await world().get(`/v/${certificate.code}`);
      expect(html.text).toContain(`外部检测：示例检测中心（CMA 220000000001），报告 ${number}`);

      const doubtful = `/api/v1/reports/${id}/certificates`;
      await withdraw(id, laboratory);
      expect((await world().get(doubtful, { as: people.reviewer })).body.items).toMatchObject([{ id: certificate.id }]);
      expect((await world().get(doubtful, { as: laboratory })).status).toBe(403);
      const after = await world().get(`/v/${certificate.code}?format=json`);
      expect(after.body.timeline.at(-1).station.en).toBe('Laboratory report withdrawn');
    });

    it('lets nothing leave, and does not come back, once its report is withdrawn', async () => {
      const { unitId, inspectionId, photo, id } = await waiting();
      const sign = { as: people.reviewer, body: { decision: 'sign' } };
      await world().post(`/api/v1/inspections/${inspectionId}/reviews`, sign);
      const { certificateId } = await certified(world(), people.reviewer, { unitId, inspectionId, photo });
      await labelledUnit(world(), people, unitId);
      await withdraw(id, laboratory);
      const body = { unitIds: [unitId], carrierName: '示例速运', waybill: 'SF1000000077' };
      const shipped = await world().post('/api/v1/shipments', { as: people.shipper, body });
      expect(shipped.body).toMatchObject({ status: 409, code: 'certificates.rests-on-withdrawn' });
      const path = `/api/v1/units/${unitId}/pick-up-order`;
      const fetched = await world().post(path, { as: people.shipper, body: { by: 'buyer' } });
      expect(fetched.body).toMatchObject({ status: 409, code: 'certificates.rests-on-withdrawn' });
      const change = { as: people.reviewer, body: { reason: { zh: '报告已撤回' } } };
      expect((await world().post(`/api/v1/certificates/${certificateId}/suspension`, change)).status).toBe(201);
      const back = await world().post(`/api/v1/certificates/${certificateId}/reinstatement`, change);
      expect(back.body).toMatchObject({ status: 409, code: 'certificates.rests-on-withdrawn' });
    });

    it('is not issued on a report that was withdrawn', async () => {
      const { unitId, inspectionId, id } = await waiting();
      await world().post(`/api/v1/inspections/${inspectionId}/reviews`, {
        as: people.reviewer,
        body: { decision: 'sign' },
      });
      await withdraw(id, laboratory);
      const refused = await world().post(`/api/v1/units/${unitId}/certificates`, { as: people.reviewer, body: {} });
      expect(refused.body).toMatchObject({ status: 409, code: 'certificates.report-withdrawn' });
    });
  });

  describe('a report that stands', () => {
    const cadmium = (value: string) => [{ item: 'SHR-CD', value: { kind: 'number', value, unit: 'NA' } }];
    const own = SHRIMP_READINGS.filter(({ item }) => item === 'SHR-CD');

    it('is not read away: what the warehouse finds otherwise is undecided until one of the two is withdrawn', async () => {
      const sample = await sentSample(world(), people);
      const { inspectionId } = sample;
      const id = await filedReport(world(), laboratory, sample, { results: cadmium('0.9') });
      expect(await itemOf(inspectionId, 'SHR-CD')).toMatchObject({ verdict: 'fail' });
      const path = `/api/v1/inspections/${inspectionId}`;
      const readings = SHRIMP_READINGS;
      expect((await world().post(`${path}/readings`, { as: people.inspector, body: { readings } })).status).toBe(201);
      expect(await itemOf(inspectionId, 'SHR-CD')).toMatchObject({ verdict: 'undecided', reading: { report: null } });
      await world().post(`${path}/submission`, { as: people.inspector });
      const sign = { as: people.reviewer, body: { decision: 'sign' } };
      expect((await world().post(`${path}/reviews`, sign)).body.code).toBe('inspection.undecided');
      await withdraw(id, laboratory);
      expect(await seen(inspectionId)).toMatchObject({ state: 'awaiting-review', verdict: 'pass' });
    });

    it('is not withdrawn by whoever signs then', async () => {
      const sample = await sentSample(world(), people);
      const path = `/api/v1/inspections/${sample.inspectionId}`;
      const id = await filedReport(world(), laboratory, sample, { results: cadmium('0.9') });
      await world().post(`${path}/readings`, { as: people.inspector, body: { readings: SHRIMP_READINGS } });
      await world().post(`${path}/submission`, { as: people.inspector });
      await withdraw(id, people.reviewer);
      const sign = (as: Caller): Promise<Answer> => world().post(`${path}/reviews`, { as, body: { decision: 'sign' } });
      expect((await sign(people.reviewer)).body.code).toBe('inspection.same-person');
      expect((await sign(await world().account(people.warehouseId, 'warehouse', 'reviewer'))).status).toBe(201);
    });

    it('is not outdone by another laboratory', async () => {
      const first = await sentSample(world(), people);
      await filedReport(world(), laboratory, first, { results: cadmium('0.9') });
      const laboratoryId = await newLaboratory(world(), people.admin);
      const other = await world().account(laboratoryId, 'laboratory', 'laboratory');
      const body = sampleBody({ laboratoryId }, first.photo);
      const sent = await world().post(`/api/v1/units/${first.unitId}/samples`, { as: people.inspector, body });
      const second = { id: newId(sent.body, 'sample') ?? '', sealNo: 'sealNo' in body ? String(body.sealNo) : '' };
      const results = [{ item: 'SHR-CD', value: own[0]?.value }];
      await filedReport(world(), other, { ...first, ...second }, { results });
      expect(await itemOf(first.inspectionId, 'SHR-CD')).toMatchObject({ verdict: 'undecided' });
    });
  });

  describe('a withdrawn report', () => {
    it.each(['reviewer', 'laboratory'] as const)('counts no longer: by the %s', async (who) => {
      const sample = await sentSample(world(), people);
      const as = who === 'laboratory' ? laboratory : people.reviewer;
      const id = await filedReport(world(), laboratory, sample);
      expect((await withdraw(id, as)).status).toBe(201);
      expect(await itemOf(sample.inspectionId, 'SHR-CD')).toMatchObject({
        verdict: 'undecided',
        reading: { report: { isWithdrawn: true } },
      });
      expect((await withdraw(id, as)).body.code).toBe('reports.already-withdrawn');
    });

    it('leaves what was read after it, and brings nothing back', async () => {
      const own = SHRIMP_READINGS.filter(({ item }) => item === 'SHR-CD');
      const read = (id: string): Promise<Answer> =>
        world().post(`/api/v1/inspections/${id}/readings`, { as: people.inspector, body: { readings: own } });
      const after = await sentSample(world(), people);
      const first = await filedReport(world(), laboratory, after);
      await read(after.inspectionId);
      await withdraw(first, laboratory);
      expect(await itemOf(after.inspectionId, 'SHR-CD')).toMatchObject({ verdict: 'pass', reading: { report: null } });
      const before = await sentSample(world(), people);
      await read(before.inspectionId);
      await withdraw(await filedReport(world(), laboratory, before), laboratory);
      expect(await itemOf(before.inspectionId, 'SHR-CD')).toMatchObject({ verdict: 'undecided' });
    });

    it('leaves nothing to sign in what waits for a review', async () => {
      const { inspectionId, id } = await waiting();
      expect(await seen(inspectionId)).toMatchObject({ state: 'awaiting-review', verdict: 'pass' });
      await withdraw(id, laboratory);
      expect(await seen(inspectionId)).toMatchObject({ state: 'awaiting-review', verdict: 'undecided' });
      const path = `/api/v1/inspections/${inspectionId}/reviews`;
      const signed = await world().post(path, { as: people.reviewer, body: { decision: 'sign' } });
      expect(signed.body.code).toBe('inspection.undecided');
    });

    it('is withdrawn by nobody else', async () => {
      const id = await filedReport(world(), laboratory, await sentSample(world(), people));
      const other = await world().account(await newLaboratory(world(), people.admin), 'laboratory', 'laboratory');
      expect((await withdraw(id, other)).status).toBe(404);
      for (const as of [people.merchant, people.inspector]) expect((await withdraw(id, as)).status).toBe(403);
    });
  });

  /** Submitted, with everything read and cadmium by the laboratory. */
  async function waiting(): Promise<SentSample & { readonly number: string }> {
    const sample = await sentSample(world(), people);
    const readings = SHRIMP_READINGS.filter(({ item }) => item !== 'SHR-CD');
    const path = `/api/v1/inspections/${sample.inspectionId}`;
    await world().post(`${path}/readings`, { as: people.inspector, body: { readings } });
    const number = `BG-${sample.sealNo}`;
    const id = await filedReport(world(), laboratory, sample, { number });
    await world().post(`${path}/submission`, { as: people.inspector });
    return { ...sample, id, number };
  }
});
