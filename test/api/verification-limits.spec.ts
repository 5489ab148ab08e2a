import { appendFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { demoWarehouse } from '../support/catalog.js';
import { certifiedBracelet } from '../support/certificates.js';
import { secondApp } from '../support/second-app.js';
import { shippedBracelet } from '../support/shipped.js';
import { World } from '../support/world.js';

describe('attempts to guess a number', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.open('sqlite');
  });
  afterAll(() => world.close());

  it('are limited per visitor, and an IPv6 network is one visitor', async () => {
    const ask = (remoteAddress: string) =>
      world.app.inject({ url: '/v?code=0000000000', headers: { accept: 'application/json' }, remoteAddress });
    for (let i = 0; i < 60; i++) expect((await ask(`2001:db8:1:2::${i.toString(16)}`)).statusCode).toBe(404);
    const refused = await ask('2001:db8:1:2:ffff::1');
    expect(refused.statusCode).toBe(429);
    expect(refused.json()).toMatchObject({ code: 'http.too-many-requests' });
    expect((await ask('2001:db8:1:3::1')).statusCode).toBe(404);
  });
});

describe('a page that is kept by two processes', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.open('postgres');
  });
  afterAll(() => world.close());

  it('is forgotten by both when one of them writes', async () => {
    const other = await secondApp(world);
    const people = await demoWarehouse(world);
    const unit = await certifiedBracelet(world, people);
    const shown = async () => (await other.inject({ url: `/v/${unit.code}`, headers: { accept: 'text/html' } })).body;
    expect(await shown()).toContain('<h1>证书有效</h1>');
    const call = { as: people.reviewer, body: { reason: { zh: '正在核实' } } };
    expect((await world.post(`/api/v1/certificates/${unit.certificateId}/suspension`, call)).status).toBe(201);
    const deadline = Date.now() + 10_000;
    while (!(await shown()).includes('证书已暂停') && Date.now() < deadline) await setTimeout(10);
    expect(await shown()).toContain('<h1>证书已暂停</h1>');
    await other.close();
  });
});

describe('a page while nothing can be written', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.open('sqlite');
  });
  afterAll(() => world.close());

  it('is shown with the count that is known', async () => {
    const people = await demoWarehouse(world);
    const { labels } = await shippedBracelet(world, people, 1);
    const scan = () => world.get(`/v/${labels[0]?.code}`, { headers: { accept: 'application/json' } });
    const first = await scan();
    // The guard has seen a larger log than this database holds: as after a restored backup, nothing is written.
    const guard = readdirSync(world.config.keysDir).find((name) => name.endsWith('.guard')) ?? '';
    appendFileSync(join(world.config.keysDir, guard), `999999 ${'0'.repeat(64)}\n`);
    expect((await world.get('/readyz')).status).toBe(503);
    const { status, body } = await scan();
    expect([status, body.code.scans]).toEqual([200, { count: 2, first: first.body.code.scans.first }]);
  });
});
