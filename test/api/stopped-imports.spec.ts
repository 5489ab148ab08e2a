import { type DemoWarehouse, demoWarehouse } from '../support/catalog.js';
import { productSheet, settled, uploaded } from '../support/imports.js';
import { type Answer, type Caller, describeOnBoth } from '../support/world.js';

const ROWS = 600;
const MOST_DRAFTS = 20;

describeOnBoth('an import whose author may not any more', (world) => {
  let people: DemoWarehouse;

  beforeAll(async () => {
    people = await demoWarehouse(world());
  });

  const another = (): Promise<Caller> => world().account(people.merchant.partyId, 'merchant', 'merchant');

  /** Commits a long import and does something to its author's account while it is recorded. */
  async function cutShort(meanwhile: (path: string) => Promise<Answer>): Promise<Answer> {
    const author = await another();
    const names = Array.from({ length: ROWS }, (_, i) => `第${i}件`);
    const { body } = await uploaded(world(), author, { body: productSheet(names) });
    expect((await world().post(`/api/v1/imports/${body.id}/commit`, { as: author, body: {} })).status).toBe(201);
    expect((await meanwhile(`/api/v1/accounts/${author.accountId}`)).status).toBeLessThan(300);
    return settled(world(), await another(), body.id);
  }

  it('stops when the role is taken', async () => {
    const roles = { roles: ['host'] };
    const { body } = await cutShort((path) => world().put(`${path}/roles`, { as: people.admin, body: roles }));
    expect(body).toMatchObject({ state: 'stopped', stoppedBy: 'role-taken' });
    expect(body.recorded).toBeLessThan(ROWS);
  });

  it('stops when the account is closed', async () => {
    const reason = { reason: '离职' };
    const { body } = await cutShort((path) => world().post(`${path}/closing`, { as: people.admin, body: reason }));
    expect(body).toMatchObject({ state: 'stopped', stoppedBy: 'account-closed' });
    expect(body.recorded).toBeLessThan(ROWS);
  });

  it('are not more at once than a party may have, also when they arrive together', async () => {
    const merchant = await another();
    const before = (await world().get('/api/v1/imports?limit=200', { as: merchant })).body.items;
    const waiting = before.filter(({ state }: { state: string }) => state === 'checked').length;
    const answers = await Promise.all(
      Array.from({ length: MOST_DRAFTS + 5 }, (_, i) =>
        uploaded(world(), merchant, { body: productSheet([`同时${i}`]) }),
      ),
    );
    const refused = answers.filter(({ body }) => body.code === 'exchange.too-many-drafts');
    expect(refused).toHaveLength(5 + waiting);
  });
});
