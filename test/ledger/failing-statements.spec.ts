import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SYSTEM_ACTOR } from '../../src/kernel/actor.js';
import { LogClock, LogQueries } from '../../src/ledger/index.js';
import { registerUnit, WAREHOUSE } from '../support/commands.js';
import { DATABASES, emptyDatabase } from '../support/databases.js';
import { type Failure, FAILURES, failStatement } from '../support/failing-statements.js';
import { faultsOfLog } from '../support/log-check.js';
import { WitnessProcess, writePolicy } from '../support/witness-process.js';
import { type Caller, describeOnBoth, World } from '../support/world.js';

/** More than any command here takes. */
const TOO_MANY = 80;

interface Numbers {
  readonly size: number;
  readonly units: number;
  readonly holds: number;
  readonly keys: number;
}

const NUMBERS = `SELECT (SELECT size FROM ledger_head) AS "size", (SELECT count(*) FROM unit) AS "units",
  (SELECT count(*) FROM unit_hold) AS "holds", (SELECT count(*) FROM idempotency_key) AS "keys"`;

async function numbers(world: World): Promise<Numbers> {
  const [row] = await world.database.reader.query<Numbers>(NUMBERS);
  if (!row) throw new Error('no numbers');
  return row;
}

/**
 * Lets statement 1, 2, 3 … of some work fail until nothing fails any more; answers how many statements it takes. Looks
 * after each failure, when the writer works again.
 */
async function failEach(
  world: World,
  failure: Failure,
  work: () => Promise<unknown>,
  look: (outcome: 'done' | 'failed', n: number) => Promise<void>,
): Promise<number> {
  for (let n = 1; n < TOO_MANY; n++) {
    // The session's transaction object lives as long as its connection, which a failure may replace.
    await world.ledger.record(SYSTEM_ACTOR, () => []);
    const struck = failStatement(world.database.session.tx, n, failure);
    const outcome = await work().then(
      () => 'done' as const,
      () => 'failed' as const,
    );
    struck.mend();
    expect(await faultsOfLog(world.database.reader)).toEqual([]);
    await look(outcome, n);
    if (!struck.hasStruck()) {
      expect(outcome).toBe('done');
      return n - 1;
    }
  }
  throw new Error(`${TOO_MANY} statements and still failing`);
}

// Every failure is logged, and there are many here on purpose.
const SILENT = { LOG_LEVEL: 'silent' };

describeOnBoth(
  'a statement that',
  (world, kind) => {
    let inspector: Caller;
    beforeAll(async () => {
      inspector = await world().account(WAREHOUSE, 'warehouse', 'inspector');
      await registerUnit(world());
    });

    it.each(FAILURES)('%s leaves nothing half-written, whichever it is', async (failure) => {
      let before = await numbers(world());
      let unsure = 0;
      const statements = await failEach(
        world(),
        failure,
        () => registerUnit(world()),
        async (outcome) => {
          const after = await numbers(world());
          const whole = { ...before, size: before.size + 1, units: before.units + 1 };
          const isUnsure = outcome === 'failed' && after.size > before.size;
          if (isUnsure) unsure++;
          expect(after).toEqual(outcome === 'done' || isUnsure ? whole : before);
          before = after;
        },
      );
      // Turn, head, subjects, entry, disclosures, projection, tile, checkpoint and head again at the least.
      expect(statements).toBeGreaterThan(9);
      // Only where the answer to COMMIT was lost, and nothing could be looked up after: PostgreSQL is asked by another
      // connection.
      expect(unsure > 0).toBe(kind === 'sqlite' && failure === 'ran, and was the last that did');
    });

    it.each(FAILURES)('%s under an Idempotency-Key: the next try gives it once', async (failure) => {
      const unitId = await registerUnit(world());
      const hold = (key: string) =>
        world().post(`/api/v1/units/${unitId}/holds`, {
          as: inspector,
          body: { reason: '待核' },
          headers: { 'idempotency-key': key },
        });
      let key = randomUUID();
      let before = await numbers(world());
      await failEach(
        world(),
        failure,
        async () => {
          const { status } = await hold(key);
          if (status !== 201) throw new Error(String(status));
        },
        async (outcome) => {
          const whole = { ...before, size: before.size + 1, holds: before.holds + 1, keys: before.keys + 1 };
          if (outcome === 'done') expect(await numbers(world())).toEqual(whole);
          expect((await hold(key)).status).toBe(201);
          expect(await numbers(world())).toEqual(whole);
          before = whole;
          key = randomUUID();
        },
      );
    });
  },
  SILENT,
);

describe.each(DATABASES)('a statement of publishing that (%s)', (kind) => {
  let folder: string;
  let witness: WitnessProcess;
  let world: World;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'yanzhen-unpublished-'));
    const plain = { DATABASE_URL: await emptyDatabase(kind, folder), KEYS_DIR: join(folder, 'keys'), ...SILENT };
    const first = await World.open(kind, plain);
    const vkey = (await first.get('/log/key')).text.trim();
    await first.close();
    witness = await WitnessProcess.start({ folder, name: 'w1', logs: [vkey] });
    const policy = join(folder, 'policy');
    await writePolicy(policy, [witness], 1);
    // No tick of its own meanwhile.
    world = await World.open(kind, { ...plain, LOG_POLICY: policy, LOG_PUBLISH_MILLIS: '999999' });
  });
  afterAll(async () => {
    await world.close();
    await witness.stop('SIGKILL');
    await rm(folder, { recursive: true, force: true });
  });

  it.each(FAILURES)('%s keeps the one published before, and the next tick publishes', async (failure) => {
    const clock = world.app.get(LogClock);
    const log = world.app.get(LogQueries);
    const statements = await failEach(
      world,
      failure,
      async () => {
        await registerUnit(world).catch(() => undefined);
        await clock.tick();
      },
      async () => {
        await clock.tick();
        expect((await log.newestPublished())?.size).toBe((await log.head()).size);
      },
    );
    // Those of the command, and a turn of its own after it.
    expect(statements).toBeGreaterThan(12);
  });
});
