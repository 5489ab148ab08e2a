import { newId } from '../../src/ledger/index.js';
import { demoWarehouse, type DemoWarehouse } from '../support/catalog.js';
import { certifiedBracelet, type CertifiedUnit } from '../support/certificates.js';
import { openedSession, picked, suspended } from '../support/live.js';
import { lookedAt } from '../support/pages.js';
import { newParty } from '../support/parties.js';
import { type Caller, World } from '../support/world.js';

describe('the console’s pages for live sessions', () => {
  let world: World;
  let people: DemoWarehouse;
  let host: Caller;
  let studio: Caller;
  let unit: CertifiedUnit;
  beforeAll(async () => {
    world = await World.open('sqlite');
    people = await demoWarehouse(world);
    host = await world.account(people.merchantId, 'merchant', 'host');
    const studioId = await newParty(world, people.admin, 'studio', '示例直播间');
    studio = await world.account(studioId, 'studio', 'host');
    unit = await certifiedBracelet(world, people, { name: '<i>手串' });
  });
  afterAll(() => world.close());

  it('let hosts open sessions and others look', async () => {
    expect((await lookedAt(world, host, '/console/live')).zh).toContain('POST /api/v1/live-sessions');
    expect((await lookedAt(world, people.admin, '/console/live')).zh).not.toContain('POST /api/v1/live-sessions');
    expect((await world.get('/console/live', { as: people.packer })).status).toBe(403);
    expect((await world.get('/console/live')).status).toBe(302);
  });

  it('offer a host the valid certificates of its party, and show what is on the screen as the overlay does', async () => {
    const session = await openedSession(world, host);
    const page = `/console/live/${session.id}`;
    const before = await lookedAt(world, host, page);
    expect(before.zh).toContain('画面是空的');
    expect(before.zh).toContain(`name="certificateId" value="${unit.certificateId}"`);
    await picked(world, host, session, { certificateId: unit.certificateId });
    const { zh, en } = await lookedAt(world, host, page);
    expect(zh).toContain('正在展示');
    expect(zh).not.toContain(`name="certificateId" value="${unit.certificateId}"`);
    expect(zh).toContain('&lt;i&gt;手串');
    const overlay = await world.get(`/live/${session.token}?lang=en`);
    const [card] = /<article[\s\S]*<\/article>/.exec(overlay.text) ?? ['no card'];
    expect(en).toContain(card.replaceAll(`/live/${session.token}/photos`, `${page}/photos`));
    expect(zh).not.toContain(session.token);
  });

  it('show a studio only what it scanned, with its photograph', async () => {
    const session = await openedSession(world, studio);
    const page = `/console/live/${session.id}`;
    expect((await lookedAt(world, studio, page)).zh).toContain('没有有效证书');
    const photos = async () =>
      (await lookedAt(world, studio, page)).zh.match(/\/console\/live\/[^"]+\/photos\/\w+/g) ?? [];
    expect(await photos()).toEqual([]);
    await picked(world, studio, session, { code: unit.code });
    const [photo = ''] = await photos();
    const answer = await world.get(photo, { as: studio });
    expect([answer.status, answer.headers['content-type']]).toEqual([200, 'image/jpeg']);
    expect((await world.get(photo, { as: host })).status).toBe(404);
    await world.post(`${session.path}/clear`, { as: studio });
    expect((await world.get(photo, { as: studio })).status).toBe(404);
  });

  it('say that the screen is empty while the goods are on hold, and that a certificate is suspended', async () => {
    const bad = await certifiedBracelet(world, people);
    const session = await openedSession(world, people.host);
    await picked(world, people.host, session, { certificateId: bad.certificateId });
    const holds = `/api/v1/units/${bad.unitId}/holds`;
    const { body: receipt } = await world.post(holds, { as: people.reviewer, body: { reason: '待核' } });
    const held = await lookedAt(world, people.host, `/console/live/${session.id}`);
    expect(held.en).toContain('The goods are on hold');
    expect(held.en).not.toContain('<article');
    await world.post(`${holds}/${newId(receipt, 'hold')}/release`, { as: people.reviewer, body: { reason: '已核' } });
    await suspended(world, people, bad.certificateId);
    expect((await lookedAt(world, people.host, `/console/live/${session.id}`)).zh).toContain('证书状态：已暂停');
  });

  it('take no more commands after the end, and keep the on-air log', async () => {
    const session = await openedSession(world, host);
    await picked(world, host, session, { certificateId: unit.certificateId });
    await world.post(`${session.path}/end`, { as: host });
    const { zh } = await lookedAt(world, host, `/console/live/${session.id}`);
    expect(zh).toContain('已结束');
    expect(zh).not.toContain('/api/v1/live-sessions/');
    expect(zh).toContain(unit.number.slice(-5));
    expect((await lookedAt(world, host, '/console/live?state=ended')).zh).toContain(session.id);
    expect((await lookedAt(world, host, '/console/live?state=open')).zh).not.toContain(session.id);
  });

  it('are unknown to other parties', async () => {
    const session = await openedSession(world, host);
    expect((await world.get(`/console/live/${session.id}`, { as: people.host })).status).toBe(404);
  });
});
