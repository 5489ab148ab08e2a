import { newId } from '../../src/ledger/index.js';
import { ShellAdministration } from '../../src/modules/parties/index.js';
import { staffOf } from '../support/catalog.js';
import { newParty, newUscc, newWarehouse, partyBody } from '../support/parties.js';
import { type Answer, type Caller, describeOnBoth } from '../support/world.js';

const PASSWORD = 'long enough 1';
const LAPTOP = { 'x-forwarded-proto': 'https', host: 'localhost', origin: 'http://localhost' };

describeOnBoth('a warehouse that keeps a merchant', (world) => {
  let keeper: Caller;
  let stranger: Caller;
  let merchantId: string;
  let accountId: string;

  beforeAll(async () => {
    keeper = (await staffOf(world(), await newWarehouse(world(), '甲仓'))).admin;
    stranger = (await staffOf(world(), await newWarehouse(world(), '乙仓'))).admin;
    merchantId = await newParty(world(), keeper, 'merchant', '示例水晶店');
    const opened = await open(keeper, 'shop.keeper');
    accountId = newId(opened.body, 'account') ?? '';
  });

  const open = (as: Caller, login: string): Promise<Answer> => {
    const body = { login, name: '孙', password: PASSWORD, roles: ['merchant'] };
    return world().post(`/api/v1/parties/${merchantId}/accounts`, { as, body });
  };
  const facts = () => {
    const { kind: _, ...rest } = partyBody('merchant', '换了名字') as { kind: string };
    return rest;
  };

  it('alone opens its accounts', async () => {
    expect((await open(stranger, 'intruder')).body).toMatchObject({ status: 403, code: 'parties.kept-by-another' });
    expect((await open(keeper, 'second')).status).toBe(201);
  });

  it('alone changes it', async () => {
    const change = (as: Caller) => world().put(`/api/v1/parties/${merchantId}`, { as, body: facts() });
    expect((await change(stranger)).body).toMatchObject({ status: 403, code: 'parties.kept-by-another' });
    expect((await change(keeper)).status).toBe(200);
  });

  it('alone knows whom to call there and why its code is odd', async () => {
    const body = {
      ...partyBody('studio', '直播间'),
      contactName: '李',
      uscc: '91350100M000100Y44',
      usccReason: '如此',
    };
    const id = newId((await world().post('/api/v1/parties', { as: keeper, body })).body, 'party');
    const seen = async (as: Caller) => (await world().get(`/api/v1/parties/${id}`, { as })).body;
    expect(await seen(keeper)).toMatchObject({ contactName: '李', usccReason: '如此', isKept: true });
    expect(await seen(stranger)).toMatchObject({ contactName: null, usccReason: null, isKept: false });
    const listed = await world().get('/api/v1/parties?kind=studio', { as: stranger });
    expect(listed.body.items).toMatchObject([{ id, contactName: null, usccReason: null }]);
  });

  it.each([
    ['PUT', 'password', { password: 'a new password 9' }],
    ['PUT', 'roles', { roles: ['host'] }],
    ['POST', 'api-keys', { label: '天平', scopes: ['merchant'], days: 3 }],
    ['GET', 'api-keys', undefined],
    ['POST', 'closing', { reason: '离职' }],
  ] as const)('alone reaches its accounts: %s %s', async (method, what, body) => {
    const answer = await world().call(method, `/api/v1/accounts/${accountId}/${what}`, { as: stranger, body });
    expect(answer.body).toMatchObject({ status: 404, code: 'identity.account-unknown' });
  });

  it('alone lists its accounts', async () => {
    const list = async (as: Caller) =>
      (await world().get(`/api/v1/accounts?partyId=${merchantId}`, { as })).body.items.map(({ id }: Account) => id);
    expect(await list(keeper)).toContain(accountId);
    expect(await list(stranger)).toEqual([]);
  });

  it('resets the password of its accounts', async () => {
    const body = { password: 'another password 7' };
    expect((await world().put(`/api/v1/accounts/${accountId}/password`, { as: keeper, body })).status).toBe(200);
    const signIn = { login: 'shop.keeper', ...body };
    expect((await world().post('/api/v1/sessions', { body: signIn, headers: LAPTOP })).status).toBe(201);
  });

  interface Account {
    readonly id: string;
  }
});

describeOnBoth('regulators', (world) => {
  let admin: Caller;
  beforeAll(async () => {
    admin = (await staffOf(world(), await newWarehouse(world()))).admin;
  });

  const shell = () => world().app.get(ShellAdministration);
  const person = (login: string) => ({ login, name: '监管员', password: PASSWORD });
  const regulators = async () => (await world().get('/api/v1/parties?kind=regulator', { as: admin })).body.items;

  it('cannot be registered by a warehouse, which would then see everything', async () => {
    const answer = await world().post('/api/v1/parties', { as: admin, body: partyBody('regulator', '市场监管所') });
    expect(answer.body).toMatchObject({ status: 403, code: 'parties.regulator-by-command' });
  });

  it('are registered at the shell, each with its first account, and get more accounts there', async () => {
    const wish = { name: { zh: '示例市场监管所' }, uscc: newUscc() };
    await shell().foundRegulator(wish, person('inspector.one'));
    await shell().foundRegulator(wish, person('inspector.two'));
    expect(await regulators()).toMatchObject([{ name: { zh: '示例市场监管所' }, uscc: wish.uscc, isKept: false }]);
    for (const login of ['inspector.one', 'inspector.two']) {
      const body = { login, password: PASSWORD };
      expect((await world().post('/api/v1/sessions', { body, headers: LAPTOP })).status).toBe(201);
    }
  });

  it('get no accounts from a warehouse', async () => {
    const [regulator] = await regulators();
    const body = { login: 'spy', name: '孙', password: PASSWORD, roles: ['regulator'] };
    const answer = await world().post(`/api/v1/parties/${regulator.id}/accounts`, { as: admin, body });
    expect(answer.body).toMatchObject({ status: 403, code: 'parties.kept-by-another' });
  });
});
