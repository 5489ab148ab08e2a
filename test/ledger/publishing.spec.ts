import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { LogQueries } from '../../src/ledger/index.js';
import { sha256 } from '../../src/platform/keys/sha256.js';
import { verifyEd25519 } from '../../src/platform/keys/signing-key.js';
import { openCheckpoint, parsePolicy, type TrustedCheckpoint } from '../../src/tlog/index.js';
import { registerUnit, WAREHOUSE } from '../support/commands.js';
import { copyOfDatabase, DATABASES, emptyDatabase } from '../support/databases.js';
import { eventually } from '../support/eventually.js';
import { faultsOfLog } from '../support/log-check.js';
import { WitnessProcess, writePolicy } from '../support/witness-process.js';
import { World } from '../support/world.js';

const NAMES = ['w1', 'w2', 'w3'];

// Witnesses that do not answer are logged, and here they often do not.
const QUIET = { LOG_LEVEL: 'error', LOG_PUBLISH_MILLIS: '25' };

describe.each(DATABASES)('publishing by two of three witnesses (%s)', (kind) => {
  let folder: string;
  let environment: Readonly<Record<string, string>>;
  let witnesses: WitnessProcess[];
  let world: World;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'yanzhen-publishing-'));
    const policy = join(folder, 'policy');
    const plain = { DATABASE_URL: await emptyDatabase(kind, folder), KEYS_DIR: join(folder, 'keys') };
    world = await World.open(kind, plain);
    const vkey = (await world.get('/log/key')).text.trim();
    await world.close();
    witnesses = await Promise.all(NAMES.map((name) => WitnessProcess.start({ folder, name, logs: [vkey] })));
    await writePolicy(policy, witnesses, 2);
    environment = { ...plain, ...QUIET, LOG_POLICY: policy };
    world = await World.open(kind, environment);
  });

  afterAll(async () => {
    await world.close();
    await Promise.all(witnesses.map((witness) => witness.stop('SIGKILL')));
    await rm(folder, { recursive: true, force: true });
  });

  const witness = (number: number): WitnessProcess => witnesses[number - 1] as WitnessProcess;

  async function stopped<T>(numbers: readonly number[], work: () => Promise<T>): Promise<T> {
    for (const number of numbers) await witness(number).stop('SIGKILL');
    try {
      return await work();
    } finally {
      for (const number of numbers) witnesses[number - 1] = await witness(number).again();
    }
  }

  async function served(at = world): Promise<TrustedCheckpoint> {
    const policy = parsePolicy(sha256, (await at.get('/log/policy')).text);
    return openCheckpoint((await at.get('/log/checkpoint')).text, policy, verifyEd25519);
  }

  const size = async (at = world): Promise<number> => (await at.app.get(LogQueries).head()).size;

  /** Waits until everything is published, and says what then is served. */
  async function published(at = world): Promise<TrustedCheckpoint> {
    const whole = await size(at);
    const log = at.app.get(LogQueries);
    await eventually(
      () => log.newestPublished(),
      (newest) => newest?.size === whole,
    );
    return served(at);
  }

  it('serves a checkpoint that a stranger can verify by the policy that is served beside it', async () => {
    await registerUnit(world);
    const { checkpoint, witnessed } = await published();
    expect(checkpoint.size).toBe(await size());
    expect(witnessed.length).toBeGreaterThanOrEqual(2);
  });

  it('publishes without one of them, also when it hangs', async () => {
    await stopped([3], async () => {
      await registerUnit(world);
      expect((await published()).witnessed.map(({ witness: { name } }) => name)).toEqual(['w1', 'w2']);
    });
    witness(2).pause();
    await registerUnit(world);
    await published();
    witness(2).resume();
  });

  it('serves the last witnessed checkpoint while too few answer, and says so when asked whether it is ready', async () => {
    const before = (await published()).checkpoint.size;
    await stopped([1, 3], async () => {
      await registerUnit(world);
      expect((await world.get('/readyz')).status).toBe(200);
      world.clock.advanceHours(1);
      expect((await world.get('/readyz')).body).toMatchObject({ status: 503, code: 'ledger.quorum-not-met' });
      await registerUnit(world);
      await sleep(100);
      expect((await served()).checkpoint.size).toBe(before);
      expect(await size()).toBe(before + 2);
      const admin = await world.account(WAREHOUSE, 'warehouse', 'admin');
      const { text } = await world.get('/metrics', { as: admin });
      expect(text).toContain(`yanzhen_log_size{checkpoint="published"} ${before}`);
      expect(text).toMatch(/yanzhen_witness_answers_total\{witness="w1",outcome="failed"\} [1-9]/);
    });
    await published();
    expect((await world.get('/readyz')).status).toBe(200);
  });

  it('shows at once, under a checkpoint that is only signed, what no witness has seen yet', async () => {
    const before = (await published()).checkpoint.size;
    await stopped([1, 2, 3], async () => {
      await registerUnit(world);
      const log = world.app.get(LogQueries);
      expect((await log.checkpoint()).size).toBe(before);
      expect((await log.checkpoint(before)).size).toBe(before);
      expect((await log.checkpoint(before + 1)).size).toBe(before + 1);
      expect((await log.signedCheckpoint()).size).toBe(before + 1);
    });
    await published();
  });

  it('publishes only what has grown', async () => {
    await published();
    const rows = () => world.database.reader.query('SELECT size, note FROM ledger_published ORDER BY size');
    const before = await rows();
    await sleep(200);
    expect(await rows()).toEqual(before);
  });

  it('finds its place again with a witness that has lost its memory', async () => {
    await published();
    await witness(1).stop();
    await rm(join(folder, 'w1.state'));
    witnesses[0] = await witness(1).again();
    await stopped([3], async () => {
      await registerUnit(world);
      expect((await published()).witnessed.map(({ witness: { name } }) => name)).toEqual(['w1', 'w2']);
    });
  });

  it('signs nothing more when the whole machine was restored, since the witnesses were not', async () => {
    await published();
    await world.close();
    const backup = await copyOfDatabase(environment['DATABASE_URL'] ?? '');
    await cp(join(folder, 'keys'), join(folder, 'old-keys'), { recursive: true });
    world = await World.open(kind, environment);
    await registerUnit(world);
    await published();

    const restored = await World.open(kind, {
      ...environment,
      DATABASE_URL: backup,
      KEYS_DIR: join(folder, 'old-keys'),
    });
    const signed = await restored.app.get(LogQueries).signedCheckpoint();
    await expect(registerUnit(restored)).rejects.toMatchObject({ code: 'ledger.read-only' });
    const { body } = await restored.get('/readyz', { headers: { 'accept-language': 'en' } });
    expect(body).toMatchObject({ status: 503, code: 'ledger.read-only' });
    expect(body.detail).toMatch(/Witness w[123] has seen a log of \d+ entries/);
    expect((await restored.get('/log/checkpoint')).status).toBe(200);
    expect(await restored.app.get(LogQueries).signedCheckpoint()).toEqual(signed);
    await restored.close();
    expect(await faultsOfLog(world.database.reader)).toEqual([]);
  });

  it('signs nothing more beside another log that the witnesses saw', async () => {
    await published();
    await world.close();
    // A thief with key and guard signs other entries, and takes them to the witnesses first.
    const stolen = await copyOfDatabase(environment['DATABASE_URL'] ?? '');
    await cp(join(folder, 'keys'), join(folder, 'thief'), { recursive: true });
    const thief = await World.open(kind, { ...environment, DATABASE_URL: stolen, KEYS_DIR: join(folder, 'thief') });
    await registerUnit(thief, '玻璃手串');
    await published(thief);
    await thief.close();

    world = await World.open(kind, { ...environment, LOG_POLICY: '' });
    await registerUnit(world);
    await world.close();
    world = await World.open(kind, environment);
    await expect(registerUnit(world)).rejects.toMatchObject({ code: 'ledger.read-only' });
    const { body } = await world.get('/readyz', { headers: { 'accept-language': 'en' } });
    expect(body.detail).toMatch(/has seen another log at size \d+/);
  });
});
