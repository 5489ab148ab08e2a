import { cp, mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Clock } from '../../src/kernel/instant.js';
import { announceKey, keyVerifiers, LogQueries, makeKeyFile, Signer } from '../../src/ledger/index.js';
import { newSigningKey } from '../../src/platform/keys/signing-key.js';
import { formatNote, openNote, parseNote } from '../../src/tlog/index.js';
import { runCommand } from '../support/command.js';
import { registerUnit } from '../support/commands.js';
import { DATABASES_OF_LONG_RUNS, emptyDatabase } from '../support/databases.js';
import { eventually } from '../support/eventually.js';
import { faultsOfLog } from '../support/log-check.js';
import { World } from '../support/world.js';

const DAY_MILLIS = 24 * 3_600_000;

describe.each(DATABASES_OF_LONG_RUNS)('changing the key of the log (%s)', (kind) => {
  let folder: string;
  let keysDir: string;
  let environment: Readonly<Record<string, string>>;
  let world: World;
  let firstKey: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'yanzhen-key-'));
    keysDir = join(folder, 'keys');
    environment = {
      DATABASE_URL: await emptyDatabase(kind, folder),
      KEYS_DIR: keysDir,
      LOG_PUBLISH_MILLIS: '25',
      LOG_LEVEL: 'error',
    };
    world = await World.open(kind, environment);
    [firstKey = ''] = await servedKeys();
  });

  afterEach(async () => {
    await world.close();
    await rm(folder, { recursive: true, force: true });
  });

  async function servedKeys(): Promise<string[]> {
    return (await world.get('/log/key')).text.trim().split('\n');
  }

  /** Which of the keys verify the newest checkpoint. */
  async function signedBy(...vkeys: readonly string[]): Promise<boolean[]> {
    const { text } = await world.get('/log/checkpoint');
    return vkeys.map((vkey) => {
      try {
        return openNote(text, keyVerifiers([{ vkey }])).signatures.length === 1;
      } catch {
        return false;
      }
    });
  }

  async function rotateHere(days: number): Promise<string> {
    const { vkey } = makeKeyFile(keysDir, world.app.get(Signer).origin);
    const [signer, clock] = [world.app.get(Signer), world.app.get(Clock)];
    await announceKey({ ledger: world.ledger, signer, clock }, vkey, days * DAY_MILLIS);
    return vkey;
  }

  async function reopen(change: Readonly<Record<string, string>> = {}): Promise<void> {
    const now = world.clock.now();
    await world.close();
    world = await World.open(kind, { ...environment, ...change }, now);
  }

  it('is done by a command beside the running server, which signs by both from then on', async () => {
    await registerUnit(world);
    const made = await runCommand('key', ['rotate'], environment);
    expect(made).toMatchObject({ status: 0 });
    const second = made.words.split('\n')[0] ?? '';
    expect(await signedBy(firstKey, second)).toEqual([true, true]);
    await eventually(servedKeys, (keys) => keys.length === 2);
    expect(await servedKeys()).toEqual([firstKey, second]);
    await registerUnit(world);
    expect(await signedBy(firstKey, second)).toEqual([true, true]);
    expect((await runCommand('key', ['show'], environment)).words).toMatch(/signs until 20\d\d-[^]*签名中 signs/);
    expect(await faultsOfLog(world.database.reader)).toEqual([]);
    const [added] = await readdir(keysDir).then((names) =>
      names.filter((name) => /\.[0-9a-f]{8}\.key\.pem$/.test(name)),
    );
    expect((await stat(join(keysDir, added ?? ''))).mode & 0o777).toBe(0o600);
  });

  it('is told in clear in the log, about the log', async () => {
    const second = await rotateHere(1);
    const log = world.app.get(LogQueries);
    const entry = await log.entry((await log.head()).size - 1);
    expect(entry).toMatchObject({
      kind: 'ledger.key-announced',
      subjects: [{ type: 'log', id: firstKey.split('+')[0]?.split('/').at(-1), prev: 0 }],
      clear: { vkey: second, replaces: firstKey },
    });
  });

  it('ends with the old key out of use, and its file may go', async () => {
    const second = await rotateHere(1);
    world.clock.advanceHours(23);
    await registerUnit(world);
    expect(await signedBy(firstKey, second)).toEqual([true, true]);
    world.clock.advanceHours(2);
    await registerUnit(world);
    expect(await signedBy(firstKey, second)).toEqual([false, true]);
    expect(await servedKeys()).toEqual([second]);
    await rm(join(keysDir, (await readdir(keysDir)).find((name) => /^[^.]+\.key\.pem$/.test(name)) ?? ''));
    await reopen();
    await registerUnit(world);
    expect(await signedBy(firstKey, second)).toEqual([false, true]);
  });

  it('without overlap still has the old key vouch for the new one, once', async () => {
    const second = await rotateHere(0);
    expect(await signedBy(firstKey, second)).toEqual([true, true]);
    world.clock.advanceHours(1);
    await registerUnit(world);
    expect(await signedBy(firstKey, second)).toEqual([false, true]);
  });

  it('goes on by the old key alone where the new one has not arrived yet, and then stops', async () => {
    await rotateHere(1);
    const elsewhere = join(folder, 'elsewhere');
    await cp(keysDir, elsewhere, { recursive: true });
    await rm(join(elsewhere, (await readdir(elsewhere)).find((name) => /\.[0-9a-f]{8}\.key/.test(name)) ?? ''));
    await reopen({ KEYS_DIR: elsewhere });
    await registerUnit(world);
    expect(await signedBy(firstKey)).toEqual([true]);
    world.clock.advanceHours(48);
    await expect(registerUnit(world)).rejects.toMatchObject({ code: 'ledger.read-only' });
    expect(await faultsOfLog(world.database.reader)).toEqual([]);
  });

  it('believes no key that only the database names', async () => {
    await rotateHere(30);
    // Somebody who can write the database, but has no key of the log, would have to leave its signature out.
    const { size } = await world.app.get(LogQueries).head();
    const { note } = await world.app.get(LogQueries).signedCheckpoint();
    const { text, signatures } = parseNote(note);
    const forged = formatNote({ text, signatures: signatures.slice(1) });
    await world.ledger.run((tx) => tx.execute('UPDATE ledger_checkpoint SET note = ? WHERE size = ?', [forged, size]));
    await rm(join(keysDir, (await readdir(keysDir)).find((name) => /\.[0-9a-f]{8}\.key/.test(name)) ?? ''));
    const now = world.clock.now();
    await world.close();
    await expect(World.open(kind, environment, now)).rejects.toThrow('does not match its signature');
    world = await World.open(kind);
  });

  it('takes keys from the environment, and writes no file for them', async () => {
    const [one, two] = [newSigningKey(), newSigningKey()];
    const own = { DATABASE_URL: await emptyDatabase(kind, folder), KEYS_DIR: join(folder, 'own') };
    // As an environment file spells it, on one line.
    const alone = { ...environment, ...own, LOG_SIGNING_KEY: one.pem.replaceAll('\n', '\\n') };
    await world.close();
    world = await World.open(kind, alone);
    await registerUnit(world);
    expect((await readdir(own.KEYS_DIR)).filter((name) => name.endsWith('.pem'))).toEqual([]);

    const refused = await runCommand('key', ['rotate'], alone);
    expect(refused).toMatchObject({ status: 1, words: expect.stringContaining('--pem') });
    const both = { ...alone, LOG_SIGNING_KEY: `${one.pem}${two.pem}` };
    expect(await runCommand('key', ['rotate', '--overlap', '2'], both)).toMatchObject({ status: 0 });
    await world.close();
    world = await World.open(kind, both);
    await registerUnit(world);
    expect(await signedBy(...(await servedKeys()))).toEqual([true, true]);
  });

  it('needs both private keys, and uses the one that was prepared', async () => {
    const { origin } = world.app.get(Signer);
    const { vkey, file } = makeKeyFile(keysDir, origin);
    await rm(file);
    const parts = { ledger: world.ledger, signer: world.app.get(Signer), clock: world.app.get(Clock) };
    await expect(announceKey(parts, vkey, 0)).rejects.toMatchObject({ code: 'ledger.key-missing' });
    await expect(announceKey(parts, firstKey, 0)).rejects.toMatchObject({ code: 'ledger.keys-have-changed' });
    const prepared = await runCommand('key', ['new'], environment);
    expect(prepared).toMatchObject({ status: 0 });
    expect((await runCommand('key', ['show'], environment)).words).toContain('未公布 prepared');
    expect((await runCommand('key', ['rotate'], environment)).words).toContain(prepared.words.split('\n')[0]);
  });
});

describe('the key command', () => {
  it('tells its use, and prints a key without a database', async () => {
    expect(await runCommand('key', ['--help'])).toMatchObject({ status: 0, words: expect.stringContaining('rotate') });
    expect(await runCommand('key', ['turn'])).toMatchObject({ status: 2 });
    expect(await runCommand('key', ['rotate', '--overlap', 'long'])).toMatchObject({ status: 2 });
    expect((await runCommand('key', ['new', '--pem'])).words).toMatch(/^-----BEGIN PRIVATE KEY-----\n/);
  });
});
