import { newId } from '../../src/ledger/index.js';
import { inspectionProjection } from '../../src/modules/inspection/index.js';
import { samplingProjection } from '../../src/modules/sampling/index.js';
import { drawnNumbers } from '../../src/modules/sampling/sample-draw.rules.js';
import { sha256 } from '../../src/platform/keys/sha256.js';
import { type DemoWarehouse, demoWarehouse, numberOf } from '../support/catalog.js';
import { startedInspection } from '../support/inspection.js';
import { receivedBracelet, receivedShrimpLot } from '../support/intake.js';
import { differencesAfterReplay } from '../support/replayed.js';
import {
  IN_MASS,
  IN_PACKAGES,
  otherReadings,
  rootOfTiles,
  SAMPLED,
  sampleReading,
  signed,
  signedLot,
  startedLot,
} from '../support/sampling.js';
import { type Answer, type Caller, describeOnBoth } from '../support/world.js';

describeOnBoth('the sampling of lots', (world, kind) => {
  let people: DemoWarehouse;
  beforeAll(async () => {
    people = await demoWarehouse(world());
  });

  const act = (id: string, what: string, as: Caller, body?: object): Promise<Answer> =>
    world().post(`/api/v1/inspections/${id}/${what}`, { as, body });
  const seen = async (id: string, as = people.inspector): Promise<Answer['body']> =>
    (await world().get(`/api/v1/inspections/${id}`, { as })).body;
  const itemOf = async (id: string): Promise<Answer['body']> =>
    (await seen(id)).items.find(({ code }: { code: string }) => code === SAMPLED);
  const read = (id: string, ...of: Parameters<typeof sampleReading>): Promise<Answer> =>
    act(id, 'readings', people.inspector, { readings: [sampleReading(...of)] });

  /** A warehouse of its own, whose stream of lots nobody else moves. */
  const fresh = (): Promise<DemoWarehouse> => demoWarehouse(world());
  const streams = async (of: DemoWarehouse, as = of.admin): Promise<Answer['body']> =>
    (await world().get('/api/v1/sampling/streams', { as })).body.items;

  it('is fixed at the start for a lot that came by the piece', async () => {
    const { id } = await startedLot(world(), people, IN_PACKAGES);
    const { sampling } = await seen(id);
    expect(sampling).toMatchObject({ lotSize: 600, isStated: false, isFull: false, standing: 'normal' });
    expect(await itemOf(id)).toMatchObject({
      scheme: {
        kind: 'sample',
        letter: 'J',
        n: 80,
        grades: [
          { grade: 'MA', aql: '2.5', letter: 'J', n: 80, Ac: 5, Re: 6 },
          { grade: 'MI', aql: '4.0', letter: 'J', n: 80, Ac: 7, Re: 8 },
        ],
      },
      limit: { zh: expect.stringMatching(/^GB\/T 2828\.1-2012 水平 II 正常一次，字码 J，600 件中看 80 件；/) },
      verdict: 'undecided',
    });
  });

  it('rejects at once, and accepts only the whole sample', async () => {
    const { id } = await startedLot(world(), people, IN_PACKAGES);
    const steps = [
      [10, { MA: 5 }, 'undecided'],
      [11, { MA: 6 }, 'fail'],
      [79, { MA: 5, MI: 7 }, 'undecided'],
      [80, { MA: 5, MI: 7 }, 'pass'],
      [80, { MA: 5, MI: 8 }, 'fail'],
      [80, {}, 'pass'],
      [undefined, {}, 'undecided'],
    ] as const;
    for (const [sampled, counts, verdict] of steps) {
      expect((await read(id, sampled, counts)).status).toBe(201);
      expect([sampled, (await itemOf(id)).verdict]).toEqual([sampled, verdict]);
    }
  });

  it('refuses more defective packages than were looked at', async () => {
    const { id } = await startedLot(world(), people, IN_PACKAGES);
    const answer = await read(id, 3, { MA: 2, MI: 2 });
    expect([answer.status, answer.body.code]).toEqual([422, 'inspection.defects-over-sample']);
    const value = { kind: 'defects', defects: [], sampled: -1 };
    const wrong = await act(id, 'readings', people.inspector, { readings: [{ item: SAMPLED, value }] });
    expect(wrong.body.code).toBe('inspection.value-malformed');
  });

  it('needs a count of a lot that came by mass', async () => {
    const { id } = await startedLot(world(), people, IN_MASS);
    expect((await itemOf(id)).scheme).toMatchObject({ kind: 'none', why: 'lot-size' });
    await read(id, 80);
    expect(await itemOf(id)).toMatchObject({
      verdict: 'undecided',
      reason: { zh: expect.stringMatching(/请清点件数/) },
    });
  });

  it('takes the count from who stands there, once', async () => {
    const { id } = await startedLot(world(), people, IN_MASS);
    expect((await act(id, 'lot-size', people.receiver, { packages: 600 })).status).toBe(201);
    expect((await seen(id)).sampling).toMatchObject({ lotSize: 600, isStated: true });
    expect((await itemOf(id)).scheme).toMatchObject({ letter: 'J', n: 80 });
    const late = await act(id, 'lot-size', people.inspector, { packages: 601 });
    expect([late.status, late.body.code]).toEqual([409, 'inspection.sample-begun']);
    expect((await act(id, 'lot-size', people.admin, { packages: 500 })).body.code).toBe('inspection.sample-begun');
    const corrected = await act(id, 'lot-size', people.admin, { packages: 500, reason: '数错一箱' });
    expect(corrected.status).toBe(201);
    expect((await itemOf(id)).scheme).toMatchObject({ letter: 'H', n: 50 });
    expect((await act(id, 'lot-size', people.admin, { packages: 500 })).body.entries).toEqual([]);
  });

  it('draws no second sample for whoever took back what was seen of the first', async () => {
    const { id } = await startedLot(world(), people, IN_MASS);
    await read(id, 1);
    await act(id, 'withdrawals', people.inspector, { item: SAMPLED, reading: 1 });
    const late = await act(id, 'lot-size', people.inspector, { packages: 600 });
    expect([late.status, late.body.code]).toEqual([409, 'inspection.sample-begun']);
  });

  it('counts nothing that came by the piece, is no lot, or is not sampled', async () => {
    const { id } = await startedLot(world(), people, IN_PACKAGES);
    expect((await act(id, 'lot-size', people.inspector, { packages: 5 })).body.code).toBe('inspection.lot-counted');
    for (const unitId of [await receivedBracelet(world(), people), await receivedShrimpLot(world(), people)]) {
      const other = await startedInspection(world(), people.inspector, unitId);
      expect((await seen(other)).sampling).toBeNull();
      const answer = await act(other, 'lot-size', people.inspector, { packages: 5 });
      expect([answer.status, answer.body.code]).toEqual([409, 'inspection.not-sampled']);
      const full = await act(other, 'full-inspection', people.admin, { reason: '理由' });
      expect(full.body.code).toBe('inspection.not-sampled');
    }
  });

  it('lets nobody else count or decide', async () => {
    const { id } = await startedLot(world(), people, IN_MASS);
    const stranger = await fresh();
    const count = { packages: 10 };
    expect((await act(id, 'lot-size', people.merchant, count)).status).toBe(403);
    expect((await act(id, 'lot-size', people.packer, count)).status).toBe(403);
    expect((await act(id, 'lot-size', stranger.inspector, count)).status).toBe(404);
    expect((await act(id, 'full-inspection', people.inspector, { reason: '理由' })).status).toBe(403);
    expect((await act(id, 'full-inspection', stranger.admin, { reason: '理由' })).status).toBe(404);
    for (const body of [{}, { packages: 0 }, { packages: 1.5 }, { packages: '10' }, { ...count, more: 1 }]) {
      expect((await act(id, 'lot-size', people.inspector, body)).status).toBe(422);
    }
    expect((await act(id, 'full-inspection', people.admin, {})).status).toBe(422);
  });

  it('looks at everything when an administrator decides so', async () => {
    const { id } = await startedLot(world(), people, IN_MASS);
    const early = await act(id, 'full-inspection', people.admin, { reason: '新商家' });
    expect([early.status, early.body.code]).toEqual([409, 'inspection.lot-uncounted']);
    await act(id, 'lot-size', people.inspector, { packages: 40 });
    expect((await act(id, 'full-inspection', people.admin, { reason: '新商家' })).status).toBe(201);
    expect((await itemOf(id)).scheme).toMatchObject({ severity: 'full', n: 40, letter: null });
    await read(id, 39);
    expect((await itemOf(id)).verdict).toBe('undecided');
    await read(id, 40);
    expect((await itemOf(id)).verdict).toBe('pass');
    await read(id, 40, { MI: 1 });
    expect((await itemOf(id)).verdict).toBe('fail');
    expect((await act(id, 'full-inspection', people.admin, { reason: '再说' })).body.entries).toEqual([]);
  });

  it('is signed with the verdict, on the certificate’s terms', async () => {
    const { id, unitId } = await signedLot(world(), people, { sampled: 80, counts: { MI: 2 } });
    expect(await seen(id)).toMatchObject({ state: 'signed', verdict: 'pass' });
    const { limit, reading } = await itemOf(id);
    expect(limit.en).toMatch(/80 of 600; critical ≤0; major AQL 2\.5 Ac 5 Re 6/);
    expect(reading.value).toMatchObject({ sampled: 80 });
    const body = { confirmations: [{ rule: 'r-expiry', note: '包装上印有保质期，未过期' }] };
    const issued = await world().post(`/api/v1/units/${unitId}/certificates`, { as: people.reviewer, body });
    expect(issued.text).toContain('certificates.issued');
    const certificate = newId(issued.body, 'certificate') ?? '';
    const content = await world().get(`/api/v1/certificates/${certificate}/content`, { as: people.reviewer });
    const result = content.body.results.find(({ code }: { code: string }) => code === SAMPLED);
    expect(result).toMatchObject({
      value: '看 80 件：破损(轻微) 2',
      limit: { zh: expect.stringMatching(/600 件中看 80 件/) },
      standard: 'GB/T 2828.1-2012，仓内规程 示例',
      sample: { lotSize: 600, n: 80, sampled: 80 },
    });
    expect(result.sample.grades).toMatchObject([
      { grade: 'CR', Ac: 0, Re: 1, found: 0 },
      { grade: 'MA', aql: '2.5', Ac: 5, Re: 6, found: 0 },
      { grade: 'MI', aql: '4.0', Ac: 7, Re: 8, found: 2 },
    ]);
    const page = await world().get(`/v/${content.body.code}`);
    expect(page.text).toContain('一批 600 件，应看 80 件，看了 80 件');
    expect(page.text).toContain('看 80 件：破损(轻微) 2');
  });

  it('is drawn by the log, so that anybody draws the same from the public tiles', async () => {
    const { id } = await startedLot(world(), people, IN_PACKAGES);
    const { sampling } = await seen(id);
    const { drawn } = (await itemOf(id)).scheme;
    expect(await rootOfTiles(world(), sampling.treeSize)).toBe(sampling.root);
    const seed = { root: sampling.root, inspectionId: id, item: SAMPLED };
    expect(drawn).toEqual(drawnNumbers(sha256, seed, { lotSize: 600, n: 80 }));
    await read(id, 3);
    expect((await itemOf(id)).scheme.drawn).toEqual(drawn);
    const other = await startedLot(world(), people, IN_PACKAGES);
    expect((await itemOf(other.id)).scheme.drawn).not.toEqual(drawn);
  });

  it('keeps the standing of a merchant’s lots, and has no table for tightened inspection', async () => {
    const own = await fresh();
    await signedLot(world(), own, { sampled: 80 });
    expect(await streams(own)).toMatchObject([{ severity: 'normal', recent: '+', lots: 1 }]);
    for (let lot = 0; lot < 2; lot++) await signedLot(world(), own, { sampled: 20, counts: { MA: 6 } });
    expect(await streams(own)).toMatchObject([{ severity: 'tightened', recent: '', lots: 3, notAccepted: 0 }]);

    const { id } = await startedLot(world(), own, IN_PACKAGES);
    const of = async () => (await world().get(`/api/v1/inspections/${id}`, { as: own.inspector })).body;
    const item = async () => (await of()).items.find(({ code }: { code: string }) => code === SAMPLED);
    expect((await of()).sampling.standing).toBe('tightened');
    expect((await item()).scheme).toMatchObject({ kind: 'none', why: 'tightened' });
    await act(id, 'readings', own.inspector, { readings: [sampleReading(80)] });
    expect(await item()).toMatchObject({
      verdict: 'undecided',
      reason: { zh: expect.stringMatching(/加严.*全数检验/) },
    });
    await act(id, 'full-inspection', own.admin, { reason: '加严表没有出处' });
    await signed(world(), own, id, [...otherReadings(IN_PACKAGES), sampleReading(600)]);
    expect(await streams(own)).toMatchObject([{ severity: 'tightened', recent: '+', lots: 4 }]);
    expect(await streams(own, people.admin)).not.toContainEqual(
      expect.objectContaining({ warehouseId: own.warehouseId }),
    );
    expect(await streams(own, own.merchant)).toHaveLength(1);
    expect(await streams(own, own.otherMerchant)).toEqual([]);
  });

  it('counts a lot once, and no lot whose sample says nothing', async () => {
    const own = await fresh();
    const { unitId } = await signedLot(world(), own, { sampled: 80, counts: { MA: 6 } });
    const again = await startedInspection(world(), own.inspector, unitId);
    await signed(world(), own, again, [...otherReadings(IN_PACKAGES), sampleReading(80)]);
    expect(await streams(own)).toMatchObject([{ recent: '-', lots: 1 }]);

    const unfinished = await startedLot(world(), own, IN_PACKAGES);
    const bad = otherReadings(IN_PACKAGES).map((reading) =>
      reading.item === 'DSS-SENS' ? { ...reading, value: { kind: 'boolean', value: false } as const } : reading,
    );
    await signed(world(), own, unfinished.id, [...bad, sampleReading(10)]);
    const full = await startedLot(world(), own, IN_PACKAGES);
    await act(full.id, 'full-inspection', own.admin, { reason: '抽查' });
    await signed(world(), own, full.id, [...otherReadings(IN_PACKAGES), sampleReading(600, { MI: 1 })]);
    expect(await streams(own)).toMatchObject([{ recent: '-', lots: 1 }]);
  });

  it('stops after five lots more, and goes on when an administrator says that the supplier has acted', async () => {
    const own = await fresh();
    for (let lot = 0; lot < 2; lot++) await signedLot(world(), own, { sampled: 6, counts: { MA: 6 } });
    const [{ id }] = await streams(own);
    const resume = (as: Caller, body: object = { reason: '已更换包装机' }) =>
      world().post(`/api/v1/sampling/streams/${id}/resumption`, { as, body });
    expect((await resume(own.admin)).body.code).toBe('sampling.not-stopped');
    for (let lot = 0; lot < 5; lot++) await signedLot(world(), own, { sampled: 6, counts: { CR: 1 } });
    expect(await streams(own)).toMatchObject([{ severity: 'discontinued', notAccepted: 5, lots: 7 }]);
    expect((await resume(own.inspector)).status).toBe(403);
    expect((await resume(people.admin)).status).toBe(404);
    expect((await resume(own.admin, {})).status).toBe(422);
    expect((await resume(own.admin)).status).toBe(201);
    expect(await streams(own)).toMatchObject([{ severity: 'tightened', recent: '', notAccepted: 0 }]);
  });

  it('is chosen in a plan, by a person of the warehouse and with an AQL of the table', async () => {
    const by = await numberOf(world(), people.admin);
    const publish = (change: object) => {
      const rule = { item: 'SHR-PKG', level: 'II', aql: { MA: '2.5' }, source: '仓内规程 示例', by, ...change };
      const choice = { categoryId: 'frozen-shrimp', adds: ['SHR-PKG'], limits: [], reason: '抽样' };
      return world().post('/api/v1/plans', { as: people.admin, body: { ...choice, sampling: [rule] } });
    };
    const refusals = [
      [{ aql: { MA: '2.6' } }, 'catalog.sampling-aql-unknown'],
      [{ aql: {} }, 'catalog.sampling-without-aql'],
      [{ item: 'SHR-SENS' }, 'catalog.sampling-of-other'],
      [{ by: '9999' }, 'catalog.limit-by-unknown'],
    ] as const;
    for (const [change, code] of refusals) expect((await publish(change)).body.code).toBe(code);
    for (const change of [{ level: 'I' }, { aql: { XX: '2.5' } }, { aql: null }, { aql: { MA: 2.5 } }, { more: 1 }]) {
      expect((await publish(change)).status).toBe(422);
    }
    const answer = await publish({});
    const plan = await world().get(`/api/v1/plans/${newId(answer.body, 'plan') ?? ''}`, { as: people.admin });
    const item = plan.body.items.find(({ code }: { code: string }) => code === 'SHR-PKG');
    expect(item).toMatchObject({ sampling: { level: 'II', aql: { MA: '2.5' } }, limitBy: 'warehouse' });
  });

  it('is replayed from the log', async () => {
    for (const projection of [samplingProjection, inspectionProjection]) {
      expect(await differencesAfterReplay(world(), kind, projection)).toEqual([]);
    }
  });
});
