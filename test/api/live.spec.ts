import { liveProjection, LiveToken } from '../../src/modules/live/index.js';
import { demoWarehouse, type DemoWarehouse } from '../support/catalog.js';
import { certifiedBracelet, type CertifiedUnit, labelledUnit } from '../support/certificates.js';
import { openedSession, picked, suspended } from '../support/live.js';
import { newParty } from '../support/parties.js';
import { differencesAfterReplay } from '../support/replayed.js';
import { type Caller, describeOnBoth } from '../support/world.js';

describeOnBoth('live sessions', (world, kind) => {
  let people: DemoWarehouse;
  let merchantHost: Caller;
  let otherHost: Caller;
  let studioHost: Caller;
  let unit: CertifiedUnit;
  let second: CertifiedUnit;
  beforeAll(async () => {
    people = await demoWarehouse(world());
    merchantHost = await world().account(people.merchantId, 'merchant', 'host');
    otherHost = await world().account(people.otherMerchantId, 'merchant', 'host');
    const studio = await newParty(world(), people.admin, 'studio', '示例直播间');
    studioHost = await world().account(studio, 'studio', 'host');
    unit = await certifiedBracelet(world(), people);
    second = await certifiedBracelet(world(), people, { name: '第二串' });
  });

  describe('opening', () => {
    it('tells the address of the overlay once, and keeps only its hash', async () => {
      const call = { as: merchantHost, body: { title: '周五专场' }, headers: { 'idempotency-key': 'open-live-1' } };
      const { body: first } = await world().post('/api/v1/live-sessions', call);
      expect(first.overlayUrl).toBe(`https://v.example.cn/live/${first.token}`);
      expect(Buffer.from(first.token, 'base64url')).toHaveLength(20);
      const { body: again } = await world().post('/api/v1/live-sessions', call);
      expect(again).toMatchObject({ entries: first.entries, token: '', overlayUrl: '' });
      const tokens = await world().database.reader.find(LiveToken, {});
      expect(JSON.stringify(tokens)).not.toContain(first.token);
      expect((await world().get(`/live/${first.token}`)).status).toBe(200);
    });

    it('is for hosts', async () => {
      const call = { as: people.merchant, body: { title: '周五专场' } };
      expect((await world().post('/api/v1/live-sessions', call)).status).toBe(403);
      expect((await world().post('/api/v1/live-sessions', { body: call.body })).status).toBe(401);
    });

    it.each([
      [{}],
      [{ title: '' }],
      [{ title: 'x', layout: 'square' }],
      [{ title: 'x', codeStyle: 'link' }],
      [{ title: 'x', more: 1 }],
      [{ title: 'x', layout: null }],
    ])('refuses %j', async (body) => {
      const answer = await world().post('/api/v1/live-sessions', { as: merchantHost, body });
      expect(answer.body).toMatchObject({ status: 422, code: 'http.invalid-body' });
    });

    it('is seen by its own party and by regulators, and unknown to others', async () => {
      const session = await openedSession(world(), merchantHost);
      const regulator = await world().account('00000000-0000-7000-8000-000000000099', 'regulator', 'regulator');
      expect((await world().get(session.path, { as: people.merchant })).body).toMatchObject({ title: '周五专场' });
      expect((await world().get(session.path, { as: regulator })).status).toBe(200);
      expect((await world().get(session.path, { as: otherHost })).body).toMatchObject({ code: 'live.unknown' });
      for (const command of ['pick', 'clear', 'token', 'end']) {
        const body = command === 'pick' ? { code: unit.code } : undefined;
        const answer = await world().post(`${session.path}/${command}`, { as: otherHost, body });
        expect(answer.body).toMatchObject({ status: 404, code: 'live.unknown' });
      }
      const { body: list } = await world().get('/api/v1/live-sessions', { as: otherHost });
      expect(list.items.map(({ id }: { id: string }) => id)).not.toContain(session.id);
    });
  });

  describe('picking', () => {
    it('keeps an on-air log of what was shown, from when to when', async () => {
      const session = await openedSession(world(), merchantHost);
      expect((await picked(world(), merchantHost, session, { certificateId: unit.certificateId })).status).toBe(201);
      expect((await picked(world(), merchantHost, session, { number: second.number })).status).toBe(201);
      await world().post(`${session.path}/clear`, { as: merchantHost });
      const { body } = await world().get(session.path, { as: merchantHost });
      expect(body.certificateId).toBeNull();
      const [later, earlier] = body.picks;
      expect([earlier.certificateNumber, later.certificateNumber]).toEqual([unit.number, second.number]);
      expect(earlier.takenDownAt).toBe(later.shownAt);
      expect(later.takenDownAt > later.shownAt).toBe(true);
    });

    it('says in the public log only that a certificate was shown', async () => {
      const session = await openedSession(world(), merchantHost);
      const { body } = await picked(world(), merchantHost, session, { code: unit.code });
      expect(body.entries[0]).toMatchObject({
        kind: 'live.certificate-picked',
        subjects: [
          { type: 'live-session', id: session.id },
          { type: 'certificate', id: unit.certificateId },
        ],
      });
    });

    it('lets a host show its own party’s certificates by id, number or label, and anybody’s by the show code', async () => {
      const { labels } = await labelledUnit(world(), people, second.unitId);
      const item = { code: `HTTPS://V.EXAMPLE.CN/V/${labels[0]?.code}` };
      const own = [{ certificateId: second.certificateId }, { number: second.number }, { code: second.number }, item];
      for (const [host, isOwner] of [
        [merchantHost, true],
        [people.host, true],
        [otherHost, false],
        [studioHost, false],
      ] as const) {
        const session = await openedSession(world(), host);
        for (const wish of own) {
          const { status, body } = await picked(world(), host, session, wish);
          expect([wish, status, body.code]).toEqual(
            isOwner ? [wish, 201, undefined] : [wish, 404, 'live.certificate-unknown'],
          );
        }
        expect((await picked(world(), host, session, { code: unit.code.toLowerCase() })).status).toBe(201);
      }
    });

    it.each([[{}], [{ code: 'A', number: 'B' }]])('refuses anything but one certificate: %j', async (wish) => {
      const session = await openedSession(world(), merchantHost);
      expect((await picked(world(), merchantHost, session, wish)).body).toMatchObject({
        status: 422,
        code: 'live.pick-one',
      });
    });

    it('refuses a code that is unknown and a certificate that is not valid', async () => {
      const session = await openedSession(world(), merchantHost);
      const unknown = await picked(world(), merchantHost, session, { code: 'ZZZZZZZZZZZZZZZZZZZZZZZZZZ' });
      expect(unknown.body).toMatchObject({ status: 404, code: 'live.certificate-unknown' });
      const bad = await certifiedBracelet(world(), people);
      await suspended(world(), people, bad.certificateId);
      const answer = await picked(world(), merchantHost, session, { code: bad.code });
      expect(answer.body).toMatchObject({ status: 409, code: 'live.certificate-not-valid' });
    });

    it('takes no commands after the end', async () => {
      const session = await openedSession(world(), merchantHost);
      expect((await world().post(`${session.path}/end`, { as: merchantHost })).status).toBe(201);
      for (const command of ['clear', 'token', 'end']) {
        const answer = await world().post(`${session.path}/${command}`, { as: merchantHost });
        expect(answer.body).toMatchObject({ status: 409, code: 'live.session-ended' });
      }
      const { body } = await world().get('/api/v1/live-sessions?state=ended&limit=200', { as: merchantHost });
      expect(body.items.map(({ id }: { id: string }) => id)).toContain(session.id);
    });
  });

  it('replays to the same tables', async () => {
    expect(await differencesAfterReplay(world(), kind, liveProjection)).toEqual([]);
  });
});
