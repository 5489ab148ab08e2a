import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { schema } from '../../src/app/schema.js';
import { verifyDatabase } from '../../src/app/verify-database.js';
import { readConfig } from '../../src/platform/config/config.js';
import { openSnapshot } from '../../src/platform/database/snapshot.js';
import { demoWarehouse } from '../support/catalog.js';
import { type Outcome, runCommand } from '../support/command.js';
import { copyOfDatabase, DATABASES_OF_LONG_RUNS, emptyDatabase } from '../support/databases.js';
import { overHttp } from '../support/over-http.js';
import { newUscc } from '../support/parties.js';
import { PlantedPeople } from '../support/planted-people.js';
import { ServerProcess } from '../support/server-process.js';
import { bytesUnder, databaseBytes, everyColumn, foundIn } from '../support/stored-bytes.js';
import { faultsOfAnswer } from '../support/stranger.js';
import { type Answer, World } from '../support/world.js';

const PATIENCE = 180_000;
const CONFIRMED = ['--ground', 'consent-withdrawn', '--confirm'];

describe.each(DATABASES_OF_LONG_RUNS)('erasing people (%s)', (kind) => {
  let folder: string;
  let environment: Readonly<Record<string, string>>;
  let url: string;
  let server: ServerProcess;
  let planted: PlantedPeople;
  let markers: readonly string[];
  /** From before the erasure: what the server logged, and a backup. */
  let printedBefore: string;
  let backup: string;

  async function start(): Promise<void> {
    server = await ServerProcess.start({ ...environment, LOG_LEVEL: 'trace' });
    planted.http = overHttp(server.url);
  }

  const command = (name: string, ...words: string[]): Promise<Outcome> => runCommand(name, words, environment);
  const erase = (what: string, ...words: string[]): Promise<Outcome> => command('erase', what, ...words);

  function ask(path: string, as = planted.people.admin, change: object = {}): Promise<Answer> {
    return planted.http.post(path, { as, body: { ground: 'consent-withdrawn', confirm: true, ...change } });
  }

  async function closeAccount(id: string): Promise<void> {
    const body = { reason: '离职' };
    await planted.http.post(`/api/v1/accounts/${id}/closing`, { as: planted.people.admin, body });
  }

  async function findings(of = url): Promise<readonly object[]> {
    const { reader, close } = await openSnapshot(readConfig({ ...environment, DATABASE_URL: of }), schema);
    const replayIn = await mkdtemp(join(folder, 'replay-'));
    try {
      const verified = await verifyDatabase(reader, { replayIn });
      if (verified.findings.length === 0) expect(verified.tables).toBeGreaterThan(10);
      return verified.findings;
    } finally {
      await close();
    }
  }

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'yanzhen-erasure-'));
    url = await emptyDatabase(kind, folder);
    const dirs = { DATA_DIR: folder, KEYS_DIR: join(folder, 'keys'), BLOBS_DIR: join(folder, 'blobs') };
    environment = { ...dirs, DATABASE_URL: url, PUBLIC_URL: 'https://v.example.cn' };
    const world = await World.open(kind, environment, new Date().toISOString());
    planted = await PlantedPeople.prepare(world, await demoWarehouse(world));
    await world.close();
    await start();
    await planted.plant();
    await writeFile(join(folder, 'before'), (await planted.http.get('/log/checkpoint')).text);
    ({ markers } = planted);
    await server.stop();
    printedBefore = server.words;
    backup = kind === 'sqlite' ? join(folder, 'backup') : await copyOfDatabase(url);
    if (kind === 'sqlite') expect(await command('backup', backup)).toMatchObject({ status: 0 });
    await start();
  }, PATIENCE);

  afterAll(async () => {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  });

  it(
    'begins with two hundred texts that stand in the files and are shown',
    async () => {
      expect(new Set(markers).size).toBe(200);
      expect(foundIn(markers, await databaseBytes(url))).toEqual(markers);
      const shown = markers.filter((marker) => !planted.replaced.includes(marker));
      expect(foundIn(markers, await planted.everythingShown())).toEqual(shown);
    },
    PATIENCE,
  );

  it('refuses an open account, whoever may not, and what was not confirmed', async () => {
    const [account, shipment] = [planted.ids.account[0], planted.ids.shipment[0] ?? ''];
    const { warehouseId, shipper, admin } = planted.people;
    expect((await ask(`/api/v1/accounts/${account}/erasure`)).body.code).toBe('identity.account-still-open');
    expect((await ask(`/api/v1/accounts/${account}/erasure`, shipper)).status).toBe(403);
    expect((await ask(`/api/v1/shipments/${shipment}/erasure`, admin, { confirm: false })).status).toBe(422);
    expect((await ask(`/api/v1/shipments/${shipment}/erasure`, admin, { ground: 'for fun' })).status).toBe(422);
    expect((await ask(`/api/v1/parties/${warehouseId}/erasure`)).body.code).toBe('ledger.nothing-personal');
    expect(await erase('shipment', shipment)).toMatchObject({
      status: 2,
      words: expect.stringMatching(/entry \d+ shipping\.handed-over[^]*nothing was erased yet/),
    });
    expect(await erase('shipment', 'SF-nobody', ...CONFIRMED)).toMatchObject({ status: 1 });
    expect(foundIn(markers, await databaseBytes(url))).toEqual(markers);
  });

  it(
    'takes them out of every file of the database, by API and by command beside the running server',
    async () => {
      const { account, party, shipment } = planted.ids;
      for (const id of account) await closeAccount(id);
      const paths = [
        ...account.slice(25).map((id) => `/api/v1/accounts/${id}/erasure`),
        ...party.map((id) => `/api/v1/parties/${id}/erasure`),
        ...shipment.slice(2).map((id) => `/api/v1/shipments/${id}/erasure`),
      ];
      const answers = await Promise.all(paths.map((path) => ask(path)));
      expect(answers.filter(({ status, body }) => status !== 201 || body.isScrubbed !== true)).toEqual([]);
      expect(await erase('account', ...account.slice(0, 25), ...CONFIRMED)).toMatchObject({ status: 0 });
      expect(await erase('shipment', ...shipment.slice(0, 2), ...CONFIRMED)).toMatchObject({ status: 0 });
      expect(foundIn(markers, await databaseBytes(url))).toEqual([]);
      expect(foundIn(markers, [await everyColumn(url)])).toEqual([]);
    },
    PATIENCE,
  );

  it(
    'leaves none of them on any page, in any answer, file, export, backup or log',
    async () => {
      expect(foundIn(markers, await planted.everythingShown())).toEqual([]);
      const again = await planted.repeatAll();
      expect(new Set(again.map(({ body }) => body.code))).toEqual(new Set(['ledger.request-erased']));
      const answered = again.map(({ text }) => text);
      expect(foundIn(markers, answered)).toEqual([]);
      if (kind === 'sqlite') expect(await command('backup', join(folder, 'fresh'))).toMatchObject({ status: 0 });
      expect(await command('export-log', join(folder, 'export'))).toMatchObject({ status: 0 });
      const written = ['fresh', 'export', 'blobs', 'keys'].map((name) => bytesUnder(join(folder, name)));
      expect(foundIn(markers, (await Promise.all(written)).flat())).toEqual([]);
      expect(server.words).toContain('database-scrubbed');
      expect(foundIn(markers, [printedBefore, server.words])).toEqual([]);
    },
    PATIENCE,
  );

  it('leaves every proof as it was, and a replay that gives the tables', async () => {
    expect(await findings()).toEqual([]);
    const since = ['--since', join(folder, 'before')];
    expect(await command('verify-log', server.url, ...since)).toMatchObject({ status: 0 });
    const vkey = (await planted.http.get('/log/key')).text;
    for (const { code, unitId } of planted.units) {
      const answer = await planted.http.get(`/v/${code}`, { headers: { accept: 'application/json' } });
      expect(faultsOfAnswer(answer.body, vkey, unitId)).toEqual([]);
    }
  });

  it('says that they were erased before, when asked again', async () => {
    const [first = '', second = ''] = planted.ids.shipment;
    expect((await ask(`/api/v1/shipments/${first}/erasure`)).body.code).toBe('ledger.already-erased');
    const told = await erase('shipment', first, second, ...CONFIRMED);
    expect(told).toMatchObject({ status: 0, words: expect.stringMatching(/erased before[^]*erased before/) });
    expect(await erase('scrub')).toMatchObject({ status: 0 });
  });

  it('goes on: a login is free again, and what is new can be erased again', async () => {
    const { admin, merchantId } = planted.people;
    const body = { login: markers.at(-2), name: '新人', password: 'long enough words', roles: ['merchant'] };
    const opened = await planted.http.post(`/api/v1/parties/${merchantId}/accounts`, { as: admin, body });
    expect(opened.status).toBe(201);
    const account = opened.body.entries[0].subjects[0].id;
    const party = planted.ids.party[0];
    const facts = { name: { zh: '某商家' }, uscc: newUscc(), contactName: '赵新' };
    await planted.http.put(`/api/v1/parties/${party}`, { as: admin, body: facts });
    const shown = await planted.http.get(`/api/v1/parties/${party}`, { as: admin });
    expect(shown.body).toMatchObject({ contactName: '赵新', phone: null });
    expect(await findings()).toEqual([]);
    await closeAccount(account);
    expect((await ask(`/api/v1/accounts/${account}/erasure`)).status).toBe(201);
    expect((await ask(`/api/v1/parties/${party}/erasure`)).status).toBe(201);
    expect(await findings()).toEqual([]);
  });

  it(
    'happens again when an older backup is restored and recovered',
    async () => {
      await server.stop();
      let [restored, source] = [backup, url];
      if (kind === 'sqlite') {
        const told = await command('restore', backup, '--force');
        expect(told).toMatchObject({ status: 0, words: expect.stringContaining('erased since') });
        [restored, source] = [url, `${url}.replaced-1`];
      }
      expect(foundIn(markers, await databaseBytes(restored))).toEqual(markers);
      const mended = await runCommand('recover', ['--from', source], { ...environment, DATABASE_URL: restored });
      expect(mended).toMatchObject({ status: 0, words: expect.stringContaining('erased again') });
      expect(foundIn(markers, await databaseBytes(restored))).toEqual([]);
      expect(foundIn(markers, [await everyColumn(restored)])).toEqual([]);
      expect(await findings(restored)).toEqual([]);
    },
    PATIENCE,
  );
});
