import { appendFile, cp, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projections } from '../../src/app/projections.js';
import { recoverLive, type RecoveryReport, type RecoveryWish } from '../../src/app/recover-live.js';
import { schema } from '../../src/app/schema.js';
import { verifyDatabase } from '../../src/app/verify-database.js';
import { Clock } from '../../src/kernel/instant.js';
import { announceKey, compareTables, LogQueries, makeKeyFile, Projections, Signer } from '../../src/ledger/index.js';
import { Unit } from '../../src/modules/units/index.js';
import { readConfig } from '../../src/platform/config/config.js';
import { openSnapshot } from '../../src/platform/database/snapshot.js';
import { type DemoWarehouse, demoWarehouse } from '../support/catalog.js';
import { certifiedBracelet } from '../support/certificates.js';
import { runCommand } from '../support/command.js';
import { registerUnit } from '../support/commands.js';
import { copyOfDatabase, DATABASES, emptyDatabase } from '../support/databases.js';
import { downloadLog } from '../support/exported-log.js';
import { differencesAfterReplay } from '../support/replayed.js';
import { WitnessProcess, writePolicy } from '../support/witness-process.js';
import { World } from '../support/world.js';

const TABLES = new Projections(projections).tables;

describe.each(DATABASES)("yesterday's backup, restored (%s)", (kind) => {
  let folder: string;
  let environment: Readonly<Record<string, string>>;
  let people: DemoWarehouse;
  let world: World | undefined;
  /** Yesterday's backup, never opened since; today's database; today's log as strangers have it. */
  let yesterday: string;
  let today: string;
  let exported: string;
  let size: number;
  let start: string;
  let keys: string;
  /** The restored copy of yesterday's backup that a test is about. */
  let restored: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'yanzhen-recover-'));
    today = await emptyDatabase(kind, folder);
    const dirs = { DATA_DIR: folder, KEYS_DIR: join(folder, 'todays-keys'), BLOBS_DIR: join(folder, 'blobs') };
    environment = { ...dirs, LOG_LEVEL: 'error', DATABASE_URL: today };
    const live = await World.open(kind, environment);
    people = await demoWarehouse(live);
    const now = live.clock.now();
    await live.close();
    yesterday = await copyOfDatabase(today);
    const later = await World.open(kind, environment, now);
    await certifiedBracelet(later, people);
    const [signer, clock] = [later.app.get(Signer), later.app.get(Clock)];
    const { vkey } = makeKeyFile(environment['KEYS_DIR'] ?? '', signer.origin);
    await announceKey({ ledger: later.ledger, signer, clock }, vkey, 0);
    later.clock.advanceHours(1);
    await certifiedBracelet(later, people);
    exported = join(folder, 'exported');
    await downloadLog(later, exported);
    ({ size } = await later.app.get(LogQueries).head());
    start = later.clock.now();
    await later.close();
  });

  /** Each test has a restored database, and the keys and the guard as they were left today. */
  beforeEach(async () => {
    restored = await copyOfDatabase(yesterday);
    keys = await mkdtemp(join(folder, 'keys-'));
    await cp(join(folder, 'todays-keys'), keys, { recursive: true });
    environment = { ...environment, KEYS_DIR: keys };
  });

  afterEach(async () => {
    await world?.close();
    world = undefined;
  });

  afterAll(() => rm(folder, { recursive: true, force: true }));

  const guardIn = async (inside: string): Promise<string> =>
    join(inside, (await readdir(inside)).find((name) => name.endsWith('.guard')) ?? '');

  const open = async (url = restored, change: Readonly<Record<string, string>> = {}): Promise<World> => {
    world = await World.open(kind, { ...environment, ...change, DATABASE_URL: url }, start);
    return world;
  };

  function mend(wish: Partial<RecoveryWish> & { from: string }, change = {}): Promise<RecoveryReport> {
    const whole = { disclosures: undefined, acceptsLoss: false, withoutGuard: false, ...wish };
    return recoverLive({ ...environment, DATABASE_URL: restored, ...change }, whole);
  }

  async function findings(url = restored): Promise<readonly object[]> {
    const { reader, close } = await openSnapshot(readConfig({ ...environment, DATABASE_URL: url }), schema);
    const replayIn = await mkdtemp(join(folder, 'replay-'));
    try {
      const verified = await verifyDatabase(reader, { replayIn });
      if (verified.findings.length === 0) expect(verified.tables).toBe(TABLES.length);
      return verified.findings;
    } finally {
      await close();
    }
  }

  async function differencesFromToday(): Promise<readonly object[]> {
    const [ours, theirs] = await Promise.all(
      [restored, today].map((url) => openSnapshot(readConfig({ ...environment, DATABASE_URL: url }), schema)),
    );
    if (!ours || !theirs) throw new Error('two snapshots');
    try {
      return await compareTables(ours.reader, theirs.reader, TABLES);
    } finally {
      await ours.close();
      await theirs.close();
    }
  }

  it('refuses to sign, is mended by the command from a replica, and goes on', async () => {
    const before = await open();
    await expect(registerUnit(before)).rejects.toMatchObject({ code: 'ledger.read-only' });
    expect((await before.get('/readyz', { headers: { 'accept-language': 'en' } })).body.detail).toContain('recover');
    await before.close();

    const told = await runCommand('recover', ['--from', today], { ...environment, DATABASE_URL: restored });
    expect(told).toMatchObject({ status: 0, words: expect.stringContaining('the server can sign again') });
    expect(await differencesFromToday()).toEqual([]);
    expect(await findings()).toEqual([]);

    const after = await open();
    await certifiedBracelet(after, people);
    expect((await after.get('/readyz')).status).toBe(200);
    await after.close();
    world = undefined;
    expect(await findings()).toEqual([]);
  });

  it('is mended from an exported folder and a newer database that has the contents', async () => {
    const report = await mend({ from: exported, disclosures: today });
    expect(report).toMatchObject({ to: size, lost: [] });
    expect(await differencesFromToday()).toEqual([]);
    expect(await findings()).toEqual([]);
    await registerUnit(await open());
  });

  it('is mended from the log of a running server', async () => {
    const running = await open(today);
    await running.app.listen(0, '127.0.0.1');
    const report = await mend({ from: await running.app.getUrl(), disclosures: today });
    expect(report).toMatchObject({ to: size, lost: [] });
    expect(await findings()).toEqual([]);
  });

  it('says what would be lost from a folder alone, and changes nothing', async () => {
    await expect(mend({ from: exported })).rejects.toThrow(/certificates\.issued × 2[^]*--accept-loss/);
    await expect(mend({ from: today })).resolves.toMatchObject({ lost: [] });
  });

  it('puts entries without contents into the log alone when that is accepted, and can sign again', async () => {
    const report = await mend({ from: exported, acceptsLoss: true });
    expect(report.lost.length).toBeGreaterThan(10);
    expect(report.lost.map((lost) => lost.kind)).not.toContain('ledger.key-announced');
    const after = await open();
    await registerUnit(after);
    expect(await after.database.reader.find(Unit, {})).toHaveLength(1);
    expect(await differencesAfterReplay(after, kind, { tables: TABLES, rules: [] })).toEqual([]);
    await after.close();
    world = undefined;
    // What did not travel with the log is missed by the verifier, and nothing else.
    const missed = (await findings()).map((finding) => JSON.stringify(finding));
    const places = missed.map((words) => /"(ledger_\w+) \d+/.exec(words)?.[1]);
    expect(new Set(places)).toEqual(new Set(['ledger_disclosure', 'ledger_checkpoint']));
  });

  it('is refilled as far as a source goes, and stays read-only until another has the rest', async () => {
    // The guard of a machine that signed twenty entries more than any copy has.
    await appendFile(await guardIn(keys), `${size + 20} ${'a'.repeat(64)}\n`);
    const told = await runCommand('recover', ['--from', today], { ...environment, DATABASE_URL: restored });
    expect(told).toMatchObject({
      status: 1,
      words: expect.stringContaining(`${size} to ${size + 19} are still missing`),
    });
    await expect(registerUnit(await open())).rejects.toMatchObject({ code: 'ledger.read-only' });
  });

  it('is not mended from another log, an older copy, or a copy that was changed', async () => {
    const other = await emptyDatabase(kind, folder);
    await (await World.open(kind, { ...environment, DATABASE_URL: other })).close();
    await expect(mend({ from: other })).rejects.toThrow('another log');

    const tampered = await copyOfDatabase(today);
    const thief = await World.open(kind, { ...environment, DATABASE_URL: tampered }, start);
    await thief.ledger.run((tx) =>
      tx.execute(`UPDATE ledger_disclosure SET content = replace(content, '紫晶', '玻璃') WHERE idx > ?`, [size - 30]),
    );
    await thief.close();
    await expect(mend({ from: tampered })).rejects.toThrow(/the public content is not what it committed to/);

    const mended = await mend({ from: today });
    expect(mended.to).toBe(size);
    await expect(mend({ from: yesterday })).rejects.toThrow('older than this database');
    expect(await mend({ from: today })).toMatchObject({ from: size, to: size });
  });

  it('is not mended when it was written since, nor from a log that was forked', async () => {
    const own = { KEYS_DIR: await mkdtemp(join(folder, 'thief-')) };
    await cp(keys, own.KEYS_DIR, { recursive: true });
    await rm(await guardIn(own.KEYS_DIR));
    const fork = await copyOfDatabase(yesterday);
    // A thief with the keys gives himself a guard, and signs other entries behind yesterday's.
    await recoverLive(
      { ...environment, ...own, DATABASE_URL: fork },
      { from: yesterday, disclosures: undefined, acceptsLoss: false, withoutGuard: true },
    );
    const thief = await open(fork, own);
    for (let i = 0; i < 3; i++) await registerUnit(thief, '玻璃手串');
    await thief.close();
    world = undefined;

    await expect(mend({ from: today }, { DATABASE_URL: fork })).rejects.toThrow('one of them is not this log');
    const thiefs = await World.open(kind, { ...environment, ...own, DATABASE_URL: fork }, start);
    while ((await thiefs.app.get(LogQueries).head()).size < size + 2) await registerUnit(thiefs, '玻璃手串');
    await thiefs.close();
    await expect(mend({ from: fork })).rejects.toThrow('it is not the log that was signed');
    await expect(mend({ from: today }, { DATABASE_URL: fork })).rejects.toThrow(/older than this database/);
    expect(await mend({ from: today })).toMatchObject({ to: size });
  });

  it('is mended even when the whole database is gone, but not without the guard unless a person vouches', async () => {
    restored = await emptyDatabase(kind, folder);
    await rm(await guardIn(keys));
    await expect(mend({ from: today })).rejects.toThrow('signing guard is missing');
    expect(await mend({ from: today, withoutGuard: true })).toMatchObject({ from: 0, to: size });
    expect(await findings()).toEqual([]);
    await registerUnit(await open());
  });

  it('hears from a witness that more was published than the source has', async () => {
    const running = await open(today);
    const { vkeys } = running.app.get(Signer);
    const witness = await WitnessProcess.start({ folder, name: `w-${kind}`, logs: vkeys });
    const policy = join(folder, 'policy');
    await writePolicy(policy, [witness], 1);
    await running.close();
    // A machine that went on from today's copy, was witnessed, and is gone with its guard.
    const gone = await copyOfDatabase(today);
    const lostKeys = await mkdtemp(join(folder, 'lost-'));
    await cp(keys, lostKeys, { recursive: true });
    const change = { LOG_POLICY: policy, KEYS_DIR: lostKeys };
    const machine = await open(gone, change);
    await registerUnit(machine);
    await machine.close();
    await (await open(gone, change)).close();
    world = undefined;

    const report = await mend({ from: today }, { LOG_POLICY: policy });
    expect([...report.witnesses]).toEqual([[`w-${kind}`, { kind: 'ahead', size: size + 1 }]]);
    const whole = await mend({ from: gone }, { LOG_POLICY: policy });
    expect([...whole.witnesses.values()]).toMatchObject([{ kind: 'cosigned' }]);
    await witness.stop();
  });
});

describe('the recover command', () => {
  it('tells its use, and what it needs', async () => {
    expect(await runCommand('recover', ['--help'])).toMatchObject({ status: 0 });
    expect(await runCommand('recover', [])).toMatchObject({ status: 2, words: expect.stringContaining('--from') });
  });
});
