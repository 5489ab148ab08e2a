import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { ROOT } from '../../src/app/folders.js';
import { registerUnit, WAREHOUSE } from '../support/commands.js';
import { faultsOfLog } from '../support/log-check.js';
import { type Answer, type Caller, World } from '../support/world.js';

const HOLD_LOCK = `
  const Database = (await import('better-sqlite3')).default;
  const database = new Database(process.argv[1]);
  database.exec('BEGIN IMMEDIATE');
  process.stdout.write('locked');
  setTimeout(() => database.exec('ROLLBACK'), Number(process.argv[2]));
`;

/** A backup program, a person with a database browser, a second process: somebody else holds SQLite's write lock. */
describe('SQLite while another process holds its write lock', () => {
  let world: World;
  let inspector: Caller;
  let unitId: string;
  beforeEach(async () => {
    world = await World.open('sqlite', { LOG_LEVEL: 'silent' });
    inspector = await world.account(WAREHOUSE, 'warehouse', 'inspector');
    unitId = await registerUnit(world);
  });
  afterEach(() => world.close());

  const hold = (): Promise<Answer> =>
    world.post(`/api/v1/units/${unitId}/holds`, { as: inspector, body: { reason: '待核' } });

  /** Resolves once another process has the lock, which it keeps for so long. */
  async function locked(millis: number): Promise<void> {
    const file = world.config.database.kind === 'sqlite' ? world.config.database.file : '';
    const words = ['--input-type=module', '-e', HOLD_LOCK, file, String(millis)];
    const child = spawn(process.execPath, words, { cwd: ROOT, stdio: ['ignore', 'pipe', 'inherit'] });
    await once(child.stdout, 'data');
  }

  /** How many reads were answered before the command was: one at the most if the lock held up the event loop. */
  async function readsDuring(command: Promise<Answer>): Promise<number> {
    const answered = new AbortController();
    void command.finally(() => answered.abort());
    let reads = 0;
    while (!answered.signal.aborted) {
      expect((await world.get(`/api/v1/units/${unitId}`, { as: inspector })).status).toBe(200);
      await new Promise((resolve) => {
        setTimeout(resolve, 20);
      });
      reads++;
    }
    return reads;
  }

  it('for a moment waits and then writes; reads go on meanwhile', async () => {
    await locked(800);
    const command = hold();
    expect(await readsDuring(command)).toBeGreaterThan(3);
    expect((await command).body).toMatchObject({ entries: [{ kind: 'units.unit-held' }] });
  });

  it('for ten seconds refuses after five, everyone who waits at once, and recovers by itself', async () => {
    await locked(10_000);
    const commands = Promise.all(Array.from({ length: 30 }, hold));
    expect(await readsDuring(commands.then(([first]) => first as Answer))).toBeGreaterThan(3);
    const codes = new Set((await commands).map(({ status, body }) => `${status} ${body.code}`));
    expect([...codes]).toEqual(['503 ledger.storage-failed']);
    expect((await retried()).status).toBe(201);
    expect(await faultsOfLog(world.database.reader)).toEqual([]);
  });

  /** As a person does who is told to try again. */
  async function retried(): Promise<Answer> {
    const answer = await hold();
    return answer.status === 503 ? retried() : answer;
  }
});
