import { LedgerHead } from '../../src/ledger/ledger.entity.js';
import { Ids } from '../../src/kernel/ids.js';
import { demoWarehouse } from '../support/catalog.js';
import { certifiedBracelet } from '../support/certificates.js';
import { registerUnit, WAREHOUSE } from '../support/commands.js';
import { faultsOfLog } from '../support/log-check.js';
import { type Answer, type Caller, describeOnBoth } from '../support/world.js';

describeOnBoth('a clock that was wrong for a while', (world) => {
  const YEAR = 24 * 365;
  let first: Caller;
  beforeAll(async () => {
    first = await world().account(WAREHOUSE, 'warehouse', 'inspector');
    world().clock.advanceHours(YEAR);
    await registerUnit(world(), '来自明年');
    world().clock.advanceHours(-YEAR);
  });

  const units = (as: Caller): Promise<Answer> => world().get('/api/v1/units', { as });
  const at = async (): Promise<string> => (await world().database.reader.findOne(LedgerHead, { id: 1 }))?.at ?? '';

  it('does not sign out one account when another signs in', async () => {
    const second = await world().session(first.accountId, WAREHOUSE);
    const third = await world().account(WAREHOUSE, 'warehouse', 'packer');
    const answers = [await units(second), await units(third)];
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
  });

  it('never lets the log go back in time', async () => {
    const before = await at();
    await registerUnit(world());
    expect((await at()) >= before).toBe(true);
    expect(await faultsOfLog(world().database.reader)).toEqual([]);
  });

  it('dates no certificate before the entries before it', async () => {
    const people = await demoWarehouse(world());
    const { certificateId } = await certifiedBracelet(world(), people);
    const { body } = await world().get(`/api/v1/certificates/${certificateId}`, { as: people.reviewer });
    expect(body.issuedAt).toBe(await at());
  });

  it('still makes ids in order', () => {
    const ids = world().app.get(Ids);
    const made = Array.from({ length: 5_000 }, (_, i) => {
      if (i % 100 === 0) world().clock.advanceHours(-1);
      return ids.next();
    });
    expect(made).toEqual(made.toSorted());
    expect(new Set(made).size).toBe(made.length);
  });
});
