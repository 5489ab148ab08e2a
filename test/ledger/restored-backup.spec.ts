import { copyFile, cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { registerUnit, WAREHOUSE } from '../support/commands.js';
import { faultsOfLog } from '../support/log-check.js';
import { World } from '../support/world.js';

describe('a restored, older database', () => {
  let folder: string;
  let environment: Readonly<Record<string, string>>;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'yanzhen-restored-'));
    environment = { DATABASE_URL: `sqlite:${folder}/live.db`, KEYS_DIR: `${folder}/keys` };
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  /** Closes the database so that its file is whole, and opens it again. */
  async function withUnits(count: number): Promise<void> {
    const world = await World.open('sqlite', environment);
    for (let i = 0; i < count; i++) await registerUnit(world);
    await world.close();
  }

  it('comes up to be read, and refuses to sign with words that help', async () => {
    await withUnits(3);
    await copyFile(`${folder}/live.db`, `${folder}/backup.db`);
    await withUnits(2);
    await copyFile(`${folder}/backup.db`, `${folder}/live.db`);

    const world = await World.open('sqlite', environment);
    expect((await world.get('/log/checkpoint')).status).toBe(200);
    expect((await world.get('/readyz')).body).toMatchObject({ status: 503, code: 'ledger.read-only' });
    await expect(registerUnit(world)).rejects.toMatchObject({ code: 'ledger.read-only' });
    await expect(world.account(WAREHOUSE, 'warehouse', 'admin')).rejects.toMatchObject({ code: 'ledger.read-only' });
    await world.close();
  });

  it('is refused too when other entries were added to it', async () => {
    await withUnits(3);
    await copyFile(`${folder}/live.db`, `${folder}/backup.db`);
    await withUnits(2);
    await copyFile(`${folder}/backup.db`, `${folder}/fork.db`);
    await rm(`${folder}/live.db`);
    // The thief has the key, but works on a copy with a guard of his own.
    const fork = { DATABASE_URL: `sqlite:${folder}/fork.db`, KEYS_DIR: `${folder}/thief` };
    await cp(`${folder}/keys`, `${folder}/thief`, { recursive: true });
    await rollGuardBack(`${folder}/thief`, 4);
    const thief = await World.open('sqlite', fork);
    for (let i = 0; i < 6; i++) await registerUnit(thief, '玻璃手串');
    await thief.close();

    const world = await World.open('sqlite', { ...environment, DATABASE_URL: `sqlite:${folder}/fork.db` });
    expect((await world.get('/readyz')).body).toMatchObject({ status: 503, code: 'ledger.read-only' });
    await world.close();
  });

  it('with nothing missing goes on where it was', async () => {
    await withUnits(3);
    const world = await World.open('sqlite', environment);
    await registerUnit(world);
    expect(await faultsOfLog(world.database.reader)).toEqual([]);
    await world.close();
  });
});

/** Leaves only the guard's lines up to a size, as a thief would who wants to sign other entries. */
async function rollGuardBack(keys: string, size: number): Promise<void> {
  const name = (await readdir(keys)).find((file) => file.endsWith('.guard')) ?? '';
  const lines = (await readFile(join(keys, name), 'utf8'))
    .split('\n')
    .filter((line) => Number(line.split(' ')[0]) <= size);
  await writeFile(join(keys, name), `${lines.filter(Boolean).join('\n')}\n`);
}
