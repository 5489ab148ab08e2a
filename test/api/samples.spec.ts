import { LedgerDisclosure, LedgerSubject } from '../../src/ledger/ledger.entity.js';
import { type DemoWarehouse, demoWarehouse, numberOf, staffOf } from '../support/catalog.js';
import { newId } from '../../src/ledger/index.js';
import { takenPhoto } from '../support/inspection.js';
import { newWarehouse } from '../support/parties.js';
import {
  filedReport,
  newLaboratory,
  openShrimpLot,
  reportBody,
  sampleBody,
  type SentSample,
  sentSample,
} from '../support/reports.js';
import { type Answer, type Caller, describeOnBoth } from '../support/world.js';

const DAY = 86_400_000;

describeOnBoth('samples for laboratories', (world) => {
  let people: DemoWarehouse;
  let laboratory: Caller;
  beforeAll(async () => {
    people = await demoWarehouse(world());
    laboratory = await world().account(people.laboratoryId, 'laboratory', 'laboratory');
  });

  const send = (unitId: string, body: object, as: Caller = people.inspector): Promise<Answer> =>
    world().post(`/api/v1/units/${unitId}/samples`, { as, body });
  const file = (sample: SentSample, body: object, as: Caller = people.inspector): Promise<Answer> =>
    world().post(`/api/v1/samples/${sample.id}/reports`, { as, body });

  async function refusedSending(changes: object): Promise<string> {
    const { unitId, photo } = await openShrimpLot(world(), people);
    const answer = await send(unitId, sampleBody(people, photo, changes));
    return answer.status >= 400 ? answer.body.code : 'taken';
  }

  describe('a sample', () => {
    it('is seen by its warehouse, its merchant and its laboratory', async () => {
      const sample = await sentSample(world(), people);
      const path = `/api/v1/samples/${sample.id}`;
      const whole = { id: sample.id, unitId: sample.unitId, state: 'sent', photos: [sample.photo] };
      for (const as of [people.inspector, people.merchant]) {
        const { body } = await world().get(path, { as });
        expect(body).toMatchObject({ ...whole, sealNo: sample.sealNo, mass: { value: '500.0', unit: 'GRM' } });
      }
      expect((await world().get(path, { as: laboratory })).body).toMatchObject(whole);
    });

    it('does not tell its laboratory the seal and the mass, but is found by the seal', async () => {
      const sample = await sentSample(world(), people);
      const found = await world().get(`/api/v1/samples?sealNo=${sample.sealNo.toLowerCase()}`, { as: laboratory });
      expect(found.body.items).toMatchObject([{ id: sample.id, sealNo: null, mass: null }]);
    });

    it('tells nobody the seal by the public part of its entry', async () => {
      const { id, sealNo } = await sentSample(world(), people);
      const { reader } = world().database;
      const entry = await reader.findOne(LedgerSubject, { type: 'sample', id });
      const said = await reader.findOne(LedgerDisclosure, { idx: entry?.idx ?? -1, grp: 'public' });
      expect(said?.content).toContain('SHR-CD');
      expect(said?.content).not.toContain(sealNo);
    });

    it('shows its laboratory those photographs that went with it, and no other', async () => {
      const sample = await sentSample(world(), people);
      const other = await takenPhoto(world(), people.inspector, sample.inspectionId, 200);
      const photo = (hash: string): Promise<Answer> =>
        world().get(`/api/v1/samples/${sample.id}/photos/${hash}`, { as: laboratory });
      expect((await photo(sample.photo)).status).toBe(200);
      expect((await photo(other)).status).toBe(404);
      expect((await world().get(`/api/v1/photos/${sample.photo}`, { as: laboratory })).status).toBe(404);
    });

    it('is unknown to others', async () => {
      const sample = await sentSample(world(), people);
      const elsewhere = await staffOf(world(), await newWarehouse(world(), '别的质检仓'));
      const other = await world().account(await newLaboratory(world(), people.admin), 'laboratory', 'laboratory');
      for (const as of [people.otherMerchant, elsewhere.inspector, other]) {
        expect((await world().get(`/api/v1/samples/${sample.id}`, { as })).status).toBe(404);
        expect((await world().get('/api/v1/samples', { as })).body.items).toEqual([]);
      }
      const body = await reportBody(world(), people.inspector, sample);
      expect((await file(sample, body, other)).body.code).toBe('reports.sample-unknown');
      expect((await file(sample, body, elsewhere.inspector)).body.code).toBe('reports.sample-unknown');
      const wish = sampleBody(people, sample.photo);
      expect((await send(sample.unitId, wish, elsewhere.inspector)).status).toBe(404);
    });

    it.each(['receiver', 'packer', 'merchant'] as const)('is not sent by a %s', async (role) => {
      const { unitId, photo } = await openShrimpLot(world(), people);
      expect((await send(unitId, sampleBody(people, photo), people[role])).status).toBe(403);
    });

    it.each([
      ['reports.out-of-scope', { items: ['SHR-TVBN'] }],
      ['http.invalid-body', { items: ['SHR-CD', 'SHR-CD'] }],
      ['http.invalid-body', { photos: [] }],
      ['inspection.item-unknown', { items: ['SHR-NONE'] }],
      ['inspection.item-left-out', { items: ['SHR-NET'] }],
      ['reports.photo-of-other', { photos: ['a'.repeat(64)] }],
      ['reports.mass-malformed', { mass: { value: '0', unit: 'GRM' } }],
      ['reports.mass-malformed', { mass: { value: '3', unit: 'H87' } }],
    ])('is refused with %s: %p', async (code, changes) => {
      expect(await refusedSending(changes)).toBe(code);
    });

    it('is not sent to whom is no laboratory', async () => {
      expect(await refusedSending({ laboratoryId: people.merchantId })).toBe('parties.wrong-kind');
    });

    it('is not sent to a laboratory whose accreditation has ended', async () => {
      const laboratoryId = await newLaboratory(world(), people.admin, { validUntil: '2020-12-31' });
      expect(await refusedSending({ laboratoryId })).toBe('reports.accreditation-expired');
    });

    it('takes a seal once', async () => {
      const sample = await sentSample(world(), people);
      expect(await refusedSending({ sealNo: ` ${sample.sealNo.toLowerCase()} ` })).toBe('reports.seal-used');
    });

    it('needs an open inspection', async () => {
      const { unitId, inspectionId, photo } = await openShrimpLot(world(), people);
      await world().post(`/api/v1/inspections/${inspectionId}/submission`, { as: people.inspector });
      expect((await send(unitId, sampleBody(people, photo))).body.code).toBe('reports.inspection-missing');
    });

    it('is cancelled by somebody else than its sender until it is reported', async () => {
      const cancel = ({ id }: SentSample, as = people.reviewer): Promise<Answer> =>
        world().post(`/api/v1/samples/${id}/cancellation`, { as, body: { reason: '封签破损' } });
      const sample = await sentSample(world(), people);
      const body = await reportBody(world(), people.inspector, sample);
      expect((await cancel(sample, people.inspector)).body.code).toBe('reports.sample-person-same');
      expect((await cancel(sample)).status).toBe(201);
      expect((await cancel(sample)).body.code).toBe('reports.sample-cancelled');
      expect((await file(sample, body)).body.code).toBe('reports.sample-cancelled');
      const reported = await sentSample(world(), people);
      await filedReport(world(), people.inspector, reported);
      expect((await cancel(reported)).body.code).toBe('reports.sample-reported');
    });
  });

  describe('the tolerance of masses', () => {
    const path = '/api/v1/samples/mass-tolerance';
    const set = (as: Caller, body: object): Promise<Answer> => world().put(path, { as, body });

    it('is the warehouse’s own, answered for by a person of it', async () => {
      const other = await demoWarehouse(world());
      const by = await numberOf(world(), other.admin);
      const rule = { percent: '1', source: '仓内规程 示例', by };
      expect((await world().get(path, { as: other.admin })).body).toMatchObject({ percent: null, source: null });
      expect((await set(other.inspector, rule)).status).toBe(403);
      expect((await set(other.admin, { ...rule, by: 'Y9999' })).body.code).toBe('reports.person-unknown');
      expect((await set(other.admin, { ...rule, percent: '101' })).body.code).toBe('reports.percent-outside');
      expect((await set(other.admin, { ...rule, percent: '-1' })).body.code).toBe('reports.percent-outside');
      expect((await set(other.admin, rule)).status).toBe(200);
      expect((await world().get(path, { as: other.inspector })).body).toMatchObject(rule);

      const sample = await sentSample(world(), other);
      const at = (value: string): Promise<object> =>
        reportBody(world(), other.inspector, sample, { mass: { value, unit: 'GRM' } });
      expect((await file(sample, await at('505.1'), other.inspector)).body.code).toBe('reports.mass-outside');
      expect((await file(sample, await at('505.0'), other.inspector)).status).toBe(201);
      expect((await set(other.admin, { source: '取消', by })).status).toBe(200);
      expect((await world().get(path, { as: other.admin })).body).toMatchObject({ percent: null, source: '取消' });
    });
  });

  describe('the rate of disagreements', () => {
    it('counts pairs of the same item of the same unit, and says nothing of others', async () => {
      const other = await demoWarehouse(world());
      const rates = async (as: Caller): Promise<Answer['body']> =>
        (await world().get('/api/v1/reports/retests', { as })).body.laboratories;
      expect(await rates(other.reviewer)).toEqual([]);
      const cadmium = (value: string) => ({ kind: 'number', value, unit: 'NA' });
      for (const [own, outside] of [
        ['0.06', '0.05'],
        ['0.06', '0.90'],
        [undefined, '0.05'],
      ] as const) {
        const sample = await sentSample(world(), other);
        const readings = [{ item: 'SHR-CD', value: cadmium(own ?? ''), instrument: 'A-06' }];
        const path = `/api/v1/inspections/${sample.inspectionId}/readings`;
        if (own !== undefined) await world().post(path, { as: other.inspector, body: { readings } });
        const results = [{ item: 'SHR-CD', value: cadmium(outside) }];
        await filedReport(world(), other.inspector, sample, { results });
      }
      const rate = { laboratoryId: other.laboratoryId, disagreeing: 1, decided: 2, undecided: 0 };
      expect(await rates(other.reviewer)).toMatchObject([rate]);
      expect((await world().get('/api/v1/reports/retests', { as: people.packer })).status).toBe(403);
      const ahead = new Date(Date.parse(world().clock.now()) + 2 * DAY).toISOString().slice(0, 10);
      const since = await world().get(`/api/v1/reports/retests?since=${ahead}`, { as: other.reviewer });
      expect(since.body).toEqual({ since: ahead, laboratories: [] });
    });
  });

  it('names the parts of a new sample in its receipt', async () => {
    const { unitId, photo } = await openShrimpLot(world(), people);
    const { body } = await send(unitId, sampleBody(people, photo));
    expect(newId(body, 'sample')).toHaveLength(36);
  });
});
