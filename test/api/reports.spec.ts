import { LedgerHead } from '../../src/ledger/ledger.entity.js';
import { type DemoWarehouse, demoWarehouse, numberOf } from '../support/catalog.js';
import { SHRIMP_READINGS, startedInspection } from '../support/inspection.js';
import {
  changeLaboratory,
  filedReport,
  newLaboratory,
  reportBody,
  reportPdf,
  type SentSample,
  sentSample,
  uploadedReport,
} from '../support/reports.js';
import { type Answer, type Caller, describeOnBoth } from '../support/world.js';

describeOnBoth('reports of laboratories', (world) => {
  let people: DemoWarehouse;
  let laboratory: Caller;
  beforeAll(async () => {
    people = await demoWarehouse(world());
    laboratory = await world().account(people.laboratoryId, 'laboratory', 'laboratory');
  });

  const file = (sample: SentSample, body: object, as: Caller = people.inspector): Promise<Answer> =>
    world().post(`/api/v1/samples/${sample.id}/reports`, { as, body });
  const withdraw = (id: string, as: Caller): Promise<Answer> =>
    world().post(`/api/v1/reports/${id}/withdrawal`, { as, body: { reason: '检测机构发现样品弄混' } });
  const seen = async (id: string): Promise<Answer['body']> =>
    (await world().get(`/api/v1/inspections/${id}`, { as: people.inspector })).body;
  const itemOf = async (id: string, code: string): Promise<Answer['body']> =>
    (await seen(id)).items.find((item: { code: string }) => item.code === code);
  const size = async (): Promise<number> => (await world().database.reader.findOne(LedgerHead, { id: 1 }))?.size ?? -1;

  /** Files a report that differs as told from what was sent; answers its refusal's code, and sees that nothing was written. */
  async function refusedFiling(changes: object, sample?: SentSample): Promise<string> {
    const of = sample ?? (await sentSample(world(), people));
    const body = await reportBody(world(), people.inspector, of, changes);
    const before = await size();
    const answer = await file(of, body);
    expect(await size()).toBe(before);
    return answer.status >= 400 ? answer.body.code : 'taken';
  }

  describe('a report', () => {
    it('filed by its laboratory counts as a reading, with its uncertainty and without an instrument', async () => {
      const sample = await sentSample(world(), people);
      expect(await itemOf(sample.inspectionId, 'SHR-CD')).toMatchObject({ reading: null, verdict: 'undecided' });
      const id = await filedReport(world(), laboratory, sample, { number: 'bg 2026-001' });
      const item = await itemOf(sample.inspectionId, 'SHR-CD');
      expect(item).toMatchObject({
        verdict: 'pass',
        reading: {
          value: { kind: 'number', value: '0.06', unit: 'NA', uncertainty: '0.01' },
          instrument: null,
          report: { id, number: 'bg 2026-001', laboratoryId: people.laboratoryId, isWithdrawn: false },
        },
      });
      const { body } = await world().get(`/api/v1/reports/${id}`, { as: laboratory });
      expect(body).toMatchObject({ id, state: 'filed', number: 'bg 2026-001', items: ['SHR-CD'] });
      expect((await world().get(`/api/v1/samples/${sample.id}`, { as: laboratory })).body.state).toBe('reported');
      const stored = await world().get(`/api/v1/reports/${id}/file`, { as: people.merchant });
      expect(stored.headers['content-type']).toBe('application/pdf');
      expect(stored.headers['content-disposition']).toContain('attachment');
      expect(stored.text).toMatch(/^%PDF-1\.7/);
      expect((await world().get(`/api/v1/reports/${id}/file`, { as: people.otherMerchant })).status).toBe(404);
    });

    it.each([
      ['too much', '0.60', 'fail'],
      ['within uncertainty of the limit', '0.50', 'undecided'],
    ])('of %s decides as a reading does', async (_, value, verdict) => {
      const sample = await sentSample(world(), people);
      const cadmium = { kind: 'number', value, unit: 'NA', uncertainty: '0.01' };
      await filedReport(world(), people.inspector, sample, { results: [{ item: 'SHR-CD', value: cadmium }] });
      expect(await itemOf(sample.inspectionId, 'SHR-CD')).toMatchObject({ verdict });
    });

    it('is refused in a file that is stored, but was not uploaded for this sample', async () => {
      const sample = await sentSample(world(), people);
      expect(await refusedFiling({ fileSha256: sample.photo }, sample)).toBe('reports.file-missing');
      const other = await sentSample(world(), people);
      const pdf = reportPdf();
      const fileSha256 = await uploadedReport(world(), people.inspector, other.id, pdf);
      expect(await refusedFiling({ fileSha256 }, sample)).toBe('reports.file-missing');
      await uploadedReport(world(), laboratory, sample.id, pdf);
      const before = await size();
      await uploadedReport(world(), people.inspector, sample.id, pdf);
      expect(await size()).toBe(before);
      expect(await filedReport(world(), people.inspector, sample, { fileSha256 })).toHaveLength(36);
    });

    it('has no file for a sample that was cancelled', async () => {
      const { id } = await sentSample(world(), people);
      const cancelling = { as: people.reviewer, body: { reason: '送错样品' } };
      await world().post(`/api/v1/samples/${id}/cancellation`, cancelling);
      const pdf = { as: laboratory, body: reportPdf(), headers: { 'content-type': 'application/pdf' } };
      const answer = await world().post(`/api/v1/samples/${id}/files`, pdf);
      expect(answer.body.code).toBe('reports.sample-cancelled');
    });

    it.each([
      [
        'reports.item-not-asked',
        { results: [{ item: 'SHR-PB', value: { kind: 'number', value: '0.1', unit: 'NA' } }] },
      ],
      ['inspection.unit-missing', { results: [{ item: 'SHR-CD', value: { kind: 'number', value: '1', unit: null } }] }],
      ['inspection.value-malformed', { results: [{ item: 'SHR-CD', value: 7 }] }],
      ['reports.issued-in-future', { issuedOn: '2039-01-01' }],
      ['reports.issued-before-sent', { issuedOn: '2020-01-01' }],
      ['reports.file-missing', { fileSha256: 'b'.repeat(64) }],
      ['reports.photo-differs', { photoFits: false }],
      ['reports.seal-differs', { sealNo: 'S-0' }],
      ['reports.mass-malformed', { mass: { value: '0', unit: 'GRM' } }],
      ['reports.mass-differs', { mass: { value: '500.1', unit: 'GRM' } }],
    ])('is refused with %s: %p', async (code, changes) => {
      expect(await refusedFiling(changes)).toBe(code);
    });

    it('is refused with the same item twice', async () => {
      const result = { item: 'SHR-CD', value: { kind: 'number', value: '0.06', unit: 'NA' } };
      expect(await refusedFiling({ results: [result, result] })).toBe('reports.item-twice');
    });

    it('does not tell a wrong guess what was sent', async () => {
      const sample = await sentSample(world(), people, { mass: { value: '612.3', unit: 'GRM' } });
      for (const changes of [{ sealNo: 'S-0' }, { mass: { value: '1', unit: 'GRM' } }]) {
        const body = await reportBody(world(), laboratory, sample, changes);
        const answer = await file(sample, body, laboratory);
        expect(answer.status).toBe(409);
        expect(answer.text).not.toContain(sample.sealNo);
        expect(answer.text).not.toContain('612.3');
      }
    });

    it('is refused when its laboratory has lost the scope, or the accreditation, since', async () => {
      const laboratoryId = await newLaboratory(world(), people.admin);
      const sample = await sentSample(world(), { ...people, laboratoryId });
      await changeLaboratory(world(), people.admin, laboratoryId, { scope: ['GB 1'] });
      expect(await refusedFiling({}, sample)).toBe('reports.out-of-scope');
      await changeLaboratory(world(), people.admin, laboratoryId, { validUntil: '2020-12-31' });
      expect(await refusedFiling({}, sample)).toBe('reports.accreditation-expired');
    });

    it('is not used for two units: neither its number nor its file, not even once it is withdrawn', async () => {
      const sample = await sentSample(world(), people);
      const fileSha256 = await uploadedReport(world(), people.inspector, sample.id);
      const id = await filedReport(world(), people.inspector, sample, { number: 'BG-TZ/1', fileSha256 });
      for (const number of [' bg-tz / 1', 'BG\u2013TZ/1', 'BG-TZ/1\u200b', 'BG\u00ad-TZ/1']) {
        expect(await refusedFiling({ number })).toBe('reports.number-used');
      }
      expect(await refusedFiling({ fileSha256 })).toBe('reports.file-used');
      expect(await refusedFiling({ number: 'BG-TZ/1' }, sample)).toBe('reports.already-filed');
      await withdraw(id, people.reviewer);
      expect(await refusedFiling({ number: 'BG-TZ/1' })).toBe('reports.number-used');
      expect(await refusedFiling({ fileSha256 })).toBe('reports.file-used');
      const corrected = await reportBody(world(), laboratory, sample, { number: 'BG-TZ/1', fileSha256 });
      expect((await file(sample, corrected, laboratory)).status).toBe(201);
    });

    it('of another laboratory may bear the same number', async () => {
      const laboratoryId = await newLaboratory(world(), people.admin);
      await filedReport(world(), people.inspector, await sentSample(world(), people), { number: 'BG-SAME' });
      const other = await sentSample(world(), { ...people, laboratoryId });
      expect((await filedReport(world(), people.inspector, other, { number: 'BG-SAME' })).length).toBe(36);
    });

    it('filed for two units at once counts for one', async () => {
      for (const same of ['file', 'number']) {
        const [one, two] = [await sentSample(world(), people), await sentSample(world(), people)];
        const pdf = reportPdf();
        const fileSha256 = await uploadedReport(world(), people.inspector, one.id, pdf);
        await uploadedReport(world(), people.inspector, two.id, pdf);
        const shared = same === 'file' ? { fileSha256 } : { number: 'BG-RACE' };
        const bodies = [
          await reportBody(world(), people.inspector, one, shared),
          await reportBody(world(), people.inspector, two, shared),
        ] as const;
        const answers = await Promise.all([file(one, bodies[0]), file(two, bodies[1])]);
        expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409]);
        expect(answers.find(({ status }) => status === 409)?.body.code).toBe(`reports.${same}-used`);
      }
    });

    it('is filed by nobody else', async () => {
      const sample = await sentSample(world(), people);
      const body = await reportBody(world(), people.inspector, sample);
      for (const as of [people.merchant, people.receiver, people.admin]) {
        expect((await file(sample, body, as)).status).toBe(403);
      }
    });

    it('that comes after its inspection was signed keeps the certificate back, and counts in the next one', async () => {
      const sample = await sentSample(world(), people);
      const { inspectionId, unitId } = sample;
      const readings = [...SHRIMP_READINGS];
      const path = `/api/v1/inspections/${inspectionId}`;
      await world().post(`${path}/readings`, { as: people.inspector, body: { readings } });
      await world().post(`${path}/submission`, { as: people.inspector });
      expect((await world().post(`${path}/reviews`, { as: people.reviewer, body: { decision: 'sign' } })).status).toBe(
        201,
      );
      const issue = () => world().post(`/api/v1/units/${unitId}/certificates`, { as: people.reviewer, body: {} });
      expect((await issue()).body.code).toBe('certificates.sample-out');
      expect(await refusedFiling({}, sample)).toBe('inspection.not-open');

      const again = { as: people.reviewer, body: { reason: { zh: '检测报告迟到' } } };
      expect((await world().post(`/api/v1/units/${unitId}/reinspection`, again)).status).toBe(201);
      const next = await startedInspection(world(), people.inspector, unitId);
      const report = await filedReport(world(), people.inspector, sample);
      expect((await world().get(`/api/v1/reports/${report}`, { as: people.inspector })).body.inspectionId).toBe(next);
    });

    it('is refused once its inspection is submitted', async () => {
      const sample = await sentSample(world(), people);
      await world().post(`/api/v1/inspections/${sample.inspectionId}/submission`, { as: people.inspector });
      expect(await refusedFiling({}, sample)).toBe('inspection.not-open');
    });

    it.each([
      ['a web page', '<html>', 'application/pdf', 'reports.file-unreadable'],
      ['half a PDF', '%PDF-1.7 and no end', 'application/pdf', 'reports.file-unreadable'],
      ['JSON', '{"a":1}', 'application/json', 'reports.file-unreadable'],
      ['more than 8 MiB', `%PDF-1.7${'x'.repeat(8 * 1_048_576)}%%EOF`, 'application/pdf', 'http.body-too-large'],
    ])('whose file is %s is not taken', async (_, body, type, code) => {
      const { id } = await sentSample(world(), people);
      const call = { as: laboratory, body: type === 'application/json' ? body : Buffer.from(body) };
      const answer = await world().post(`/api/v1/samples/${id}/files`, { ...call, headers: { 'content-type': type } });
      expect(answer.body.code).toBe(code);
    });

    it('makes who filed it a participant, who cannot sign', async () => {
      const sample = await sentSample(world(), people);
      await world().post(`/api/v1/inspections/${sample.inspectionId}/readings`, {
        as: people.inspector,
        body: { readings: SHRIMP_READINGS.filter(({ item }) => item !== 'SHR-CD') },
      });
      await filedReport(world(), people.reviewer, sample);
      await world().post(`/api/v1/inspections/${sample.inspectionId}/submission`, { as: people.inspector });
      const path = `/api/v1/inspections/${sample.inspectionId}/reviews`;
      const signed = await world().post(path, { as: people.reviewer, body: { decision: 'sign' } });
      expect(signed.body.code).toBe('inspection.same-person');
      expect((await seen(sample.inspectionId)).inspectors).toEqual([await numberOf(world(), people.inspector)]);
    });
  });
});
