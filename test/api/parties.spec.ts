import { newId } from '../../src/ledger/index.js';
import { staffOf } from '../support/catalog.js';
import { newParty, newUscc, newWarehouse, partyBody } from '../support/parties.js';
import { type Caller, describeOnBoth } from '../support/world.js';

const UNKNOWN = '00000000-0000-7000-8000-000000000099';

describeOnBoth('parties', (world) => {
  let warehouseId: string;
  let admin: Caller;
  let inspector: Caller;
  beforeAll(async () => {
    warehouseId = await newWarehouse(world());
    ({ admin, inspector } = await staffOf(world(), warehouseId));
  });

  const register = (body: object) => world().post('/api/v1/parties', { as: admin, body });

  it('are registered by an administrator and shown to the staff', async () => {
    const uscc = newUscc();
    const facts = { address: '江苏省东海县示例路 2 号', phone: '0518-0000000', contactName: '王店长' };
    const answer = await register({ kind: 'merchant', name: { zh: '水晶店', en: 'Crystal' }, uscc, ...facts });
    expect(answer.status).toBe(201);
    const id = newId(answer.body, 'party');
    const { body } = await world().get(`/api/v1/parties/${id}`, { as: inspector });
    const name = { zh: '水晶店', en: 'Crystal' };
    expect(body).toMatchObject({ id, kind: 'merchant', name, uscc, usccReason: null, laboratory: null, ...facts });
  });

  it('keep a laboratory’s accreditation', async () => {
    const id = await newParty(world(), admin, 'laboratory', '检测中心');
    const { body } = await world().get(`/api/v1/parties/${id}`, { as: inspector });
    const laboratory = { cma: '220000000001', scope: ['GB 2762-2025'], validUntil: '2029-12-31' };
    expect(body.laboratory).toEqual(laboratory);
  });

  it('are one laboratory by CMA number, whatever the credit code', async () => {
    const accredited = (cma: string) => ({ laboratory: { cma, scope: ['GB 2762-2025'], validUntil: '2029-12-31' } });
    const body = { ...partyBody('laboratory', '检测一所'), ...accredited('220000000091') };
    expect((await world().post('/api/v1/parties', { as: admin, body })).status).toBe(201);
    const twin = { ...partyBody('laboratory', '检测二所'), ...accredited('220000000091') };
    const refused = await world().post('/api/v1/parties', { as: admin, body: twin });
    expect(refused.body).toMatchObject({ status: 409, code: 'parties.cma-taken' });
    const other = { ...twin, ...accredited('220000000092') };
    const id = newId((await world().post('/api/v1/parties', { as: admin, body: other })).body, 'party');
    const { kind: _, ...facts } = { kind: '', ...twin };
    const changed = await world().put(`/api/v1/parties/${id}`, { as: admin, body: facts });
    expect(changed.body.code).toBe('parties.cma-taken');
  });

  it('are seen by merchants only as far as they are warehouses or themselves', async () => {
    const own = await newParty(world(), admin, 'merchant', '甲');
    const other = await newParty(world(), admin, 'merchant', '乙');
    const merchant = await world().account(own, 'merchant', 'merchant');
    const seen = await world().get('/api/v1/parties', { as: merchant });
    expect(seen.body.items.map(({ id }: { id: string }) => id).toSorted()).toEqual([warehouseId, own].toSorted());
    const hidden = await world().get(`/api/v1/parties/${other}`, { as: merchant });
    expect(hidden.body).toMatchObject({ status: 404, code: 'parties.unknown' });
    expect((await world().get(`/api/v1/parties/${UNKNOWN}`, { as: admin })).body.code).toBe('parties.unknown');
  });

  it('of another warehouse are seen by regulators, not by staff', async () => {
    const another = await newWarehouse(world(), '另一质检仓');
    expect((await world().get(`/api/v1/parties/${another}`, { as: admin })).status).toBe(404);
    const regulator = await world().account(UNKNOWN, 'regulator', 'regulator');
    expect((await world().get(`/api/v1/parties/${another}`, { as: regulator })).status).toBe(200);
  });

  it('are listed in pages and by kind', async () => {
    const first = await newParty(world(), admin, 'carrier', '承运甲');
    const second = await newParty(world(), admin, 'carrier', '承运乙');
    const page = await world().get('/api/v1/parties?kind=carrier&limit=1', { as: inspector });
    expect(page.body).toMatchObject({ items: [{ id: first }], next: first });
    const rest = await world().get(`/api/v1/parties?kind=carrier&limit=1&after=${page.body.next}`, { as: inspector });
    expect(rest.body).toMatchObject({ items: [{ id: second }], next: null });
  });

  it('change as a whole and keep their kind', async () => {
    const uscc = newUscc();
    const id = newId((await register({ kind: 'studio', name: { zh: '直播间' }, uscc, phone: '1' })).body, 'party');
    const change = (body: object) => world().put(`/api/v1/parties/${id}`, { as: admin, body });
    expect((await change({ name: { zh: '新直播间' }, uscc, contactName: '李' })).status).toBe(200);
    const { body } = await world().get(`/api/v1/parties/${id}`, { as: admin });
    expect(body).toMatchObject({ kind: 'studio', name: { zh: '新直播间' }, uscc, phone: null, contactName: '李' });
    expect((await change({ kind: 'merchant', name: { zh: '甲' }, uscc })).status).toBe(422);
  });

  it.each([
    ['parties.uscc-malformed', { uscc: '91330100MA000000' }],
    ['parties.uscc-bad-check', { uscc: '91350100M000100Y44' }],
    ['parties.laboratory-incomplete', { kind: 'laboratory' }],
    ['parties.laboratory-only', { laboratory: { cma: '220000000001', scope: ['A'], validUntil: '2029-12-31' } }],
    [
      'parties.cma-malformed',
      { kind: 'laboratory', laboratory: { cma: '22', scope: ['A'], validUntil: '2029-12-31' } },
    ],
    ['parties.warehouse-by-command', { kind: 'warehouse' }],
    ['http.invalid-body', { kind: 'bank' }],
    ['http.invalid-body', { name: '甲' }],
    ['http.invalid-body', { name: [{ zh: '甲' }] }],
    ['http.invalid-body', { name: undefined }],
    ['http.invalid-body', { name: { zh: '甲', fr: 'A' } }],
    ['http.invalid-body', { laboratory: { cma: '1', scope: [' '], validUntil: '2029-02-30' } }],
    ['http.invalid-body', { id: UNKNOWN }],
  ])('are refused with %s', async (code, wrong) => {
    expect((await register({ ...partyBody('merchant', '甲'), ...wrong })).body).toMatchObject({ code });
  });

  it('have one entry per code and kind; a wrong check needs its reason', async () => {
    const uscc = '91350100M000100Y44';
    const body = { kind: 'merchant', name: { zh: '老店' }, uscc, usccReason: '执照上如此' };
    expect((await register(body)).status).toBe(201);
    expect((await register(body)).body).toMatchObject({ status: 409, code: 'parties.uscc-taken' });
    expect((await register({ ...body, kind: 'studio' })).status).toBe(201);
  });

  it('are registered and changed by administrators only', async () => {
    const call = { as: inspector, body: partyBody('merchant', '甲') };
    expect((await world().post('/api/v1/parties', call)).status).toBe(403);
    expect((await world().put(`/api/v1/parties/${warehouseId}`, call)).status).toBe(403);
  });
});

describeOnBoth('accounts of parties', (world) => {
  let warehouseId: string;
  let admin: Caller;
  beforeAll(async () => {
    warehouseId = await newWarehouse(world());
    ({ admin } = await staffOf(world(), warehouseId));
  });

  const open = (partyId: string, body: object) =>
    world().post(`/api/v1/parties/${partyId}/accounts`, { as: admin, body });
  const wish = (over: object = {}) => ({
    login: 'Wang.Li',
    name: '王丽',
    password: 'long enough 1',
    roles: ['inspector', 'packer'],
    ...over,
  });

  it('are opened for staff and can sign in', async () => {
    expect((await open(warehouseId, wish())).status).toBe(201);
    const body = { login: 'wang.li', password: 'long enough 1' };
    const headers = { 'x-forwarded-proto': 'https', host: 'localhost', origin: 'http://localhost' };
    expect((await world().post('/api/v1/sessions', { body, headers })).status).toBe(201);
    expect((await open(warehouseId, wish({ login: 'WANG.LI' }))).body).toMatchObject({ code: 'identity.login-taken' });
  });

  it('are opened for parties that the warehouse works with, in roles that fit', async () => {
    const merchantId = await newParty(world(), admin, 'merchant', '甲');
    expect((await open(merchantId, wish({ login: 'jia', roles: ['merchant'] }))).status).toBe(201);
    const unfit = await open(merchantId, wish({ login: 'yi', roles: ['reviewer'] }));
    expect(unfit.body).toMatchObject({ status: 422, code: 'identity.role-not-for-party' });
  });

  it('are not opened in another warehouse or nowhere', async () => {
    const another = await newWarehouse(world(), '另一质检仓');
    expect((await open(another, wish({ login: 'x' }))).body).toMatchObject({ code: 'parties.unknown' });
    expect((await open(UNKNOWN, wish({ login: 'x' }))).body).toMatchObject({ code: 'parties.unknown' });
  });

  it.each([
    ['identity.password-too-weak', { password: 'short' }],
    ['http.invalid-body', { roles: ['king'] }],
    ['http.invalid-body', { roles: [] }],
    ['http.invalid-body', { isAdmin: true }],
  ])('are refused with %s', async (code, wrong) => {
    expect((await open(warehouseId, wish({ login: 'refused', ...wrong }))).body).toMatchObject({ status: 422, code });
  });
});
