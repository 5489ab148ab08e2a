import { filmingProjection } from '../../src/modules/filming/index.js';
import { unitsProjection } from '../../src/modules/units/index.js';
import { ATTRIBUTES, type DemoWarehouse, demoWarehouse } from '../support/catalog.js';
import { photoBytes, startedInspection, takenPhoto } from '../support/inspection.js';
import { announced, BRACELET_LINE } from '../support/intake.js';
import { differencesAfterReplay } from '../support/replayed.js';
import { type Answer, type Caller, describeOnBoth } from '../support/world.js';

const KINDS = [
  'product-express-pic',
  'packaging-box-panoramic-video',
  'unboxing-panoramic-video',
  'single-product-detail-panoramic-video',
];

const CRAB_LINE = {
  name: '活梭子蟹',
  categoryId: 'live-swimming-crab',
  kind: 'lot',
  quantity: { value: '2', unit: 'KGM' },
  attributes: ATTRIBUTES['live-swimming-crab'],
  declared: { quantity: '2 kg', skuName: '活梭子蟹', documents: '承诺达标合格证' },
  lotNo: 'X20261122',
};

describeOnBoth('goods that their merchant films', (world, kind) => {
  let people: DemoWarehouse;
  beforeAll(async () => {
    people = await demoWarehouse(world());
  });

  const post = (path: string, as: Caller, body?: object): Promise<Answer> => world().post(path, { as, body });
  const unit = async (id: string) => (await world().get(`/api/v1/units/${id}`, { as: people.reviewer })).body;
  const done = async (answering: Promise<Answer>): Promise<Answer> => {
    const answer = await answering;
    if (answer.status >= 300) throw new Error(answer.text);
    return answer;
  };
  const film = (text: string) => Buffer.concat([Buffer.from([0, 0, 0, 16]), Buffer.from(`ftypisom${text}`)]);
  const send = async (unitId: string, file: string, as = people.merchant, text = file): Promise<Answer> => {
    const isPicture = file === 'product-express-pic';
    const headers = { 'content-type': isPicture ? 'image/jpeg' : 'video/mp4' };
    const body = isPicture ? await photoBytes(90) : film(text);
    return world().post(`/api/v1/units/${unitId}/packing-files/${file}`, { as, body, headers });
  };
  const filmed = async (files = KINDS): Promise<string> => {
    const consignmentId = await announced(world(), people, [CRAB_LINE]);
    const path = `/api/v1/consignments/${consignmentId}/lines/1/filming`;
    const { body } = await done(post(path, people.merchant, { quantity: CRAB_LINE.quantity }));
    const id = body.entries.find((entry: { kind: string }) => entry.kind === 'units.unit-registered').subjects[0].id;
    for (const file of files) await done(send(id, file));
    return id;
  };
  const audited = async (unitId: string, refused: string[] = []): Promise<void> => {
    const inspection = await startedInspection(world(), people.inspector, unitId);
    const value = (item: string) => ({ kind: 'boolean', value: !refused.includes(item) });
    const readings = ['FILM-1', 'FILM-2', 'FILM-3', 'FILM-4'].map((item) => ({ item, value: value(item) }));
    const path = `/api/v1/inspections/${inspection}`;
    await done(post(`${path}/readings`, people.inspector, { readings }));
    await takenPhoto(world(), people.inspector, inspection);
    await done(post(`${path}/submission`, people.inspector));
    await done(post(`${path}/reviews`, people.reviewer, { decision: 'sign' }));
  };

  it('are audited, certified, labelled by the merchant and shipped by the merchant', async () => {
    const id = await filmed();
    await audited(id);
    expect(await unit(id)).toMatchObject({
      flow: 'merchant-films',
      stage: 'packed',
      gates: { inspection: expect.any(String), packaging: expect.any(String), labelling: null },
    });
    const { body: checks } = await world().get(`/api/v1/units/${id}/consistency`, { as: people.reviewer });
    const open = checks.findings.filter(({ outcome }: { outcome: string }) => outcome === 'undecided');
    const confirmations = open.map(({ rule }: { rule: string }) => ({ rule, note: '看过视频' }));
    await done(post(`/api/v1/units/${id}/certificates`, people.reviewer, { confirmations }));
    const { body } = await world().get(`/api/v1/certificates?unitId=${id}`, { as: people.reviewer });
    const page = await world().get(`/v/${body.items[0].code}?format=json`);
    expect(page.body.notCovered[0].zh).toContain('本仓未检测、未接触该商品');
    expect(page.body.readings.map(({ name }: { name: { zh: string } }) => name.zh)).toContain('商品开箱全景视频');
    expect(page.body.timeline[0].station.zh).toBe('登记（商家自行拍摄打包）');
    expect(page.body.notTested.length).toBeGreaterThan(20);
    await done(post(`/api/v1/units/${id}/labels`, people.merchant, { copies: 1 }));
    expect((await world().get(`/api/v1/units/${id}/labels.pdf`, { as: people.merchant })).status).toBe(200);
    const { text } = await world().get(`/console/units/${id}`, { as: people.merchant });
    expect(text).toContain('labels.pdf?from=1&amp;to=1"');
    await done(post(`/api/v1/units/${id}/labelling`, people.merchant));
    const handOver = { carrierName: '示例速运', waybill: 'SF-88', unitIds: [id] };
    expect((await post('/api/v1/shipments', people.otherMerchant, handOver)).status).toBe(404);
    expect((await post('/api/v1/shipments', people.merchant, handOver)).status).toBe(201);
    expect(await unit(id)).toMatchObject({ stage: 'shipped' });
  });

  it('are not looked at before all four files are there', async () => {
    const id = await filmed(KINDS.slice(0, 3));
    const early = await post(`/api/v1/units/${id}/inspections`, people.inspector);
    expect(early.body).toMatchObject({ status: 409, code: 'filming.files-missing' });
    expect(early.body.detail).toContain('商品单个细节全景视频');
    await done(send(id, KINDS[3] ?? ''));
    expect((await post(`/api/v1/units/${id}/inspections`, people.inspector)).status).toBe(201);
    expect((await send(id, KINDS[3] ?? '', people.merchant, '另一段')).body.code).toBe('units.wrong-stage');
  });

  it('wait for their certificate with reviewers, and for nothing with packers', async () => {
    const id = await filmed();
    await audited(id);
    const home = async (as: Caller) => (await world().get('/console', { as })).text;
    expect(await home(people.reviewer)).toContain(`/console/units/${id}`);
    expect(await home(people.packer)).not.toContain(id);
    expect((await world().get('/console/labels', { as: people.packer })).text).not.toContain(id);
  });

  it('pass also under a hold that waited for their audit, which is released afterwards', async () => {
    const id = await filmed();
    const releasing = { roles: ['reviewer'], isOtherPerson: true, condition: 'inspection-signed' };
    const hold = { code: 'goods-doubtful', reason: '疑似换货', releasing };
    const held = await done(post(`/api/v1/units/${id}/holds`, people.inspector, hold));
    await audited(id);
    expect(await unit(id)).toMatchObject({ stage: 'packed', isOnHold: true });
    const release = `/api/v1/units/${id}/holds/${held.body.entries[0].subjects[1].id}/release`;
    expect((await post(release, people.reviewer, { reason: '已核对' })).status).toBe(201);
  });

  it('fail when one file is refused, and pass once another one came', async () => {
    const id = await filmed();
    await audited(id, ['FILM-3']);
    expect(await unit(id)).toMatchObject({ stage: 'failed', gates: { packaging: null } });
    await done(send(id, KINDS[2] ?? '', people.merchant, '重拍'));
    await audited(id);
    expect(await unit(id)).toMatchObject({ stage: 'packed' });
  });

  it('send files that are what they should be, of their own goods', async () => {
    const id = await filmed([]);
    const path = `/api/v1/units/${id}/packing-files`;
    expect((await send(id, 'something')).status).toBe(404);
    expect((await send(id, KINDS[1] ?? '', people.otherMerchant)).status).toBe(404);
    expect((await send(id, KINDS[1] ?? '', people.receiver)).status).toBe(403);
    const mp4 = { 'content-type': 'video/mp4' };
    const text = Buffer.from('not a film at all');
    const wrong = await world().post(`${path}/${KINDS[1]}`, { as: people.merchant, body: text, headers: mp4 });
    expect(wrong.body).toMatchObject({ status: 422, code: 'filming.film-expected' });
    const picture = await world().post(`${path}/${KINDS[0]}`, { as: people.merchant, body: film('x'), headers: mp4 });
    expect(picture.body).toMatchObject({ status: 422, code: 'filming.picture-expected' });
    await done(send(id, KINDS[1] ?? ''));
    const { body } = await world().get(path, { as: people.reviewer });
    expect(body).toMatchObject({ files: [{ kind: KINDS[1], mediaType: 'video/mp4' }], missing: { length: 3 } });
    const bytes = await world().get(`${path}/${KINDS[1]}`, { as: people.reviewer });
    expect(bytes.bytes).toEqual(film(KINDS[1] ?? ''));
    expect((await world().get(`${path}/${KINDS[1]}`, { as: people.otherMerchant })).status).toBe(404);
  });

  it('take no film on any other route', async () => {
    const answer = await world().post('/api/v1/units', { body: film('x'), headers: { 'content-type': 'video/mp4' } });
    expect(answer.status).toBe(415);
  });

  it('are of a category that has it so, in a warehouse that does not test all itself', async () => {
    const bracelet = await announced(world(), people, [BRACELET_LINE]);
    const wrong = await post(`/api/v1/consignments/${bracelet}/lines/1/filming`, people.merchant, { count: 1 });
    expect(wrong.body).toMatchObject({ status: 409, code: 'intake.not-filmed' });
    const strict = await demoWarehouse(world());
    const rule = { isFilmingRefused: true, reason: '全部自检' };
    await done(world().put('/api/v1/flow-rule', { as: strict.admin, body: rule }));
    const id = await announced(world(), strict, [CRAB_LINE]);
    const path = `/api/v1/consignments/${id}/lines/1/filming`;
    const refused = await post(path, strict.merchant, { quantity: CRAB_LINE.quantity });
    expect(refused.body).toMatchObject({ status: 409, code: 'intake.filming-refused' });
    // The page says what is set, so that saving it does not take it back.
    const page = await world().get('/console/flow-rule', { as: strict.admin });
    expect(page.text).toMatch(/name="isFilmingRefused"[^>]* checked/);
  });

  it('do not count on the clock of a warehouse that never had them', async () => {
    const id = await filmed([]);
    const { body } = await world().get('/api/v1/deadlines/units?limit=200', { as: people.admin });
    expect(body.items.map(({ unitId }: { unitId: string }) => unitId)).not.toContain(id);
  });

  it('are the same after a replay', async () => {
    for (const each of [unitsProjection, filmingProjection]) {
      expect(await differencesAfterReplay(world(), kind, each)).toEqual([]);
    }
  });
});
