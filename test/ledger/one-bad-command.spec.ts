import { SYSTEM_ACTOR } from '../../src/kernel/actor.js';
import { Ids } from '../../src/kernel/ids.js';
import { IdempotencyKey } from '../../src/ledger/ledger.entity.js';
import { refuse } from '../../src/ledger/ledger.refusals.js';
import type { Receipt } from '../../src/ledger/index.js';
import { Unit } from '../../src/modules/units/index.js';
import { registered } from '../support/commands.js';
import { faultsOfLog } from '../support/log-check.js';
import { describeOnBoth } from '../support/world.js';

// Writes are sent ahead of their answers on PostgreSQL: what fails must still be found at the command that sent it.
describeOnBoth(
  'commands at once, of which one cannot be written',
  (world) => {
    it('rejects that one alone, and keeps every other', async () => {
      const ids = Array.from({ length: 20 }, () => world().app.get(Ids).next());
      const taken = ids[4] ?? '';
      const wanted = ids.map((id, at) => (at === 12 ? taken : id));
      const outcomes = await Promise.allSettled(
        wanted.map((id) => world().ledger.record(SYSTEM_ACTOR, () => [registered(id, '紫晶手串')])),
      );
      expect(outcomes.map(({ status }) => status === 'fulfilled')).toEqual(wanted.map((_, at) => at !== 12));
      const units = await world().database.reader.find(Unit, {}, { orderBy: 'id' });
      expect(units.map(({ id }) => id)).toEqual(ids.filter((_, at) => at !== 12).toSorted());
      const told = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []));
      const indexes = told.map((receipt: Receipt) => receipt.entries[0]?.index ?? -1);
      expect(indexes).toEqual(indexes.map((_, at) => (indexes[0] ?? 0) + at));
      expect(await faultsOfLog(world().database.reader)).toEqual([]);
    });

    it('takes back what a command wrote before it was refused, and nothing else', async () => {
      const { ledger, database } = world();
      const count = async (): Promise<number> => (await database.reader.find(IdempotencyKey, {})).length;
      const before = await count();
      const note = (at: number) =>
        ledger.run(async (tx) => {
          const key = `key ${at}`;
          await tx.insert(IdempotencyKey, {
            accountId: 'a',
            key,
            requestHash: '',
            firstIdx: 0,
            entryCount: 0,
            at: '9',
          });
          if (at === 3) throw refuse.busy();
          return at;
        });
      const outcomes = await Promise.allSettled(Array.from({ length: 8 }, (_, at) => note(at)));
      const told = outcomes.map((outcome) => (outcome.status === 'fulfilled' ? outcome.value : 'refused'));
      expect(told).toEqual([0, 1, 2, 'refused', 4, 5, 6, 7]);
      expect(await count()).toBe(before + 7);
      expect(await database.reader.findOne(IdempotencyKey, { accountId: 'a', key: 'key 3' })).toBeUndefined();
    });

    it('links an entry to the newest one about each of its subjects, also within one commit', async () => {
      const id = world().app.get(Ids).next();
      await world().ledger.record(SYSTEM_ACTOR, () => [registered(id, '紫晶手串')]);
      const held = [1, 2].map((number) => ({
        kind: 'test.noted',
        subjects: [
          { type: 'unit', id },
          { type: 'note', id: `${id}-${number}` },
        ],
        contents: { public: { number } },
      }));
      const receipts = await Promise.all(held.map((event) => world().ledger.record(SYSTEM_ACTOR, () => [event])));
      const [first, second] = receipts.map((receipt) => receipt.entries[0]?.index ?? -1);
      const rows = await world().database.reader.query<{ bytes: Uint8Array }>(
        'SELECT bytes FROM ledger_entry WHERE idx >= ? ORDER BY idx',
        [first ?? 0],
      );
      const subjects = rows.map(({ bytes }) => JSON.parse(Buffer.from(bytes).toString()).subjects);
      expect(second).toBe((first ?? 0) + 1);
      expect(subjects).toEqual([
        [
          { id, prev: (first ?? 0) - 1, type: 'unit' },
          { id: `${id}-1`, prev: null, type: 'note' },
        ],
        [
          { id, prev: first, type: 'unit' },
          { id: `${id}-2`, prev: null, type: 'note' },
        ],
      ]);
    });
  },
  { LOG_LEVEL: 'silent' },
);
