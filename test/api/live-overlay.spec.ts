import { setTimeout } from 'node:timers/promises';
import { LiveQueries } from '../../src/modules/live/index.js';
import { LiveRooms } from '../../src/modules/live/live-rooms.js';
import { demoWarehouse, type DemoWarehouse } from '../support/catalog.js';
import { certifiedBracelet, type CertifiedUnit, labelledUnit } from '../support/certificates.js';
import { TestEventSource } from '../support/event-source.js';
import { openedSession, type OpenedSession, picked, suspended } from '../support/live.js';
import { decodeQr } from '../support/qr-decoder.js';
import { secondApp } from '../support/second-app.js';
import { onPaper } from '../support/shipped.js';
import { type Caller, describeOnBoth, World } from '../support/world.js';

describeOnBoth('the overlay', (world) => {
  let people: DemoWarehouse;
  let merchantHost: Caller;
  let otherHost: Caller;
  let unit: CertifiedUnit;
  let second: CertifiedUnit;
  let base: string;
  const sources: TestEventSource[] = [];
  beforeAll(async () => {
    people = await demoWarehouse(world());
    merchantHost = await world().account(people.merchantId, 'merchant', 'host');
    otherHost = await world().account(people.otherMerchantId, 'merchant', 'host');
    unit = await certifiedBracelet(world(), people);
    second = await certifiedBracelet(world(), people, { name: '第二串' });
    await world().app.listen(0, '127.0.0.1');
    base = await world().app.getUrl();
  });
  afterAll(() => sources.forEach((source) => source.close()));

  async function listen({ token }: OpenedSession): Promise<TestEventSource> {
    const source = await TestEventSource.open(`${base}/live/${token}/events`);
    sources.push(source);
    return source;
  }

  it('is a transparent page that needs no sign-in and shows what is picked', async () => {
    const session = await openedSession(world(), merchantHost);
    const empty = await world().get(`/live/${session.token}`);
    expect(empty.headers).toMatchObject({ 'cache-control': 'no-store' });
    expect(empty.text).toContain(`data-events="/live/${session.token}/events?lang=zh"`);
    expect(empty.text).not.toContain('class="card"');
    await picked(world(), merchantHost, session, { code: unit.code });
    const shown = await world().get(`/live/${session.token}?lang=en`);
    for (const fact of [onPaper(unit.number), '紫晶手串', '1.548', 'v.example.cn/v', 'all pass'])
      expect(shown.text).toContain(fact);
  });

  it('changes at once: first what is on the screen, then every pick and clearing, in order', async () => {
    const session = await openedSession(world(), merchantHost);
    const source = await listen(session);
    expect(source.response.headers.get('content-type')).toContain('text/event-stream');
    expect(await source.at(0)).toEqual({ event: 'clear', data: '{}' });
    await picked(world(), merchantHost, session, { code: unit.code });
    const first = await source.at(1);
    expect(first.event).toBe('certificate');
    expect(JSON.parse(first.data).html).toContain(onPaper(unit.number));
    await picked(world(), merchantHost, session, { code: second.code });
    expect(JSON.parse((await source.at(2)).data).html).toContain(onPaper(second.number));
    await world().post(`${session.path}/clear`, { as: merchantHost });
    expect((await source.at(3)).event).toBe('clear');
  });

  it('is right again at once after it was cut off, and tells each screen its own', async () => {
    const [one, two] = [await openedSession(world(), merchantHost), await openedSession(world(), otherHost)];
    await picked(world(), merchantHost, one, { code: unit.code });
    await picked(world(), otherHost, two, { code: second.code });
    const [first, other] = [await listen(one), await listen(two)];
    expect((await first.at(0)).data).toContain(onPaper(unit.number));
    expect((await other.at(0)).data).toContain(onPaper(second.number));
    first.close();
    expect((await (await listen(one)).at(0)).data).toContain(onPaper(unit.number));
    await world().post(`${one.path}/clear`, { as: merchantHost });
    await setTimeout(100);
    expect(other.heard).toHaveLength(1);
  });

  it('ends with the newest when a host picks fast', async () => {
    const session = await openedSession(world(), merchantHost);
    const source = await listen(session);
    await source.at(0);
    for (let i = 0; i < 10; i++)
      await picked(world(), merchantHost, session, { code: i % 2 ? unit.code : second.code });
    const deadline = Date.now() + 5_000;
    while (!source.heard.at(-1)?.data.includes(onPaper(unit.number)) && Date.now() < deadline) await setTimeout(20);
    await setTimeout(100);
    expect(source.heard.at(-1)?.data).toContain(onPaper(unit.number));
  });

  it('tells what it could not look up as soon as it can, and beats no screen on meanwhile', async () => {
    const session = await openedSession(world(), merchantHost);
    const source = await listen(session);
    await source.at(0);
    const queries = world().app.get(LiveQueries);
    const beat = (): void => world().app.get(LiveRooms)['beatAll']();
    queries.screen = () => Promise.reject(new Error('the database is out of reach'));
    await picked(world(), merchantHost, session, { code: unit.code });
    await setTimeout(100);
    beat();
    await setTimeout(100);
    expect(source.heard).toHaveLength(1);
    // Its own again, that of the class.
    Reflect.deleteProperty(queries, 'screen');
    beat();
    expect((await source.at(1)).data).toContain(onPaper(unit.number));
    beat();
    expect((await source.at(2)).event).toBe('beat');
  });

  it('says at once that the certificate on the screen was suspended, and passes nothing any more', async () => {
    const bad = await certifiedBracelet(world(), people);
    const session = await openedSession(world(), merchantHost);
    const source = await listen(session);
    await picked(world(), merchantHost, session, { code: bad.code });
    await source.at(1);
    await suspended(world(), people, bad.certificateId);
    const { event, data } = await source.at(2);
    expect(event).toBe('certificate');
    expect(JSON.parse(data).html).toContain('证书已暂停');
    expect(JSON.parse(data).html).not.toMatch(/合格|1\.548/);
  });

  it('is empty while the goods are on hold', async () => {
    const held = await certifiedBracelet(world(), people);
    const session = await openedSession(world(), merchantHost);
    const source = await listen(session);
    await picked(world(), merchantHost, session, { code: held.code });
    await source.at(1);
    const path = `/api/v1/units/${held.unitId}/holds`;
    const { body } = await world().post(path, { as: people.inspector, body: { reason: '待核' } });
    expect((await source.at(2)).event).toBe('clear');
    expect((await world().get(`/live/${session.token}`)).text).not.toContain(onPaper(held.number));
    expect((await picked(world(), merchantHost, session, { code: held.code })).body).toMatchObject({
      code: 'live.unit-on-hold',
    });
    const hold = body.entries[0].subjects.find(({ type }: { type: string }) => type === 'hold').id;
    await world().post(`${path}/${hold}/release`, { as: people.reviewer, body: { reason: '核实' } });
    expect((await source.at(3)).data).toContain(onPaper(held.number));
  });

  it('goes dark when its address is replaced or the session ends', async () => {
    const session = await openedSession(world(), merchantHost);
    await picked(world(), merchantHost, session, { code: unit.code });
    const old = await listen(session);
    await old.at(0);
    const { body } = await world().post(`${session.path}/token`, { as: merchantHost });
    expect(await old.at(1)).toEqual({ event: 'clear', data: '{}' });
    await old.ended();
    expect((await world().get(`/live/${session.token}`)).status).toBe(404);
    const renewed = { ...session, token: body.token };
    const source = await listen(renewed);
    expect((await source.at(0)).data).toContain(onPaper(unit.number));
    await world().post(`${session.path}/end`, { as: merchantHost });
    expect((await source.at(1)).event).toBe('clear');
    await source.ended();
    for (const path of ['', '/events', `/photos/${unit.photo}`])
      expect((await world().get(`/live/${renewed.token}${path}`)).body).toMatchObject({
        code: 'live.screen-unknown',
      });
  });

  it('gives out only photographs that are on the screen', async () => {
    const session = await openedSession(world(), merchantHost);
    const path = `/live/${session.token}/photos/${unit.photo}`;
    expect((await world().get(path)).body).toMatchObject({ status: 404, code: 'live.photo-unknown' });
    await picked(world(), merchantHost, session, { code: unit.code });
    expect((await world().get(path)).headers).toMatchObject({ 'content-type': 'image/jpeg' });
    const { text } = await world().get(`/live/${session.token}`);
    expect(text).toContain(`src="${path}"`);
  });

  it('draws a QR code that leads to the certificate, and no code when the host wants none', async () => {
    const withQr = await openedSession(world(), merchantHost, { codeStyle: 'qr', layout: 'landscape' });
    await picked(world(), merchantHost, withQr, { code: unit.code });
    const { text: card } = await world().get(`/live/${withQr.token}`);
    const [, path = ''] = /<path fill="#000" d="([^"]*)"/.exec(card) ?? [];
    const [{ text: address } = { text: '' }] = await decodeQr(drawn(path, 29));
    expect(address).toBe(`HTTPS://V.EXAMPLE.CN/V/${unit.code}`);
    const without = await openedSession(world(), merchantHost, { codeStyle: 'none' });
    await picked(world(), merchantHost, without, { code: unit.code });
    const { text } = await world().get(`/live/${without.token}`);
    expect(text).not.toContain('<dd class="code">');
  });

  it('never shows the code of a label', async () => {
    const labelled = await certifiedBracelet(world(), people);
    const { labels } = await labelledUnit(world(), people, labelled.unitId);
    const code = labels[0]?.code ?? '';
    const session = await openedSession(world(), merchantHost, { codeStyle: 'qr' });
    expect((await picked(world(), merchantHost, session, { code })).status).toBe(201);
    expect((await world().get(`/live/${session.token}`)).text).not.toContain(code);
  });
});

describe('an overlay that another process serves', () => {
  it('changes when this one commits, and says goodbye when its process stops', async () => {
    const world = await World.open('postgres');
    const people = await demoWarehouse(world);
    const unit = await certifiedBracelet(world, people);
    const session = await openedSession(world, people.host);
    const other = await secondApp(world);
    await other.listen(0, '127.0.0.1');
    const source = await TestEventSource.open(`${await other.getUrl()}/live/${session.token}/events`);
    expect((await source.at(0)).event).toBe('clear');
    await picked(world, people.host, session, { code: unit.code });
    expect((await source.at(1)).data).toContain(onPaper(unit.number));
    await suspended(world, people, unit.certificateId);
    expect((await source.at(2)).data).toContain('证书已暂停');
    await other.close();
    await source.ended();
    expect(source.heard.at(-1)?.event).toBe('goodbye');
    await world.close();
  });
});

/** A path of `M<x> <y>h<length>v1h-<length>z` as black on white pixels, with the quiet zone of a QR code. */
function drawn(path: string, modules: number): { data: Uint8ClampedArray<ArrayBuffer>; width: number; height: number } {
  const [scale, quiet] = [8, 4];
  const side = (modules + 2 * quiet) * scale;
  const data = new Uint8ClampedArray(side * side * 4).fill(255);
  for (const [, x, y, length] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
    for (let row = 0; row < scale; row++) {
      const top = (Number(y) + quiet) * scale + row;
      const left = (Number(x) + quiet) * scale;
      for (let column = 0; column < Number(length) * scale; column++) {
        const at = (top * side + left + column) * 4;
        data.fill(0, at, at + 3);
      }
    }
  }
  return { data, width: side, height: side };
}
