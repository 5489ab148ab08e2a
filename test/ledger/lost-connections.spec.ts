import pg from 'pg';
import { SYSTEM_ACTOR } from '../../src/kernel/actor.js';
import { Feed, type FeedEntry } from '../../src/ledger/index.js';
import { PublicationLock } from '../../src/ledger/publication-lock.js';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { registerUnit, WAREHOUSE } from '../support/commands.js';
import { emptyDatabase } from '../support/databases.js';
import { FlakyNetwork } from '../support/flaky-network.js';
import { faultsOfLog } from '../support/log-check.js';
import { postTo, secondApp } from '../support/second-app.js';
import { type Answer, type Caller, World } from '../support/world.js';

/** A PostgreSQL that is restarted, or drops connections: callers are told, and everything recovers by itself. */
describe('lost connections to PostgreSQL', () => {
  let world: World;
  let inspector: Caller;
  let unitId: string;
  let root: pg.Client;

  beforeAll(async () => {
    world = await World.open('postgres', { LOG_LEVEL: 'silent' });
    inspector = await world.account(WAREHOUSE, 'warehouse', 'inspector');
    unitId = await registerUnit(world);
    root = new pg.Client(`${process.env['TEST_POSTGRES_URL']}/postgres`);
    await root.connect();
  });

  afterAll(async () => {
    await root.end();
    await world.close();
  });

  const hold = (reason = '待核'): Promise<Answer> =>
    world.post(`/api/v1/units/${unitId}/holds`, { as: inspector, body: { reason } });
  const look = (): Promise<Answer> => world.get(`/api/v1/units/${unitId}`, { as: inspector });

  /** Ends every connection of the application, as a restart does; answers how many there were. */
  async function terminate(): Promise<number> {
    const url = world.config.database.kind === 'postgres' ? world.config.database.url : '';
    const { rowCount } = await root.query(
      'SELECT pg_terminate_backend(pid, 2000) FROM pg_stat_activity WHERE datname = $1 AND pid <> pg_backend_pid()',
      [url.split('/').at(-1)],
    );
    return rowCount ?? 0;
  }

  async function connections(): Promise<number> {
    const url = world.config.database.kind === 'postgres' ? world.config.database.url : '';
    const { rows } = await root.query('SELECT count(*)::int AS n FROM pg_stat_activity WHERE datname = $1', [
      url.split('/').at(-1),
    ]);
    return rows[0].n;
  }

  it('that were idle are opened again: the next command and the next read succeed', async () => {
    expect((await hold()).status).toBe(201);
    expect(await terminate()).toBeGreaterThan(1);
    await pause(50);
    expect([(await look()).status, (await hold()).status]).toEqual([200, 201]);
  });

  it('in the middle of commands are told as 503 or done, never as a bug, and nothing acknowledged is lost', async () => {
    const before = await holdsOf();
    const calls = Array.from({ length: 60 }, (_, i) => hold(`断线 ${i}`));
    await pause(5);
    await terminate();
    const answers = [...(await Promise.all(calls)), await hold('断线后')];
    const codes = new Set(answers.map(({ status, body }) => `${status} ${body.code ?? ''}`));
    expect([...codes].filter((code) => !/^201 $|^503 (ledger|database)\./.test(code))).toEqual([]);
    const added = (await holdsOf()).filter((id) => !before.includes(id));
    const told = answers.filter(({ status }) => status === 201).map(({ body }) => body.entries[0].subjects[1].id);
    expect(told.filter((id) => !added.includes(id))).toEqual([]);
    expect(await faultsOfLog(world.database.reader)).toEqual([]);
  });

  it('inside one command refuse that command, and the next is written', async () => {
    const lost = world.ledger.record(SYSTEM_ACTOR, async (tx) => {
      await terminate();
      await tx.query('SELECT 1');
      return [];
    });
    await expect(lost).rejects.toMatchObject({ kind: 'busy', code: 'ledger.storage-failed' });
    expect((await hold()).status).toBe(201);
  });

  it('of readers in the middle of reads are 503 at worst', async () => {
    const reads = Array.from({ length: 40 }, () => look());
    await pause(1);
    await terminate();
    const answers = await Promise.all(reads);
    const codes = new Set(answers.map(({ status, body }) => `${status} ${body.code ?? ''}`));
    expect([...codes].filter((code) => !/^200 $|^503 /.test(code))).toEqual([]);
    expect((await look()).status).toBe(200);
  });

  it('lost many times use up no pool', async () => {
    for (let i = 0; i < 12; i++) {
      await terminate();
      await hold();
    }
    await pause(1_500);
    expect((await hold()).status).toBe(201);
    expect(await connections()).toBeLessThanOrEqual(11);
  });

  describe('of another process', () => {
    let other: NestFastifyApplication;
    const told: FeedEntry[] = [];
    beforeAll(async () => {
      other = await secondApp(world);
      other.get(Feed).subscribe((entry) => told.push(entry));
    });
    afterAll(() => other.close());

    it('still lets it hear of every commit, also of those while it could not listen', async () => {
      await hold('听得到');
      await until(() => told.length > 0);
      await terminate();
      const answer = await hold('断线时');
      expect(answer.status).toBe(201);
      const { index } = answer.body.entries[0];
      await until(() => told.some((entry) => entry.index === index));
      const indexes = told.map((entry) => entry.index);
      expect(indexes).toEqual(indexes.toSorted((a, b) => a - b));
      expect(new Set(indexes).size).toBe(indexes.length);
      expect(
        (await postTo(other, `/api/v1/units/${unitId}/holds`, { as: inspector, body: { reason: 'x' } })).status,
      ).toBe(201);
    });
  });

  async function holdsOf(): Promise<string[]> {
    const rows = await world.database.reader.query<{ id: string }>('SELECT id AS "id" FROM unit_hold');
    return rows.map(({ id }) => id);
  }
});

describe('a network that breaks between the application and PostgreSQL', () => {
  let world: World;
  let network: FlakyNetwork;
  let inspector: Caller;
  let unitId: string;

  beforeAll(async () => {
    const direct = await emptyDatabase('postgres', '');
    network = await FlakyNetwork.before(direct);
    world = await World.open('postgres', { DATABASE_URL: network.through(direct), LOG_LEVEL: 'silent' });
    inspector = await world.account(WAREHOUSE, 'warehouse', 'inspector');
    unitId = await registerUnit(world);
  });

  afterAll(async () => {
    network.become('open');
    await world.close();
    await network.close();
  });

  const hold = (): Promise<Answer> =>
    world.post(`/api/v1/units/${unitId}/holds`, { as: inspector, body: { reason: '待核' } });
  const record = (): Promise<unknown> => world.ledger.record(SYSTEM_ACTOR, () => []);

  it('and refuses connections: everything answers 503 at once, and works again by itself', async () => {
    network.become('cut');
    await pause(50);
    expect((await hold()).body).toMatchObject({ status: 503, code: 'database.unreachable' });
    expect((await world.get('/readyz')).status).toBe(503);
    const waiting = await Promise.allSettled(Array.from({ length: 100 }, record));
    const codes = new Set(waiting.map((each) => (each.status === 'rejected' ? each.reason.code : 'done')));
    expect([...codes]).toEqual(['ledger.storage-failed']);
    network.become('open');
    expect([(await hold()).status, (await world.get('/readyz')).status]).toEqual([201, 200]);
  });

  it('and swallows everything: who waits for its turn to publish is told too, and tries on', async () => {
    const [holder, lock] = [new PublicationLock(world.database), new PublicationLock(world.database)];
    expect([await holder.isMine(), await lock.isMine()]).toEqual([true, false]);
    network.become('silent');
    await expect(lock.isMine()).rejects.toThrow('timeout');
    network.become('open');
    holder.release();
    expect(await lock.isMine()).toBe(true);
    lock.release();
  });

  it('and swallows everything: readers and commands are told after some seconds, none waits for ever', async () => {
    network.become('silent');
    const answers = [hold(), ...Array.from({ length: 20 }, () => world.get('/readyz'))];
    const commands = Promise.allSettled(Array.from({ length: 20 }, record));
    expect(new Set((await Promise.all(answers)).map(({ status }) => status))).toEqual(new Set([503]));
    const ended = await commands;
    expect(ended.map(({ status }) => status)).not.toContain('fulfilled');
    network.become('open');
    await pause(100);
    expect((await hold()).status).toBe(201);
  });
});

function pause(millis: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, millis);
  });
}

async function until(isDone: () => boolean): Promise<void> {
  for (let waited = 0; waited < 5_000 && !isDone(); waited += 50) await pause(50);
  expect(isDone()).toBe(true);
}
