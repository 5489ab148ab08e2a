import { IdentityService } from '../../src/modules/identity/index.js';
import { SYSTEM_ACTOR } from '../../src/kernel/actor.js';
import { registerUnit, MERCHANT, WAREHOUSE } from '../support/commands.js';
import { type Caller, describeOnBoth, HOST } from '../support/world.js';

const PASSWORD = '一个够长的密码 2026';

describeOnBoth('accounts', (world) => {
  let admin: Caller;
  beforeAll(async () => {
    admin = await world().account(WAREHOUSE, 'warehouse', 'admin');
  });

  async function withPassword(login: string): Promise<string> {
    const service = world().app.get(IdentityService);
    const passwordHash = await service.passwordHash(PASSWORD, login);
    const wish = {
      partyId: WAREHOUSE,
      partyKind: 'warehouse',
      keptBy: WAREHOUSE,
      roles: ['inspector'],
      login,
      name: '李',
      passwordHash,
    } as const;
    const receipt = await world().ledger.record(SYSTEM_ACTOR, (tx) => service.openAccountIn(tx, wish));
    return receipt.entries[0]?.subjects[0]?.id ?? '';
  }

  const signIn = (login: string, password: string, host = 'localhost'): ReturnType<ReturnType<typeof world>['post']> =>
    world().post('/api/v1/sessions', { body: { login, password }, headers: { host, origin: `http://${host}` } });

  it('sign in with a cookie that scripts and other sites cannot use', async () => {
    await withPassword('li.sign');
    const answer = await signIn(' LI.sign ', PASSWORD);
    expect(answer.status).toBe(201);
    const cookie = String(answer.headers['set-cookie']);
    for (const word of ['__Host-yanzhen=', 'HttpOnly', 'Secure', 'SameSite=Lax', 'Path=/'])
      expect(cookie).toContain(word);
    const me = await world().get('/api/v1/sessions/current', { headers: { cookie: cookie.split(';')[0] ?? '' } });
    expect(me.body).toMatchObject({ roles: ['inspector'], partyKind: 'warehouse' });
    expect(JSON.stringify(answer.body)).not.toContain(cookie.slice(15, 40));
  });

  it('answer the same for a wrong password and an unknown login', async () => {
    await withPassword('li.wrong');
    const answers = [await signIn('li.wrong', '不是这个密码 2026'), await signIn('nobody', PASSWORD)];
    expect(answers.map(({ body }) => body.code)).toEqual(['identity.wrong-password', 'identity.wrong-password']);
    expect(answers[0]?.body.detail).toBe(answers[1]?.body.detail);
  });

  it('do not sign in over plain HTTP on another address', async () => {
    expect((await signIn('li.wrong', PASSWORD, HOST)).body).toMatchObject({
      status: 403,
      code: 'identity.https-needed',
    });
  });

  it('are signed out for good', async () => {
    const caller = await world().session(admin.accountId, WAREHOUSE);
    expect((await world().delete('/api/v1/sessions/current', { as: caller })).status).toBe(204);
    expect((await world().get('/api/v1/units', { as: caller })).body).toMatchObject({ code: 'http.sign-in-first' });
  });

  it('cannot be used from another site', async () => {
    const id = await registerUnit(world());
    const headers = { origin: 'https://evil.example' };
    const answer = await world().post(`/api/v1/units/${id}/holds`, { as: admin, body: { reason: 'x' }, headers });
    expect(answer.body).toMatchObject({ status: 403, code: 'http.other-origin' });
  });

  it('keep their sessions to themselves when closed or given a new password', async () => {
    const id = await withPassword('li.close');
    const caller = await world().session(id, WAREHOUSE);
    await world().put(`/api/v1/accounts/${id}/password`, { as: admin, body: { password: '另一个够长的密码 2027' } });
    expect((await world().get('/api/v1/sessions/current', { as: caller })).status).toBe(401);
    expect((await signIn('li.close', '另一个够长的密码 2027')).status).toBe(201);
    await world().post(`/api/v1/accounts/${id}/closing`, { as: admin, body: { reason: '离职' } });
    expect((await signIn('li.close', '另一个够长的密码 2027')).body).toMatchObject({ code: 'identity.wrong-password' });
  });

  it('change their own password with the one they have', async () => {
    const caller = await world().session(await withPassword('li.own'), WAREHOUSE);
    const change = (current: string): ReturnType<typeof signIn> =>
      world().put('/api/v1/sessions/current/password', {
        as: caller,
        body: { current, password: '又一个够长的密码 9' },
      });
    expect((await change('猜的密码 123456')).body).toMatchObject({ code: 'identity.wrong-password' });
    expect((await change(PASSWORD)).status).toBe(200);
    expect((await signIn('li.own', '又一个够长的密码 9')).status).toBe(201);
  });

  it('always leave one administrator', async () => {
    const body = { roles: ['inspector'] };
    const answer = await world().put(`/api/v1/accounts/${admin.accountId}/roles`, { as: admin, body });
    expect(answer.body).toMatchObject({ status: 409, code: 'identity.last-admin' });
  });

  it('cannot have a role that does not fit their party', async () => {
    const of = { partyId: MERCHANT, partyKind: 'merchant', roles: ['merchant'] } as const;
    const merchant = await world().accountKeptBy(WAREHOUSE, of);
    const path = `/api/v1/accounts/${merchant.accountId}/roles`;
    const answer = await world().put(path, { as: admin, body: { roles: ['reviewer'] } });
    expect(answer.body).toMatchObject({ status: 422, code: 'identity.role-not-for-party' });
  });

  it('are unknown to another warehouse', async () => {
    const other = await world().account('00000000-0000-7000-8000-00000000000f', 'warehouse', 'admin');
    const path = `/api/v1/accounts/${admin.accountId}/roles`;
    const answer = await world().put(path, { as: other, body: { roles: ['inspector'] } });
    expect(answer.body).toMatchObject({ status: 404, code: 'identity.account-unknown' });
    const list = await world().get(`/api/v1/accounts?partyId=${WAREHOUSE}`, { as: other });
    expect(list.body.items).toEqual([]);
  });

  it('lists them page by page, each once', async () => {
    const ids: string[] = [];
    let after = '';
    do {
      const page = await world().get(`/api/v1/accounts?limit=2${after && `&after=${after}`}`, { as: admin });
      ids.push(...page.body.items.map(({ id }: { id: string }) => id));
      after = page.body.next ?? '';
    } while (after);
    const all = await world().get('/api/v1/accounts?limit=200', { as: admin });
    expect(ids).toEqual(all.body.items.map(({ id }: { id: string }) => id));
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describeOnBoth('API keys', (world) => {
  let admin: Caller;
  beforeAll(async () => {
    admin = await world().account(WAREHOUSE, 'warehouse', 'admin', 'inspector');
  });

  const issue = (body: object, headers = {}): ReturnType<ReturnType<typeof world>['post']> =>
    world().post(`/api/v1/accounts/${admin.accountId}/api-keys`, { as: admin, body, headers });
  const units = (secret: string, path = '/api/v1/units'): ReturnType<ReturnType<typeof world>['get']> =>
    world().get(path, { headers: { authorization: `Bearer ${secret}` } });

  it('act for their account within their scopes', async () => {
    const { secret } = (await issue({ label: '天平', scopes: ['inspector'], days: 30 })).body;
    expect(secret).toMatch(/^yz_[0-9A-Z]{8}_[\w-]{27}$/);
    expect((await units(secret)).status).toBe(200);
    expect((await units(secret, '/metrics')).body).toMatchObject({ code: 'http.not-allowed' });
    expect((await units(`${secret.slice(0, -1)}_`)).status).toBe(401);
  });

  it('are told once', async () => {
    const key = { 'idempotency-key': 'api-key-once' };
    const first = await issue({ label: '扫码枪', scopes: ['inspector'], days: 1 }, key);
    const second = await issue({ label: '扫码枪', scopes: ['inspector'], days: 1 }, key);
    expect(first.body.secret).not.toBe('');
    expect(second.body).toEqual({ ...first.body, secret: '' });
  });

  it('end by revocation and by time', async () => {
    const issued = (await issue({ label: '秤', scopes: ['inspector'], days: 1 })).body;
    const id = issued.entries[0].subjects[0].id;
    const revocation = `/api/v1/accounts/${admin.accountId}/api-keys/${id}/revocation`;
    await world().post(revocation, { as: admin, body: { reason: '遗失' } });
    expect((await units(issued.secret)).status).toBe(401);
    const other = (await issue({ label: '秤', scopes: ['inspector'], days: 1 })).body.secret;
    world().clock.advanceHours(25);
    expect((await units(other)).status).toBe(401);
  });
});

describeOnBoth('sessions', (world) => {
  it('end after twelve hours', async () => {
    const caller = await world().account(WAREHOUSE, 'warehouse', 'inspector');
    world().clock.advanceHours(11.9);
    expect((await world().get('/api/v1/units', { as: caller })).status).toBe(200);
    world().clock.advanceHours(0.2);
    expect((await world().get('/api/v1/units', { as: caller })).body).toMatchObject({ code: 'http.sign-in-first' });
  });
});
