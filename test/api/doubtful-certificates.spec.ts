import { certificatesProjection } from '../../src/modules/certificates/index.js';
import { demoWarehouse, type DemoWarehouse, staffOf } from '../support/catalog.js';
import { certified, certifiedShrimpLot, type CertifiedUnit } from '../support/certificates.js';
import { BRACELET_READINGS, passedBracelet, startedInspection, takenPhoto } from '../support/inspection.js';
import { calibrated, failedCalibration, registeredInstrument } from '../support/instruments.js';
import { receivedBracelet } from '../support/intake.js';
import { newWarehouse } from '../support/parties.js';
import { differencesAfterReplay } from '../support/replayed.js';
import { type Answer, type Caller, describeOnBoth } from '../support/world.js';

const REASON = { zh: '天平复校不合格，正在核查', en: 'The balance failed its calibration; under review' };

describeOnBoth('a failed calibration', (world, kind) => {
  let people: DemoWarehouse;
  let codes = 0;
  beforeAll(async () => {
    people = await demoWarehouse(world());
  });

  const post = (id: string, what: string, body: object = { reason: REASON }, as = people.reviewer): Promise<Answer> =>
    world().post(`/api/v1/calibrations/${id}/${what}`, { as, body });
  const listed = async (id: string, as: Caller = people.reviewer, query = ''): Promise<Answer['body']> =>
    (await world().get(`/api/v1/calibrations/${id}/certificates${query}`, { as })).body;
  const idsIn = async (id: string): Promise<string[]> =>
    (await listed(id)).items.map((each: { id: string }) => each.id);
  const stateOf = async (certificate: CertifiedUnit): Promise<string> =>
    (await world().get(`/api/v1/certificates/${certificate.certificateId}`, { as: people.reviewer })).body.state;
  const changeOne = (certificate: CertifiedUnit, what: string): Promise<Answer> =>
    world().post(`/api/v1/certificates/${certificate.certificateId}/${what}`, {
      as: people.reviewer,
      body: { reason: { zh: '另有原因' } },
    });

  async function balance(): Promise<{ id: string; code: string }> {
    const code = `Z-${++codes}`;
    const id = await registeredInstrument(world(), people.admin, { code });
    await calibrated(world(), people.admin, id);
    return { id, code };
  }

  /** A certificate whose mass was read with these balances, one after the other. */
  async function weighed(...balances: readonly string[]): Promise<CertifiedUnit> {
    const unitId = await receivedBracelet(world(), people);
    const inspectionId = await startedInspection(world(), people.inspector, unitId);
    const path = `/api/v1/inspections/${inspectionId}`;
    for (const instrument of balances) {
      const readings = BRACELET_READINGS.map((each) => (each.item === 'CRY-WT' ? { ...each, instrument } : each));
      await world().post(`${path}/readings`, { as: people.inspector, body: { readings } });
    }
    const photo = await takenPhoto(world(), people.inspector, inspectionId);
    await world().post(`${path}/submission`, { as: people.inspector });
    await world().post(`${path}/reviews`, { as: people.reviewer, body: { decision: 'sign' } });
    return certified(world(), people.reviewer, { unitId, inspectionId, photo });
  }

  /** Nobody's session lasts that long. */
  async function threeDaysLater(): Promise<void> {
    world().clock.advanceHours(72);
    const again = ({ accountId, partyId }: Caller): Promise<Caller> => world().session(accountId, partyId);
    const { admin, receiver, inspector, reviewer, merchant } = people;
    people = {
      ...people,
      admin: await again(admin),
      receiver: await again(receiver),
      inspector: await again(inspector),
      reviewer: await again(reviewer),
      merchant: await again(merchant),
    };
  }

  it('lists every certificate since the last good one whose reading counts, and no other', async () => {
    const [own, other] = [await balance(), await balance()];
    const before = await weighed(own.code);
    await threeDaysLater();
    await calibrated(world(), people.admin, own.id);
    const since = [await weighed(own.code), await weighed(other.code, own.code)];
    await weighed(own.code, other.code);
    const failed = await failedCalibration(world(), people.admin, own.id);
    expect(await idsIn(failed)).toEqual(since.map(({ certificateId }) => certificateId));
    expect(await listed(failed)).toMatchObject({ total: 2, next: null });
    const first = await listed(failed, people.reviewer, '?limit=1');
    expect(first.items).toHaveLength(1);
    expect((await listed(failed, people.reviewer, `?after=${first.next}`)).items).toHaveLength(1);
    expect(await stateOf(before)).toBe('valid');
    const later = await calibrated(world(), people.admin, own.id);
    expect((await listed(later)).items).toEqual([]);
    expect(await idsIn(failed)).toHaveLength(2);
  });

  it('suspends them in one command, and says which were so already', async () => {
    const { id, code } = await balance();
    const [first, second, third, revoked] = [
      await weighed(code),
      await weighed(code),
      await weighed(code),
      await weighed(code),
    ];
    await changeOne(third, 'suspension');
    await changeOne(revoked, 'revocation');
    const failed = await failedCalibration(world(), people.admin, id);
    const { status, body } = await post(failed, 'suspension');
    expect([status, body.changed, body.entries.length]).toEqual([201, 2, 2]);
    expect(body.checkpoint).toContain('\n');
    expect(body.skipped).toEqual([
      { id: third.certificateId, number: third.number, state: 'suspended' },
      { id: revoked.certificateId, number: revoked.number, state: 'revoked' },
    ]);
    expect([await stateOf(first), await stateOf(second)]).toEqual(['suspended', 'suspended']);
    const page = await world().get(`/v/${first.code}?format=json`);
    expect(page.body.certificate).toMatchObject({ state: 'suspended', reason: REASON });
    const again = await post(failed, 'suspension');
    expect(again.body).toMatchObject({ changed: 0, entries: [] });
    expect(again.body.skipped).toHaveLength(4);
    expect((await listed(failed)).items.map((each: { isSuspendedForIt: boolean }) => each.isSuspendedForIt)).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });

  it('lets them be reinstated one by one, some or all, but none that was suspended for another reason', async () => {
    const { id, code } = await balance();
    const all = [await weighed(code), await weighed(code), await weighed(code)];
    const [one, two, three] = all;
    if (!one || !two || !three) throw new Error('three');
    const other = await weighed(code);
    await changeOne(other, 'suspension');
    const failed = await failedCalibration(world(), people.admin, id);
    await post(failed, 'suspension');
    expect((await changeOne(one, 'reinstatement')).status).toBe(201);
    const some = await post(failed, 'reinstatement', { reason: REASON, certificateIds: [two.certificateId] });
    expect(some.body).toMatchObject({ changed: 1, skipped: [] });
    const rest = await post(failed, 'reinstatement');
    expect(rest.body.changed).toBe(1);
    expect(await Promise.all([...all, other].map(stateOf))).toEqual(['valid', 'valid', 'valid', 'suspended']);
  });

  it('gives nothing back to what is inspected again, however it was suspended', async () => {
    const { id, code } = await balance();
    const [again, left] = [await weighed(code), await weighed(code)];
    const failed = await failedCalibration(world(), people.admin, id);
    await post(failed, 'suspension');
    const path = `/api/v1/units/${again.unitId}/reinspection`;
    const ordered = await world().post(path, { as: people.reviewer, body: { reason: REASON } });
    expect(ordered.status).toBe(201);
    const { body } = await post(failed, 'reinstatement');
    expect(body).toMatchObject({ changed: 1, skipped: [{ id: again.certificateId, state: 'suspended' }] });
    expect([await stateOf(again), await stateOf(left)]).toEqual(['suspended', 'valid']);
  });

  it('leaves no way to a new certificate from the same readings', async () => {
    const { id, code } = await balance();
    const certificate = await weighed(code);
    const failed = await failedCalibration(world(), people.admin, id);
    await post(failed, 'suspension');
    const body = { supersedes: certificate.certificateId };
    const issued = await world().post(`/api/v1/units/${certificate.unitId}/certificates`, {
      as: people.reviewer,
      body,
    });
    expect(issued.body).toMatchObject({ status: 409, code: 'certificates.instrument-doubtful' });
  });

  it('refuses what makes no sense, by code', async () => {
    const { id, code } = await balance();
    await weighed(code);
    const good = await calibrated(world(), people.admin, id, { certificateNo: 'JL-GOOD' });
    expect((await post(good, 'suspension')).body).toMatchObject({
      status: 409,
      code: 'certificates.calibration-passed',
    });
    const failed = await failedCalibration(world(), people.admin, id);
    const stranger = await certifiedShrimpLot(world(), people);
    const foreign = { reason: REASON, certificateIds: [stranger.certificateId] };
    expect((await post(failed, 'reinstatement', foreign)).body).toMatchObject({
      status: 422,
      code: 'certificates.not-in-doubt',
    });
    expect((await post(failed, 'suspension', { reason: { zh: ' ' } })).status).toBe(422);
    expect((await post(failed, 'reinstatement', { reason: REASON, certificateIds: [] })).status).toBe(422);
  });

  it('is for reviewers and administrators of the warehouse', async () => {
    const { id } = await balance();
    const failed = await failedCalibration(world(), people.admin, id);
    for (const as of [people.inspector, people.merchant]) {
      expect((await post(failed, 'suspension', { reason: REASON }, as)).status).toBe(403);
      expect((await post(failed, 'reinstatement', { reason: REASON }, as)).status).toBe(403);
    }
    const others = await staffOf(world(), await newWarehouse(world(), '旁仓'));
    expect((await post(failed, 'suspension', { reason: REASON }, others.reviewer)).status).toBe(404);
    for (const as of [others.reviewer, people.merchant]) {
      expect(await listed(failed, as)).toMatchObject({ status: 404, code: 'instruments.calibration-unknown' });
    }
  });

  it('suspends each once, however many do it at once', async () => {
    const { id, code } = await balance();
    const certificates = [await weighed(code), await weighed(code)];
    const failed = await failedCalibration(world(), people.admin, id);
    const answers = await Promise.all([1, 2, 3].map(() => post(failed, 'suspension')));
    expect(answers.map(({ body }) => body.changed).toSorted()).toEqual([0, 0, 2]);
    expect(await Promise.all(certificates.map(stateOf))).toEqual(['suspended', 'suspended']);
  });

  it('follows from the log alone', async () => {
    await passedBracelet(world(), people);
    expect(await differencesAfterReplay(world(), kind, certificatesProjection)).toEqual([]);
  });
});
