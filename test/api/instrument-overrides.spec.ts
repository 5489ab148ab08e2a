import { InspectionOverride, inspectionProjection } from '../../src/modules/inspection/index.js';
import { SYSTEM_ACTOR } from '../../src/kernel/actor.js';
import { newId } from '../../src/ledger/index.js';
import { inspection, readingRecorded } from '../../src/modules/inspection/inspection.events.js';
import { unit } from '../../src/modules/units/index.js';
import { demoWarehouse, type DemoWarehouse, numberOf, staffOf } from '../support/catalog.js';
import { BRACELET_READINGS, passedBracelet, startedInspection, takenPhoto } from '../support/inspection.js';
import { calibrated, failedCalibration, registeredInstrument } from '../support/instruments.js';
import { receivedBracelet } from '../support/intake.js';
import { newWarehouse } from '../support/parties.js';
import { textOf } from '../support/pdf.js';
import { differencesAfterReplay } from '../support/replayed.js';
import { type Answer, type Caller, describeOnBoth } from '../support/world.js';

const REASON = { zh: '新证书在途，已用标准砝码核对', en: 'The certificate is in the post; checked with weights' };

describeOnBoth('an instrument out of calibration', (world, kind) => {
  let people: DemoWarehouse;
  let codes = 0;
  beforeAll(async () => {
    people = await demoWarehouse(world());
  });

  const act = (id: string, what: string, as: Caller, body?: object): Promise<Answer> =>
    world().post(`/api/v1/inspections/${id}/${what}`, { as, body });
  const seen = async (id: string): Promise<Answer['body']> =>
    (await world().get(`/api/v1/inspections/${id}`, { as: people.inspector })).body;
  const itemOf = async (id: string, code: string): Promise<Answer['body']> =>
    (await seen(id)).items.find((item: { code: string }) => item.code === code);
  const ask = (id: string, instrument: string, as: Caller = people.inspector): Promise<Answer> =>
    act(id, 'overrides', as, { instrument, reason: REASON });
  const decide = (id: string, overrideId: string, as: Caller, decision = 'approve'): Promise<Answer> =>
    act(id, `overrides/${overrideId}/decision`, as, { decision });

  /** A balance of its own for each test, calibrated as told or not at all. */
  async function balance(...calibrations: readonly object[]): Promise<{ id: string; code: string }> {
    const code = `Z-${++codes}`;
    const id = await registeredInstrument(world(), people.admin, { code });
    for (const changes of calibrations) await calibrated(world(), people.admin, id, changes);
    return { id, code };
  }

  async function read(code: string): Promise<{ id: string; unitId: string }> {
    const unitId = await receivedBracelet(world(), people);
    const id = await startedInspection(world(), people.inspector, unitId);
    const readings = BRACELET_READINGS.map((each) => (each.item === 'CRY-WT' ? { ...each, instrument: code } : each));
    expect((await act(id, 'readings', people.inspector, { readings })).status).toBe(201);
    await takenPhoto(world(), people.inspector, id);
    return { id, unitId };
  }

  const expired = { day: '2025-01-01', due: '2025-12-31' };

  it.each([
    ['never calibrated', [], 'none'],
    ['expired', [expired], 'expired'],
    ['failed', [expired, { result: 'fail', due: undefined }], 'failed'],
  ])('%s leaves its item undecided and blocks signing', async (_, calibrations, state) => {
    const { code } = await balance(...calibrations);
    const { id } = await read(code);
    expect(await itemOf(id, 'CRY-WT')).toMatchObject({
      verdict: 'undecided',
      reason: { zh: expect.stringContaining(code) },
    });
    expect((await seen(id)).gaps).toMatchObject([{ code, state, items: ['CRY-WT'], isCovered: false }]);
    await act(id, 'submission', people.inspector);
    expect(await seen(id)).toMatchObject({ verdict: 'undecided', state: 'awaiting-review' });
    const signed = await act(id, 'reviews', people.reviewer, { decision: 'sign' });
    expect(signed.body).toMatchObject({ status: 409, code: 'inspection.undecided' });
  });

  it('decides nothing against the goods, either', async () => {
    const { code } = await balance();
    const { id } = await read(code);
    const wrong = { item: 'CRY-WT', value: { kind: 'number', value: '99', unit: 'GRM' }, instrument: code };
    await act(id, 'readings', people.inspector, { readings: [wrong] });
    expect(await itemOf(id, 'CRY-WT')).toMatchObject({ verdict: 'undecided' });
    await act(id, 'readings', people.inspector, { readings: [{ ...wrong, instrument: 'B-03' }] });
    expect(await itemOf(id, 'CRY-WT')).toMatchObject({ verdict: 'fail' });
    expect((await seen(id)).gaps).toEqual([]);
  });

  it('is let through by two people, with a reason for everybody', async () => {
    const { code } = await balance(expired);
    const { id, unitId } = await read(code);
    const asked = await ask(id, code.toLowerCase());
    expect(asked.status).toBe(201);
    const overrideId = newId(asked.body, 'override') ?? '';
    expect((await ask(id, code, people.reviewer)).body).toMatchObject({
      status: 409,
      code: 'inspection.override-open',
    });
    expect((await decide(id, overrideId, people.reviewer)).status).toBe(201);
    expect((await decide(id, overrideId, people.admin)).body.code).toBe('inspection.override-decided');
    expect((await ask(id, code)).body).toMatchObject({ status: 409, code: 'inspection.override-given' });
    expect(await itemOf(id, 'CRY-WT')).toMatchObject({ verdict: 'pass' });
    await act(id, 'submission', people.inspector);
    expect((await act(id, 'reviews', people.reviewer, { decision: 'sign' })).status).toBe(201);

    const issued = await world().post(`/api/v1/units/${unitId}/certificates`, { as: people.reviewer, body: {} });
    const path = `/api/v1/certificates/${newId(issued.body, 'certificate')}`;
    const [requester, approver] = [await numberOf(world(), people.inspector), await numberOf(world(), people.reviewer)];
    const printed = {
      instrument: `天平 ${code}`,
      state: 'expired',
      until: '2025-12-31',
      reason: REASON,
      requester,
      approver,
    };
    const { body: content } = await world().get(`${path}/content`, { as: people.merchant });
    expect(content.overrides).toEqual([printed]);
    const pages = await textOf((await world().get(`${path}/pdf`, { as: people.merchant })).bytes);
    for (const part of [REASON.zh, REASON.en, requester, approver, `天平 ${code}`]) {
      expect(pages.join('')).toContain(part.replaceAll(/\s/g, ''));
    }
    const { body: certificate } = await world().get(path, { as: people.merchant });
    const page = await world().get(`/v/${certificate.code}?format=json`);
    expect(page.body.overrides).toEqual([printed]);
    expect(page.body.timeline).toContainEqual(
      expect.objectContaining({ station: expect.objectContaining({ zh: '仪器例外获批' }) }),
    );
    const html = await world().get(`/v/${certificate.code}?lang=en`, { headers: { accept: 'text/html' } });
    for (const part of [REASON.en, requester, approver]) expect(html.text).toContain(part);
  });

  it('that nobody let through prints nothing', async () => {
    const { unitId } = await passedBracelet(world(), people);
    const issued = await world().post(`/api/v1/units/${unitId}/certificates`, { as: people.reviewer, body: {} });
    const path = `/api/v1/certificates/${newId(issued.body, 'certificate')}/content`;
    expect((await world().get(path, { as: people.reviewer })).body).not.toHaveProperty('overrides');
  });

  it('is judged anew when it is let through after the submission', async () => {
    const { code } = await balance(expired);
    const { id } = await read(code);
    await act(id, 'submission', people.inspector);
    const overrideId = newId((await ask(id, code)).body, 'override') ?? '';
    expect(await seen(id)).toMatchObject({ verdict: 'undecided' });
    expect((await decide(id, overrideId, people.admin)).status).toBe(201);
    expect(await seen(id)).toMatchObject({ verdict: 'pass', state: 'awaiting-review' });
    expect((await act(id, 'reviews', people.reviewer, { decision: 'sign' })).status).toBe(201);
  });

  it('stays out when a second person declines, and may be asked for again', async () => {
    const { code } = await balance(expired);
    const { id } = await read(code);
    const overrideId = newId((await ask(id, code)).body, 'override') ?? '';
    expect((await decide(id, overrideId, people.reviewer, 'decline')).status).toBe(201);
    expect(await itemOf(id, 'CRY-WT')).toMatchObject({ verdict: 'undecided' });
    expect((await seen(id)).overrides).toMatchObject([{ decision: 'decline', reason: REASON }]);
    expect((await ask(id, code)).status).toBe(201);
  });

  it('takes two people, of whom the second took no part', async () => {
    const both = await world().account(people.warehouseId, 'warehouse', 'inspector', 'reviewer');
    const { code } = await balance(expired);
    const { id } = await read(code);
    await act(id, 'readings', both, { readings: BRACELET_READINGS.slice(0, 1) });
    const own = newId((await ask(id, code, people.reviewer)).body, 'override') ?? '';
    expect((await decide(id, own, people.reviewer)).body).toMatchObject({
      status: 403,
      code: 'inspection.override-same-person',
    });
    expect((await decide(id, own, both)).body).toMatchObject({
      status: 403,
      code: 'inspection.override-by-participant',
    });
    expect((await decide(id, own, people.inspector)).status).toBe(403);
    expect((await ask(id, code, people.packer)).status).toBe(403);
    const same = "UPDATE inspection_override SET decision = 'approve', decided_by = requested_by WHERE id = ?";
    await expect(world().ledger.run((tx) => tx.execute(same, [own]))).rejects.toThrow(/four_eyes/);
  });

  it('is asked for once and decided once, however many do it at once', async () => {
    const { code } = await balance(expired);
    const { id } = await read(code);
    const asked = await Promise.all([1, 2, 3, 4].map(() => ask(id, code)));
    expect(asked.map(({ status }) => status).toSorted()).toEqual([201, 409, 409, 409]);
    const [row] = await world().database.reader.find(InspectionOverride, { inspectionId: id });
    const answers = await Promise.all([
      decide(id, row?.id ?? '', people.reviewer),
      decide(id, row?.id ?? '', people.admin, 'decline'),
    ]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409]);
    expect(await world().database.reader.find(InspectionOverride, { inspectionId: id })).toHaveLength(1);
  });

  it('that was in calibration has nothing to override', async () => {
    const { id } = await read('B-03');
    expect((await ask(id, 'B-03')).body).toMatchObject({ status: 409, code: 'inspection.nothing-to-override' });
    expect((await ask(id, 'NOPE')).body).toMatchObject({ status: 409, code: 'inspection.nothing-to-override' });
    const none = '00000000-0000-7000-8000-00000000dead';
    expect((await decide(id, none, people.reviewer)).body).toMatchObject({
      status: 404,
      code: 'inspection.override-unknown',
    });
  });

  it('of another warehouse or a stranger’s inspection does not exist', async () => {
    const others = await staffOf(world(), await newWarehouse(world(), '第三仓'));
    const { code } = await balance(expired);
    const { id } = await read(code);
    const overrideId = newId((await ask(id, code)).body, 'override') ?? '';
    expect((await ask(id, code, others.inspector)).status).toBe(404);
    expect((await decide(id, overrideId, others.reviewer)).status).toBe(404);
    await registeredInstrument(world(), others.admin, { code: 'ELSE-1' });
    const [weight] = BRACELET_READINGS.filter(({ item }) => item === 'CRY-WT');
    const elsewhere = await act(id, 'readings', people.inspector, { readings: [{ ...weight, instrument: 'ELSE-1' }] });
    expect(elsewhere.body).toMatchObject({ status: 422, code: 'instruments.code-unknown' });
  });

  it('that fails its calibration after the submission cannot be signed, nor certified after it was signed', async () => {
    const good = { day: '2026-01-02', due: '2039-12-31' };
    const first = await balance(good);
    const waiting = await read(first.code);
    await act(waiting.id, 'submission', people.inspector);
    expect(await seen(waiting.id)).toMatchObject({ verdict: 'pass' });
    await failedCalibration(world(), people.admin, first.id);
    const refused = await act(waiting.id, 'reviews', people.reviewer, { decision: 'sign' });
    expect(refused.body).toMatchObject({ status: 409, code: 'inspection.instrument-doubtful' });

    const second = await balance(good);
    const signed = await read(second.code);
    await act(signed.id, 'submission', people.inspector);
    await act(signed.id, 'reviews', people.reviewer, { decision: 'sign' });
    await failedCalibration(world(), people.admin, second.id);
    const issue = () => world().post(`/api/v1/units/${signed.unitId}/certificates`, { as: people.reviewer, body: {} });
    expect((await issue()).body).toMatchObject({ status: 409, code: 'certificates.instrument-doubtful' });
    const overrideId = newId((await ask(signed.id, second.code)).body, 'override') ?? '';
    expect((await decide(signed.id, overrideId, people.admin)).status).toBe(201);
    expect((await issue()).status).toBe(201);
  });

  it.each([
    ['not in the register', 'NOPE-1', 'instruments.code-unknown'],
    ['that measures something else', 'T-04', 'instruments.does-not-fit'],
    ['that measures nothing', 'L-10', 'instruments.does-not-fit'],
    ['left out', undefined, 'inspection.instrument-missing'],
  ])('is refused for a figure when it is one %s', async (_, instrument, code) => {
    const { id } = await read('B-03');
    const [weight] = BRACELET_READINGS.filter(({ item }) => item === 'CRY-WT');
    const { body } = await act(id, 'readings', people.inspector, { readings: [{ ...weight, instrument }] });
    expect(body).toMatchObject({ status: 422, code });
  });

  it('is refused once it is retired', async () => {
    const { id: instrumentId, code } = await balance();
    await world().post(`/api/v1/instruments/${instrumentId}/retirement`, {
      as: people.admin,
      body: { reason: '摔坏' },
    });
    const { id } = await read('B-03');
    const [weight] = BRACELET_READINGS.filter(({ item }) => item === 'CRY-WT');
    const { body } = await act(id, 'readings', people.inspector, { readings: [{ ...weight, instrument: code }] });
    expect(body).toMatchObject({ status: 409, code: 'instruments.retired' });
  });

  it('is not asked of a reading from before there was a register: it shows what somebody typed, and counts', async () => {
    const { id, unitId } = await read('B-03');
    const old = {
      public: {
        item: 'CRY-WT',
        value: { kind: 'number', value: '21.35', unit: 'GRM' },
        instrument: '天平 9 号',
        inspector: 'Y1',
      },
      party: { accountId: people.inspector.accountId },
    } as const;
    await world().ledger.record(SYSTEM_ACTOR, () => [readingRecorded([inspection(id), unit(unitId)], old)]);
    expect(await itemOf(id, 'CRY-WT')).toMatchObject({
      verdict: 'pass',
      reading: { instrument: '天平 9 号', instrumentName: null },
    });
    await act(id, 'submission', people.inspector);
    expect((await act(id, 'reviews', people.reviewer, { decision: 'sign' })).status).toBe(201);
  });

  it('follows from the log alone, with its overrides', async () => {
    expect(await world().database.reader.find(InspectionOverride, {})).not.toEqual([]);
    expect(await differencesAfterReplay(world(), kind, inspectionProjection)).toEqual([]);
  });
});
