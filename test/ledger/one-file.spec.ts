import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createContext } from '../../src/app/start.js';
import { SYSTEM_ACTOR } from '../../src/kernel/actor.js';
import { Feed, Ledger } from '../../src/ledger/index.js';
import { unit, unitRegistered } from '../../src/modules/units/index.js';
import { runCommand } from '../support/command.js';
import { MERCHANT, registerUnit, WAREHOUSE } from '../support/commands.js';
import { eventually } from '../support/eventually.js';
import { faultsOfLog } from '../support/log-check.js';
import { ServerProcess } from '../support/server-process.js';
import { World } from '../support/world.js';

/** What a command of the shell does in its own process: it opens the same file and takes the same turn. */
const EACH = 40;

describe('several processes on one SQLite file', () => {
  let folder: string;
  let environment: Readonly<Record<string, string>>;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'yanzhen-one-file-'));
    environment = {
      DATABASE_URL: `sqlite:${folder}/live.db`,
      DATA_DIR: folder,
      KEYS_DIR: `${folder}/keys`,
      LOG_PUBLISH_MILLIS: '25',
    };
  });

  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('lets no second server start, and one again when the first was killed', async () => {
    const first = await ServerProcess.start(environment);
    await expect(ServerProcess.start(environment)).rejects.toThrow('Another server is using this SQLite file');
    expect((await fetch(`${first.url}/readyz`)).status).toBe(200);
    await first.stop('SIGKILL');
    const next = await ServerProcess.start(environment);
    expect((await fetch(`${next.url}/readyz`)).status).toBe(200);
    await next.stop();
  });

  it('lets commands of the shell write beside the server: one tree, nothing lost, no fork', async () => {
    const world = await World.open('sqlite', environment);
    const beside = await createContext(world.config, { clock: world.clock });
    const ledger = beside.get(Ledger);
    const rotating = runCommand('key', ['rotate'], environment);
    for (let i = 0; i < EACH; i++) {
      await Promise.all([registerUnit(world), ledger.record(SYSTEM_ACTOR, () => [registered(i)])]);
    }
    expect(await rotating).toMatchObject({ status: 0 });
    expect(await faultsOfLog(world.database.reader)).toEqual([]);
    const [row] = await world.database.reader.query<{ count: number }>('SELECT count(*) AS "count" FROM unit');
    expect(row?.count).toBe(2 * EACH);
    await beside.close();
    await world.close();
  });

  it('tells subscribers in the server what commands of the shell have committed', async () => {
    const world = await World.open('sqlite', environment);
    const heard: string[] = [];
    world.app.get(Feed).subscribe(({ kind, subjects }) => heard.push(`${kind} ${subjects[0]?.id}`));
    const beside = await createContext(world.config, { clock: world.clock });
    await beside.get(Ledger).record(SYSTEM_ACTOR, () => [registered(1)]);
    const told = `units.unit-registered ${idOf(1)}`;
    await eventually(
      () => Promise.resolve(heard),
      (lines) => lines.includes(told),
    );
    await registerUnit(world);
    expect(heard.filter((line) => line === told)).toHaveLength(1);
    expect(heard).toHaveLength(2);
    await beside.close();
    await world.close();
  });
});

const idOf = (number: number): string => `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`;

function registered(number: number) {
  return unitRegistered([unit(idOf(number))], {
    public: {
      kind: 'piece',
      name: '紫晶手串',
      categoryId: 'crystal-jewelry',
      quantity: { value: '1', unit: 'H87' },
      attributes: {},
      isSample: true,
    },
    party: { warehouseId: WAREHOUSE, merchantId: MERCHANT, consignmentId: idOf(number), declared: {} },
  });
}
