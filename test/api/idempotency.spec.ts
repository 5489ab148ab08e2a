import { createHash } from 'node:crypto';
import { canonicalJson } from '../../src/kernel/canonical-json.js';
import { newId } from '../../src/ledger/index.js';
import { IdempotencyKey } from '../../src/ledger/ledger.entity.js';
import { type DemoWarehouse, demoWarehouse } from '../support/catalog.js';
import { BRACELET_LINE } from '../support/intake.js';
import { newUscc } from '../support/parties.js';
import { type Answer, type Caller, describeOnBoth } from '../support/world.js';

let keys = 0;
const newKey = (): { readonly 'idempotency-key': string } => ({ 'idempotency-key': `a-key-of-its-own-${++keys}` });

describeOnBoth('an Idempotency-Key', (world) => {
  let people: DemoWarehouse;
  beforeAll(async () => {
    people = await demoWarehouse(world());
  });

  const announce = (headers: object, changes: object = {}, as: Caller = people.receiver): Promise<Answer> => {
    const body = { merchantId: people.merchantId, reference: '甲', lines: [BRACELET_LINE], ...changes };
    return world().post('/api/v1/consignments', { as, body, headers: { ...headers } });
  };

  it('gives the same request the first answer, whatever the order of its fields', async () => {
    const key = newKey();
    const first = await announce(key);
    const { name, attributes, ...rest } = BRACELET_LINE;
    const turned = Object.fromEntries(Object.entries(attributes).toReversed());
    const again = await announce(key, { lines: [{ ...rest, attributes: turned, name }] });
    expect(again.status).toBe(201);
    expect(again.body).toEqual(first.body);
  });

  it.each([
    ['another field', { reference: '乙' }],
    ['a number in place of its text', { lines: [{ ...BRACELET_LINE, count: '1' }] }],
    ['one field less', { reference: undefined }],
  ])('is not taken for a request with %s', async (_, changes) => {
    const key = newKey();
    expect((await announce(key)).status).toBe(201);
    const other = await announce(key, changes);
    expect(other.status).toBe(422);
    expect(['ledger.idempotency-key-reused', 'http.invalid-body']).toContain(other.body.code);
  });

  it('is not taken for another route, nor another unit', async () => {
    const key = newKey();
    const id = newId((await announce(key)).body, 'consignment');
    const call = { as: people.receiver, body: { reason: '不来了' }, headers: key };
    const other = await world().post(`/api/v1/consignments/${id}/cancellation`, call);
    expect(other.body).toMatchObject({ status: 422, code: 'ledger.idempotency-key-reused' });
    const { body } = await world().get(`/api/v1/consignments/${id}`, { as: people.receiver });
    expect(body.state).toBe('announced');
  });

  it('is each account’s own', async () => {
    const key = newKey();
    const mine = await announce(key);
    const other = await announce(key, { merchantId: undefined, warehouseId: people.warehouseId }, people.merchant);
    expect([mine.status, other.status]).toEqual([201, 201]);
    expect(newId(other.body, 'consignment')).not.toBe(newId(mine.body, 'consignment'));
  });

  it('is forgotten after thirty days', async () => {
    const key = newKey();
    const first = newId((await announce(key)).body, 'consignment');
    world().clock.advanceHours(29 * 24);
    const receiver = await world().session(people.receiver.accountId, people.warehouseId);
    expect(newId((await announce(key, {}, receiver)).body, 'consignment')).toBe(first);
    world().clock.advanceHours(2 * 24);
    const later = await world().session(people.receiver.accountId, people.warehouseId);
    expect(newId((await announce(key, { reference: '丙' }, later)).body, 'consignment')).not.toBe(first);
    people = { ...people, ...(await signedInAgain()) };
  });

  async function signedInAgain(): Promise<Pick<DemoWarehouse, 'admin' | 'receiver' | 'merchant'>> {
    const again = ({ accountId, partyId }: Caller): Promise<Caller> => world().session(accountId, partyId);
    return {
      admin: await again(people.admin),
      receiver: await again(people.receiver),
      merchant: await again(people.merchant),
    };
  }

  it('is not used up by a refusal', async () => {
    const key = newKey();
    expect((await announce(key, { lines: [{ ...BRACELET_LINE, attributes: {} }] })).status).toBe(422);
    expect((await announce(key)).status).toBe(201);
  });

  it('makes one of many requests at once, and the others wait or are told to', async () => {
    const key = newKey();
    const before = await consignments();
    const answers = await Promise.all(Array.from({ length: 12 }, () => announce(key)));
    const done = answers.filter(({ status }) => status === 201);
    const running = answers.filter(({ body }) => body.code === 'ledger.request-still-running');
    expect(done.length).toBeGreaterThan(0);
    expect(done.length + running.length).toBe(12);
    expect(running.every(({ status }) => status === 409)).toBe(true);
    expect(await consignments()).toBe(before + 1);
    expect((await announce(key)).body).toEqual(done[0]?.body);
  });

  async function consignments(): Promise<number> {
    const [row] = await world().database.reader.query<{ n: number }>('SELECT count(*) AS "n" FROM consignment');
    return row?.n ?? -1;
  }

  it('keeps nothing by which a password could be guessed fast', async () => {
    const key = newKey();
    const path = `/api/v1/accounts/${people.packer.accountId}/password`;
    const body = { password: '一个够长的密码 2026' };
    const set = (wish: object): Promise<Answer> =>
      world().put(path, { as: people.admin, body: wish, headers: { ...key } });
    expect((await set(body)).status).toBe(200);
    const row = await world().database.reader.findOne(IdempotencyKey, { key: key['idempotency-key'] });
    const guess = createHash('sha256')
      .update(`PUT ${path}\n${canonicalJson(body)}`)
      .digest('hex');
    expect(row?.requestHash).toMatch(/^[0-9a-f]{64}$/);
    expect(row?.requestHash).not.toBe(guess);
    expect((await set(body)).status).toBe(200);
    expect((await set({ password: '另一个够长的密码 7' })).body).toMatchObject({
      code: 'ledger.idempotency-key-reused',
    });
  });

  it('answers for a registered party without registering another', async () => {
    const key = newKey();
    const body = { kind: 'merchant', name: { zh: '重复提交' }, uscc: newUscc() };
    const post = (): Promise<Answer> =>
      world().post('/api/v1/parties', { as: people.admin, body, headers: { ...key } });
    const [first, second] = [await post(), await post()];
    expect(second.body).toEqual(first.body);
  });
});
