import type { Connection, SqlValue } from '../../src/platform/database/sql.js';
import type { SqlTx } from '../../src/platform/database/statements.js';
import { SYSTEM_ACTOR } from '../../src/kernel/actor.js';
import { Unit } from '../../src/modules/units/index.js';
import { registerUnit } from '../support/commands.js';
import { faultsOfLog } from '../support/log-check.js';
import { describeOnBoth, type World } from '../support/world.js';

class BrokenDisk extends Error {}

/** Makes the n-th statement of the writer fail at the driver, as a broken disk would. */
function failStatement(tx: SqlTx, n: number): () => void {
  const { connection } = tx as unknown as { connection: Connection };
  const { all, run } = connection;
  let count = 0;
  const counted =
    <T>(work: (sql: string, params: readonly SqlValue[]) => Promise<T>) =>
    (sql: string, params: readonly SqlValue[]): Promise<T> =>
      ++count === n ? Promise.reject(new BrokenDisk(sql)) : work.call(connection, sql, params);
  connection.all = counted(all) as Connection['all'];
  connection.run = counted(run);
  return () => Object.assign(connection, { all, run });
}

async function snapshot(world: World): Promise<object> {
  const units = await world.database.reader.find(Unit, {});
  const [head] = await world.database.reader.query<object>('SELECT size, root, at FROM ledger_head');
  return { units: units.length, head };
}

// Every failure is logged, and there are many here on purpose.
describeOnBoth(
  'a statement that fails',
  (world) => {
    it('leaves nothing half-written, whichever it is', async () => {
      await registerUnit(world());
      let isClean = false;
      let n = 0;
      while (!isClean && n < 60) {
        n++;
        const before = await snapshot(world());
        // The session's transaction object lives as long as its connection, which a failure may replace.
        await world().ledger.record(SYSTEM_ACTOR, () => []);
        const mend = failStatement(world().database.session.tx, n);
        const outcome = await registerUnit(world()).then(
          () => 'done',
          () => 'failed',
        );
        mend();
        isClean = outcome === 'done';
        if (!isClean) expect(await snapshot(world())).toEqual(before);
        expect(await faultsOfLog(world().database.reader)).toEqual([]);
      }
      expect(isClean).toBe(true);
      // Turn, head, subjects, entry, disclosures, projection, tile, checkpoint and head again at the least.
      expect(n).toBeGreaterThan(9);
    });

    it('does not keep the next command from working', async () => {
      const { units } = (await snapshot(world())) as { units: number };
      await registerUnit(world());
      expect(await snapshot(world())).toMatchObject({ units: units + 1 });
    });
  },
  { LOG_LEVEL: 'silent' },
);
