import sharp from 'sharp';
import { photosOf } from '../../src/modules/inspection/index.js';
import { demoWarehouse, type DemoWarehouse, staffOf } from '../support/catalog.js';
import { BRACELET_READINGS, photoBytes, startedInspection, takenPhoto } from '../support/inspection.js';
import { receivedBracelet } from '../support/intake.js';
import { newWarehouse } from '../support/parties.js';
import { type Answer, type Caller, describeOnBoth } from '../support/world.js';

describeOnBoth('readings', (world) => {
  let people: DemoWarehouse;
  let id: string;
  beforeAll(async () => {
    people = await demoWarehouse(world());
  });
  beforeEach(async () => {
    id = await startedInspection(world(), people.inspector, await receivedBracelet(world(), people));
  });

  const record = (body: object, as: Caller = people.inspector): Promise<Answer> =>
    world().post(`/api/v1/inspections/${id}/readings`, { as, body });
  const one = (item: string, value: unknown): Promise<Answer> => record({ readings: [{ item, value }] });
  const seen = async (): Promise<Answer['body']> =>
    (await world().get(`/api/v1/inspections/${id}`, { as: people.inspector })).body;
  const weight = (value: string) => ({
    item: 'CRY-WT',
    value: { kind: 'number', value, unit: 'GRM' },
    instrument: 'B-03',
  });

  it('come from several inspectors, and the last of an item counts', async () => {
    const second = await world().account(people.warehouseId, 'warehouse', 'inspector');
    await record({ readings: [weight('30.00'), ...BRACELET_READINGS.slice(0, 1)] });
    expect((await seen()).items.find(({ code }: { code: string }) => code === 'CRY-WT').verdict).toBe('fail');
    await record({ readings: [weight('21.40')] }, second);
    const { items, inspectors } = await seen();
    const shown = items.find(({ code }: { code: string }) => code === 'CRY-WT');
    expect(shown).toMatchObject({ verdict: 'pass', reading: { value: { value: '21.40' }, times: 2 } });
    expect(new Set(inspectors).size).toBe(2);
  });

  it('do not replace unseen what another read meanwhile', async () => {
    const counted = (times: number) => ({ ...weight('21.40'), seen: times });
    expect((await record({ readings: [counted(0)] })).status).toBe(201);
    const late = await record({ readings: [counted(0)] });
    expect(late.body).toMatchObject({ status: 409, code: 'inspection.read-meanwhile' });
    const item = (await seen()).items.find(({ code }: { code: string }) => code === 'CRY-WT');
    expect(item.readCount).toBe(1);
    expect((await record({ readings: [counted(item.readCount)] })).status).toBe(201);
  });

  it('are taken back by who took them, and the ones before count again', async () => {
    const second = await world().account(people.warehouseId, 'warehouse', 'inspector');
    const withdraw = (reading: number, as: Caller = people.inspector) =>
      world().post(`/api/v1/inspections/${id}/withdrawals`, { as, body: { item: 'CRY-WT', reading } });
    await record({ readings: [weight('21.40')] });
    await record({ readings: [weight('214.0')] });
    expect((await withdraw(2, second)).body).toMatchObject({ status: 403, code: 'inspection.reading-of-other' });
    expect((await withdraw(1)).body).toMatchObject({ status: 409, code: 'inspection.not-last-reading' });
    expect((await withdraw(2)).body.entries).toMatchObject([{ kind: 'inspection.reading-withdrawn' }]);
    expect((await withdraw(2)).body).toMatchObject({ status: 409, code: 'inspection.not-last-reading' });
    const item = (await seen()).items.find(({ code }: { code: string }) => code === 'CRY-WT');
    expect(item).toMatchObject({ verdict: 'pass', readCount: 2, reading: { value: { value: '21.40' } } });
    await withdraw(1);
    await world().post(`/api/v1/inspections/${id}/submission`, { as: second });
    expect((await withdraw(1)).body).toMatchObject({ status: 409, code: 'inspection.not-open' });
  });

  it('of a page of one account are not recorded in the name of another', async () => {
    const call = (accountId: string) =>
      world().post(`/api/v1/inspections/${id}/readings`, {
        as: people.inspector,
        body: { readings: [weight('21.40')] },
        headers: { 'x-account': accountId },
      });
    expect((await call(people.reviewer.accountId)).body).toMatchObject({ status: 401, code: 'http.other-account' });
    expect((await call(people.inspector.accountId)).status).toBe(201);
  });

  it('are one entry each in the log, all or none', async () => {
    const { body } = await record({ readings: BRACELET_READINGS });
    expect(body.entries.map(({ kind }: { kind: string }) => kind)).toEqual(
      BRACELET_READINGS.map(() => 'inspection.reading-recorded'),
    );
    const half = await record({
      readings: [weight('21.40'), { item: 'CRY-NONE', value: { kind: 'text', text: '?' } }],
    });
    expect(half.body).toMatchObject({ status: 422, code: 'inspection.item-unknown' });
    expect((await seen()).items.find(({ code }: { code: string }) => code === 'CRY-WT').reading.times).toBe(1);
  });

  it.each([
    ['an item that is not in the plan', 'CRY-PB', { kind: 'boolean', value: true }, 'inspection.item-unknown'],
    ['an item that does not apply', 'CRY-AU', { kind: 'number', value: '925', unit: 'NX' }, 'inspection.item-left-out'],
    ['a value of another kind', 'CRY-RI', { kind: 'text', text: '1.548' }, 'inspection.value-of-other-kind'],
    ['a JSON number', 'CRY-RI', { kind: 'number', value: 1.548, unit: 'X-ND' }, 'inspection.value-malformed'],
    ['a blank', 'CRY-RI', { kind: 'number', value: '', unit: 'X-ND' }, 'inspection.value-blank'],
    ['a number without its unit', 'CRY-RI', { kind: 'number', value: '1.548', unit: null }, 'inspection.unit-missing'],
    ['another unit', 'CRY-WT', { kind: 'number', value: '21.36', unit: 'MMT' }, 'inspection.unit-differs'],
    ['half a piece', 'CRY-QTY', { kind: 'number', value: '0.5', unit: null }, 'inspection.value-not-whole'],
    ['a choice that is none', 'CRY-OPT', { kind: 'enum', value: '不知道' }, 'inspection.value-not-a-choice'],
    [
      'a file of somewhere else',
      'CRY-MAG',
      { kind: 'opinion', verdict: 'pass', text: '好', files: [{ role: '图', hash: 'a'.repeat(64) }] },
      'inspection.file-unknown',
    ],
  ])('refuse %s and name the item', async (_, item, value, code) => {
    const { body } = await one(item, value);
    expect(body).toMatchObject({ status: 422, code });
    expect(body.detail).toContain(item);
  });

  it('of one item stand once in a request', async () => {
    const { body } = await record({ readings: [weight('21.36'), weight('21.37')] });
    expect(body).toMatchObject({ status: 422, code: 'inspection.item-twice' });
  });

  it.each([
    ['a field that nobody knows', { readings: [{ ...weight('21.36'), remark: 'x' }] }],
    ['no readings', { readings: [] }],
    ['no value', { readings: [{ item: 'CRY-WT' }] }],
    ['no list', { readings: weight('21.36') }],
    ['an instrument that is null', { readings: [{ ...weight('21.36'), instrument: null }] }],
    ['an instrument without a name', { readings: [{ ...weight('21.36'), instrument: ' ' }] }],
  ])('refuse %s by shape', async (_, body) => {
    expect((await record(body)).body).toMatchObject({ status: 422, code: 'http.invalid-body' });
  });

  it('take a blank for nothing: an item that was not read is undecided', async () => {
    await record({ readings: BRACELET_READINGS.filter(({ item }) => item !== 'CRY-APP') });
    const { items, preview } = await seen();
    const defects = items.find(({ code }: { code: string }) => code === 'CRY-APP');
    expect([preview, defects.verdict]).toEqual(['undecided', 'undecided']);
  });

  describe('and photographs', () => {
    const post = (body: unknown, type: string, as = people.inspector): Promise<Answer> =>
      world().post(`/api/v1/inspections/${id}/photos`, { as, body, headers: { 'content-type': type } });

    it('are kept without what the camera says of place and person', async () => {
      const sha256 = await takenPhoto(world(), people.inspector, id, 90);
      const { headers, bytes, status } = await world().get(`/api/v1/photos/${sha256}`, { as: people.merchant });
      expect([status, headers['content-type']]).toEqual([200, 'image/jpeg']);
      expect(headers['cache-control']).toContain('private');
      const kept = await sharp(bytes).metadata();
      expect(kept).toMatchObject({ format: 'jpeg', width: 48, height: 32 });
      expect(kept).not.toHaveProperty('exif');
      expect(await sharp(await photoBytes(90)).metadata()).toHaveProperty('exif');
    });

    it('are recorded once each', async () => {
      const photo = await photoBytes(91);
      expect((await post(photo, 'image/jpeg')).body.entries).toHaveLength(1);
      const again = await post(photo, 'image/jpeg');
      expect([again.status, again.body.entries]).toEqual([201, []]);
      const { unitId, photos } = await seen();
      expect(photos).toHaveLength(1);
      expect(await photosOf(world().database.reader, unitId)).toEqual([photos[0].sha256]);
    });

    it('may be PNG or WebP', async () => {
      const image = sharp(await photoBytes(92));
      expect((await post(await image.png().toBuffer(), 'image/png')).status).toBe(201);
      expect((await post(await image.webp().toBuffer(), 'image/webp')).status).toBe(201);
    });

    it('are photographs', async () => {
      const text = await post(Buffer.from('no photograph'), 'image/jpeg');
      expect(text.body).toMatchObject({ status: 422, code: 'photos.unreadable' });
      const json = await world().post(`/api/v1/inspections/${id}/photos`, { as: people.inspector, body: { a: 1 } });
      expect(json.body).toMatchObject({ status: 422, code: 'inspection.photo-expected' });
      expect((await post(Buffer.from('GIF89a'), 'image/gif')).status).toBe(415);
    });

    it('stand behind readings that name them', async () => {
      const hash = await takenPhoto(world(), people.inspector, id, 93);
      const files = [{ role: '放大照', hash }];
      expect((await one('CRY-MAG', { kind: 'opinion', verdict: 'pass', text: '可见色带', files })).status).toBe(201);
    });

    it('are seen by those who see the unit, and by nobody else', async () => {
      const sha256 = await takenPhoto(world(), people.inspector, id, 94);
      const elsewhere = await staffOf(world(), await newWarehouse(world(), '别的质检仓'));
      const laboratory = await world().account(people.laboratoryId, 'laboratory', 'laboratory');
      for (const as of [elsewhere.inspector, people.otherMerchant, laboratory]) {
        const { body } = await world().get(`/api/v1/photos/${sha256}`, { as });
        expect(body).toMatchObject({ status: 404, code: 'inspection.photo-unknown' });
      }
      expect((await post(await photoBytes(94), 'image/jpeg', elsewhere.inspector)).status).toBe(404);
      expect((await world().get(`/api/v1/photos/${'0'.repeat(64)}`, { as: people.inspector })).status).toBe(404);
      expect((await world().get('/api/v1/photos/..%2f..%2fkeys', { as: people.inspector })).status).toBe(404);
      expect((await world().get(`/api/v1/photos/${sha256}`)).status).toBe(401);
    });
  });
});
