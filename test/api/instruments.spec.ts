import { newId } from '../../src/ledger/index.js';
import { instrumentsProjection } from '../../src/modules/instruments/index.js';
import { demoWarehouse, type DemoWarehouse, staffOf } from '../support/catalog.js';
import { newWarehouse } from '../support/parties.js';
import { differencesAfterReplay } from '../support/replayed.js';
import { type Answer, type Caller, describeOnBoth } from '../support/world.js';

const BALANCE = { code: 'X-1', name: '电子天平', kind: 'balance', model: 'ME204', serialNo: 'B1234567' };
const GOOD = { certificateNo: 'JL-2026-001', by: '示例计量所', day: '2026-11-01', due: '2027-10-31', result: 'pass' };

describeOnBoth('instruments', (world, kind) => {
  let people: DemoWarehouse;
  let count = 100;
  beforeAll(async () => {
    people = await demoWarehouse(world());
  });

  const post = (path: string, body: object, as: Caller = people.admin): Promise<Answer> =>
    world().post(`/api/v1/instruments${path}`, { as, body });
  const get = (path: string, as: Caller = people.inspector): Promise<Answer> =>
    world().get(`/api/v1/instruments${path}`, { as });

  async function registered(changes: object = {}): Promise<string> {
    const answer = await post('', { ...BALANCE, code: `X-${++count}`, ...changes });
    expect(answer.status).toBe(201);
    return newId(answer.body, 'instrument') ?? '';
  }

  it('are registered, calibrated and shown with how they stand', async () => {
    const id = await registered({ code: ' x-7' });
    expect((await get(`/${id}`)).body).toMatchObject({
      ...BALANCE,
      code: 'X-7',
      calibration: 'needed',
      standing: { state: 'none', until: null, certificateNo: null },
      state: 'in-use',
      calibrations: [],
    });
    expect((await post(`/${id}/calibrations`, { ...GOOD, fileHash: 'a'.repeat(64) }, people.reviewer)).status).toBe(
      201,
    );
    const { body } = await get(`/${id}`);
    expect(body.standing).toEqual({ state: 'valid', until: '2027-10-31', certificateNo: 'JL-2026-001' });
    expect(body.calibrations).toMatchObject([{ day: '2026-11-01', result: 'pass', fileHash: 'a'.repeat(64) }]);
    const found = await get('?code=ｘ-7');
    expect(found.body.items).toMatchObject([{ id, code: 'X-7' }]);
    expect((await get('?state=retired&kind=balance')).body.items).toEqual([]);
  });

  it('keep the later of two calibrations, whichever was recorded last', async () => {
    const id = await registered();
    await post(`/${id}/calibrations`, GOOD);
    const older = { ...GOOD, certificateNo: 'JL-2025-001', day: '2025-11-01', due: '2026-10-31' };
    await post(`/${id}/calibrations`, older);
    const { body } = await get(`/${id}`);
    expect(body.standing.certificateNo).toBe('JL-2026-001');
    expect(body.calibrations.map(({ day }: { day: string }) => day)).toEqual(['2026-11-01', '2025-11-01']);
  });

  it('that give no figures go without calibration when an administrator says why', async () => {
    const loupe = { kind: 'loupe', name: '放大镜' };
    const id = await registered({ ...loupe, calibration: 'not-needed', calibrationReason: '只用于观察' });
    expect((await get(`/${id}`)).body).toMatchObject({
      standing: { state: 'not-needed' },
      calibrationReason: '只用于观察',
    });
    const back = await post(`/${id}/calibration-need`, { calibration: 'needed', reason: '改用于测量' });
    expect(back.status).toBe(201);
    expect((await get(`/${id}`)).body).toMatchObject({ standing: { state: 'none' }, calibrationReason: '改用于测量' });
  });

  it('refuse what is wrong, by code', async () => {
    const id = await registered({ code: 'X-50' });
    const codeOf = async (calling: Promise<Answer>): Promise<string> => (await calling).body.code;
    expect(await codeOf(post('', { ...BALANCE, code: 'x-50' }))).toBe('instruments.code-taken');
    expect(await codeOf(post('', { ...BALANCE, code: '天平' }))).toBe('instruments.code-malformed');
    const waived = { calibration: 'not-needed', reason: '省事' };
    expect(await codeOf(post(`/${id}/calibration-need`, waived))).toBe('instruments.must-be-calibrated');
    const calibrate = (changes: object): Promise<string> =>
      codeOf(post(`/${id}/calibrations`, { ...GOOD, ...changes }));
    expect(await calibrate({ day: '2099-01-01', due: '2099-02-01' })).toBe('instruments.day-in-future');
    expect(await calibrate({ due: '2026-10-31' })).toBe('instruments.due-missing');
    expect(await calibrate({ result: 'fail' })).toBe('instruments.due-of-failed');
    expect(await calibrate({ fileHash: 'x' })).toBe('instruments.file-hash-malformed');
    expect(await calibrate({ certificateNo: 'JL-9' })).toBeUndefined();
    expect(await calibrate({ certificateNo: 'JL-9' })).toBe('instruments.certificate-twice');
    const failed = { certificateNo: 'JL-10', result: 'fail', due: undefined, day: '2026-11-10' };
    expect(await calibrate(failed)).toBeUndefined();
    expect(await calibrate({ certificateNo: 'JL-11', day: '2026-11-09' })).toBe('instruments.before-failure');
    expect((await post(`/${id}/retirement`, { reason: '摔坏' })).status).toBe(201);
    expect(await codeOf(post(`/${id}/retirement`, { reason: '摔坏' }))).toBe('instruments.retired');
    expect(await calibrate({ certificateNo: 'JL-12' })).toBe('instruments.retired');
    expect((await get(`/${id}`)).body).toMatchObject({ state: 'retired', retireReason: '摔坏' });
  });

  it('refuse fields that nobody knows, and days that do not exist', async () => {
    expect((await post('', { ...BALANCE, code: 'X-60', colour: 'red' })).status).toBe(422);
    const id = await registered();
    expect((await post(`/${id}/calibrations`, { ...GOOD, day: '2026-02-30' })).status).toBe(422);
  });

  it('are registered by administrators only', async () => {
    const id = await registered();
    for (const as of [people.inspector, people.reviewer, people.merchant]) {
      expect((await post('', { ...BALANCE, code: 'X-70' }, as)).status).toBe(403);
      expect((await post(`/${id}/retirement`, { reason: 'x' }, as)).status).toBe(403);
      expect((await post(`/${id}/calibration-need`, { calibration: 'needed', reason: 'x' }, as)).status).toBe(403);
    }
    expect((await post(`/${id}/calibrations`, GOOD, people.inspector)).status).toBe(403);
  });

  it('of another warehouse are unknown, and their codes free', async () => {
    const id = await registered({ code: 'X-80' });
    const others = await staffOf(world(), await newWarehouse(world(), '另一仓'));
    for (const as of [others.admin, people.merchant]) {
      expect((await get(`/${id}`, as)).body).toMatchObject({ status: 404, code: 'instruments.unknown' });
      expect((await get('', as)).body.items).toEqual([]);
    }
    expect((await post(`/${id}/retirement`, { reason: 'x' }, others.admin)).status).toBe(404);
    expect((await post('', { ...BALANCE, code: 'X-80' }, others.admin)).status).toBe(201);
    const regulator = await world().accountKeptBy('r', { partyId: 'r', partyKind: 'regulator', roles: ['regulator'] });
    expect((await get(`/${id}`, regulator)).status).toBe(200);
  });

  it('are a reading of the log', async () => {
    expect(await differencesAfterReplay(world(), kind, instrumentsProjection)).toEqual([]);
  });
});
