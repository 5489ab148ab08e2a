import { newId } from '../../src/ledger/index.js';
import { Repacking, RepackingLot, Unit } from '../../src/modules/units/index.js';
import { demoWarehouse, type DemoWarehouse } from '../support/catalog.js';
import { certified, certifiedShrimpLot, labelledUnit, packed } from '../support/certificates.js';
import { SHRIMP_READINGS, startedInspection, takenPhoto } from '../support/inspection.js';
import { receivedBracelet, receivedShrimpLot } from '../support/intake.js';
import { lookedAt } from '../support/pages.js';
import { IN_PACKAGES, otherReadings, sampleReading, signed, signedLot } from '../support/sampling.js';
import { type Answer, describeOnBoth } from '../support/world.js';

const kg = (value: string) => ({ value, unit: 'KGM' });
const wish = (taken: string, children: readonly string[], loss = '0', rest: object = {}) => ({
  taken: kg(taken),
  children: children.map((value) => ({ quantity: kg(value) })),
  loss: kg(loss),
  ...(loss === '0' ? {} : { lossReason: '冰屑' }),
  ...rest,
});

describeOnBoth('repacking', (world) => {
  let people: DemoWarehouse;
  beforeAll(async () => {
    people = await demoWarehouse(world());
  });

  const repack = (unitId: string, body: object, as = people.packer): Promise<Answer> =>
    world().post(`/api/v1/units/${unitId}/repacking`, { as, body });
  const unit = async (id: string) => (await world().get(`/api/v1/units/${id}`, { as: people.merchant })).body;
  const genealogy = async (id: string) =>
    (await world().get(`/api/v1/units/${id}/genealogy`, { as: people.merchant })).body;
  const childrenIn = ({ body }: Answer): string[] =>
    body.entries
      .filter(({ kind }: { kind: string }) => kind === 'units.unit-registered')
      .map(({ subjects }: { subjects: { id: string }[] }) => subjects[0]?.id ?? '');

  it('counts no lot of a repacking for the stream of its merchant, since its goods came before', async () => {
    const own = await demoWarehouse(world());
    const { unitId } = await signedLot(world(), own, { sampled: 80 });
    const body = { taken: IN_PACKAGES, children: [{ quantity: IN_PACKAGES }], loss: { value: '0', unit: 'H87' } };
    const [child = ''] = childrenIn(await repack(unitId, body, own.packer));
    const id = await startedInspection(world(), own.inspector, child);
    await signed(world(), own, id, [...otherReadings(IN_PACKAGES), sampleReading(80)]);
    const { body: streams } = await world().get('/api/v1/sampling/streams', { as: own.admin });
    expect(streams.items).toMatchObject([{ recent: '+', lots: 1 }]);
  });

  it('parts a lot, keeps the remainder in the books and begins the new lots anew', async () => {
    const source = await receivedShrimpLot(world(), people);
    const answer = await repack(source, wish('200', ['120', '79.5'], '0.5'));
    expect(answer.status).toBe(201);
    expect(newId(answer.body, 'repacking')).toBeDefined();
    const [first = '', second = ''] = childrenIn(answer);
    expect(await unit(source)).toMatchObject({
      stage: 'received',
      quantity: kg('300'),
      declared: { quantity: '300 kg' },
    });
    expect(await unit(first)).toMatchObject({ stage: 'received', quantity: kg('120'), lotNo: 'L20261102' });
    expect(await unit(second)).toMatchObject({ quantity: kg('79.5'), productionDay: '2026-11-02' });
  });

  it('is refused out of balance, naming the difference, and moves nothing', async () => {
    const source = await receivedShrimpLot(world(), people);
    const { status, body } = await repack(source, wish('200', ['120', '79.5']));
    expect([status, body.code]).toEqual([409, 'repacking.out-of-balance']);
    expect(body.detail).toContain('0.5 kg');
    expect(await unit(source)).toMatchObject({ quantity: kg('500') });
  });

  it('never takes more than is left, however often it is asked', async () => {
    const source = await receivedShrimpLot(world(), people);
    const answers = await Promise.all(['300', '300', '300'].map((value) => repack(source, wish(value, [value]))));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409, 409]);
    expect(await unit(source)).toMatchObject({ quantity: kg('200') });
  });

  it('traces both ways over generations and over a mix', async () => {
    const first = await receivedShrimpLot(world(), people);
    const other = await receivedShrimpLot(world(), people, { lotNo: 'L20261103' });
    const [half = ''] = childrenIn(await repack(first, wish('250', ['250'])));
    const others = [{ unitId: other, taken: kg('100') }];
    const [mix = ''] = childrenIn(await repack(half, wish('250', ['350'], '0', { others })));
    const { backward, forward } = await genealogy(mix);
    expect(
      backward.flatMap(({ sources }: { sources: { lotNo: string }[] }) => sources.map(({ lotNo }) => lotNo)),
    ).toEqual(['L20261102', 'L20261103', 'L20261102']);
    expect(forward).toEqual([]);
    expect((await genealogy(first)).forward).toHaveLength(2);
    expect(await unit(mix)).toMatchObject({ lotNo: 'L20261102、L20261103' });
    expect(await unit(half)).toMatchObject({ stage: 'repacked', quantity: kg('0') });
  });

  it('of a sealed lot takes all of it, voids its labels and ends its certificate for everybody', async () => {
    const { unitId, code } = await certifiedShrimpLot(world(), people);
    const { labels } = await labelledUnit(world(), people, unitId, 2);
    expect((await repack(unitId, wish('100', ['100']))).body.code).toBe('repacking.sealed-in-part');
    expect((await repack(unitId, wish('500', ['250', '250']))).status).toBe(201);
    expect(await unit(unitId)).toMatchObject({ stage: 'repacked', quantity: kg('0') });
    const copies = await world().get(`/api/v1/units/${unitId}/labels`, { as: people.packer });
    expect(copies.body.items.map(({ state }: { state: string }) => state)).toEqual(['spoiled', 'spoiled']);
    expect((await world().get(`/v/${code}?format=json`)).body.certificate.state).toBe('revoked');
    expect((await world().get(`/v/${labels[0]?.code}`)).text).toContain('作废');
    const hold = await world().post(`/api/v1/units/${unitId}/holds`, { as: people.admin, body: { reason: '查' } });
    expect(hold.body.code).toBe('units.wrong-stage');
  });

  it('of a part of a certified lot suspends the certificate until another takes its place', async () => {
    const lot = await certifiedShrimpLot(world(), people);
    expect((await repack(lot.unitId, wish('200', ['200']))).status).toBe(201);
    const state = async () =>
      (await world().get(`/api/v1/certificates/${lot.certificateId}`, { as: people.merchant })).body.state;
    expect(await state()).toBe('suspended');
    const change = { as: people.reviewer, body: { reason: { zh: '恢复' } } };
    const back = await world().post(`/api/v1/certificates/${lot.certificateId}/reinstatement`, change);
    expect(back.body).toMatchObject({ status: 409, code: 'certificates.quantity-changed' });
    const body = { supersedes: lot.certificateId };
    const issued = await world().post(`/api/v1/units/${lot.unitId}/certificates`, { as: people.reviewer, body });
    expect(issued.status).toBe(201);
    expect(await state()).toBe('superseded');
    const listed = await world().get(`/api/v1/certificates?unitId=${lot.unitId}&state=valid`, { as: people.merchant });
    const content = await world().get(`/api/v1/certificates/${listed.body.items[0].id}/content`, {
      as: people.merchant,
    });
    expect(content.body.unit.quantity).toEqual(kg('300'));
  });

  it('makes lots whose own page names their sources by number, and no party or amount', async () => {
    const source = await receivedShrimpLot(world(), people);
    const [child = ''] = childrenIn(await repack(source, wish('120', ['120'])));
    const inspectionId = await startedInspection(world(), people.inspector, child);
    const path = `/api/v1/inspections/${inspectionId}`;
    const readings = SHRIMP_READINGS.map((reading) =>
      reading.item === 'SHR-QTY' ? { ...reading, value: { kind: 'number', value: '120', unit: 'KGM' } } : reading,
    );
    expect((await world().post(`${path}/readings`, { as: people.inspector, body: { readings } })).status).toBe(201);
    const photo = await takenPhoto(world(), people.inspector, inspectionId);
    await world().post(`${path}/submission`, { as: people.inspector });
    await world().post(`${path}/reviews`, { as: people.reviewer, body: { decision: 'sign' } });
    const { code } = await certified(world(), people.reviewer, { unitId: child, inspectionId, photo });
    const { body } = await world().get(`/v/${code}?format=json`);
    expect(body.repackedFrom).toMatchObject({ lotNos: ['L20261102'], sources: 1 });
    expect(body.proofs.facts).toContainEqual(expect.objectContaining({ fact: '/repackedFrom/lotNos', at: '/lotNos' }));
    expect((await world().get(`/v/${code}`)).text).toContain('分装');
    await packed(world(), people.packer, child);
  });

  it('is for receivers and packers, of goods of their own warehouse, that are lots', async () => {
    const source = await receivedShrimpLot(world(), people);
    const piece = await receivedBracelet(world(), people);
    const stranger = await demoWarehouse(world());
    expect((await repack(source, wish('1', ['1']), people.inspector)).status).toBe(403);
    expect((await repack(source, wish('1', ['1']), stranger.packer)).status).toBe(404);
    expect((await repack(piece, wish('1', ['1']))).body.code).toBe('repacking.not-a-lot');
    expect((await repack(source, { ...wish('1', ['1']), more: 1 })).status).toBe(422);
    const foreign = [{ unitId: await receivedShrimpLot(world(), stranger), taken: kg('1') }];
    expect((await repack(source, wish('1', ['2'], '0', { others: foreign }))).status).toBe(404);
    const trace = await world().get(`/api/v1/units/${source}/genealogy`, { as: people.otherMerchant });
    expect(trace.status).toBe(404);
  });

  it('has pages that say what is left, what came of it, and when it cannot be done', async () => {
    const source = await receivedShrimpLot(world(), people);
    const { zh, en } = await lookedAt(world(), people.packer, `/console/repacking/${source}`);
    expect([zh, en]).toEqual([expect.stringMatching(/余量\s500/), expect.stringMatching(/500\skg left/)]);
    expect((await lookedAt(world(), people.packer, `/console/repacking/${source}?rows=12`)).zh).toContain('第 12 批');
    const [child = ''] = childrenIn(await repack(source, wish('500', ['499'], '1')));
    expect((await lookedAt(world(), people.packer, `/console/repacking/${source}`)).zh).toContain('现在不能分装');
    for (const id of [source, child]) {
      const page = await lookedAt(world(), people.packer, `/console/units/${id}`);
      expect([page.zh, page.en]).toEqual([expect.stringContaining('分装谱系'), expect.stringContaining('Repacking')]);
      expect(page.zh).toContain('冰屑');
    }
  });

  it('keeps in every repacking what went in and what came out, to the last digit', async () => {
    const { reader } = world().database;
    const [repackings, lots] = [await reader.find(Repacking, {}), await reader.find(RepackingLot, {})];
    expect(repackings.length).toBeGreaterThan(0);
    for (const { id, lossValue } of repackings) {
      const grams = (role: string) =>
        lots
          .filter((lot) => lot.repackingId === id && lot.role === role)
          .reduce((sum, { value }) => sum + Math.round(Number(value) * 1000), 0);
      expect(grams('source')).toBe(grams('child') + Math.round(Number(lossValue) * 1000));
    }
    const units = await reader.find(Unit, {});
    expect(units.filter(({ quantityValue }) => quantityValue.startsWith('-'))).toEqual([]);
  });
});
