import { type Actor, SYSTEM_ACTOR } from '../../src/kernel/actor.js';
import { Ids } from '../../src/kernel/ids.js';
import { Erasures } from '../../src/ledger/index.js';
import { IdempotencyKey, LedgerDisclosure } from '../../src/ledger/ledger.entity.js';
import { refuse } from '../../src/ledger/ledger.refusals.js';
import { registered } from '../support/commands.js';
import { describeOnBoth, type World } from '../support/world.js';

const NEIGHBOURS = 6;

const keyed = (key: string): Actor => ({ ...SYSTEM_ACTOR, idempotency: { key, requestHash: key } });

describeOnBoth(
  'commands of one turn',
  (world) => {
    /** Commands that wait together, and how often each was decided. */
    function neighbours({ app, ledger }: World): { readonly decided: number[]; readonly done: Promise<unknown>[] } {
      const decided = Array.from({ length: NEIGHBOURS }, () => 0);
      const done = decided.map((_, at) =>
        ledger.record(SYSTEM_ACTOR, () => {
          decided[at] = (decided[at] ?? 0) + 1;
          return [registered(app.get(Ids).next(), '紫晶手串')];
        }),
      );
      return { decided, done };
    }

    it('are decided once when one with an Idempotency-Key is refused', async () => {
      const before = neighbours(world());
      const refused = world().ledger.record(keyed('refused'), () => {
        throw refuse.busy();
      });
      const after = neighbours(world());
      await expect(refused).rejects.toMatchObject({ code: 'ledger.busy' });
      await Promise.all([...before.done, ...after.done]);
      expect([...before.decided, ...after.decided]).toEqual(Array(2 * NEIGHBOURS).fill(1));
    });

    it('are decided again, and all written, when one fails by a bug', async () => {
      const { decided, done } = neighbours(world());
      const failed = world().ledger.record(SYSTEM_ACTOR, () => {
        throw new TypeError('a bug');
      });
      await expect(failed).rejects.toThrow('a bug');
      await Promise.all(done);
      expect(decided).toEqual(Array(NEIGHBOURS).fill(2));
    });

    it('are not acknowledged when the database has rolled back what one of them broke and did not say', async () => {
      const { ledger, database } = world();
      const row = { accountId: 'b', key: 'rolled back?', requestHash: '', firstIdx: 0, entryCount: 0, at: '9' };
      const writing = ledger.run((tx) => tx.insert(IdempotencyKey, row));
      const breaking = ledger.record(SYSTEM_ACTOR, async (tx) => {
        await tx.query('SELECT nothing FROM nowhere').catch(() => undefined);
        throw refuse.busy();
      });
      const [written] = await Promise.allSettled([writing, breaking]);
      const found = await database.reader.findOne(IdempotencyKey, { accountId: 'b', key: row.key });
      expect(found !== undefined).toBe(written.status === 'fulfilled');
    });

    it('are erased with the rest, when the entry was made just before in the same turn', async () => {
      const { app, ledger, database } = world();
      const person = { type: 'person', id: app.get(Ids).next() };
      const told = { kind: 'test.told', subjects: [person], contents: { personal: { name: '王丽' } } };
      const [made] = await Promise.all([
        ledger.record(SYSTEM_ACTOR, () => [told]),
        app.get(Erasures).erase(SYSTEM_ACTOR, 'consent-withdrawn', () => Promise.resolve(person)),
      ]);
      const idx = made.entries[0]?.index ?? -1;
      expect(await database.reader.find(LedgerDisclosure, { idx })).toEqual([]);
    });
  },
  { LOG_LEVEL: 'silent' },
);
