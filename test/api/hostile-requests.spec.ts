import { LedgerHead } from '../../src/ledger/ledger.entity.js';
import { type DemoWarehouse, demoWarehouse } from '../support/catalog.js';
import { startedInspection } from '../support/inspection.js';
import { BRACELET_LINE, receivedBracelet } from '../support/intake.js';
import { type Answer, describeOnBoth, HOST } from '../support/world.js';

const JSON_TYPE = { 'content-type': 'application/json' };
const KEY = { 'idempotency-key': 'hostile-request-1' };

/** Bodies of less than 1 MB that are dear to look at. */
const deepObject = '{"a":'.repeat(100_000) + '1' + '}'.repeat(100_000);
const deepList = '['.repeat(400_000) + ']'.repeat(400_000);
const wide = `{${Array.from({ length: 70_000 }, (_, i) => `"k${i}":1`).join(',')}}`;
const long = (field: string, member: string, length: number): string =>
  `{"${field}":[${Array.from({ length }, (_, i) => member.replace('#', String(i))).join(',')}]}`;

describeOnBoth('hostile requests', (world) => {
  let people: DemoWarehouse;
  let inspectionId: string;
  beforeAll(async () => {
    people = await demoWarehouse(world());
    inspectionId = await startedInspection(world(), people.inspector, await receivedBracelet(world(), people));
  });

  const size = async (): Promise<number> => (await world().database.reader.findOne(LedgerHead, { id: 1 }))?.size ?? -1;

  describe('with bodies that are dear to check', () => {
    const bodies: readonly (readonly [string, string])[] = [
      ['nested objects', deepObject],
      ['nested lists', deepList],
      ['nested lists in a field', `{"lines":${deepList}}`],
      [
        'nested attributes',
        JSON.stringify({ lines: [{ ...BRACELET_LINE, attributes: 0 }] }).replace(':0', `:${deepList}`),
      ],
      ['many fields', wide],
      ['many lines', long('lines', '{}', 300_000)],
      ['many different texts', long('unitIds', '"#"', 90_000)],
    ];
    const routes = ['/api/v1/sessions', '/api/v1/consignments', '/api/v1/shipments'];

    it.each(bodies)('refuse %s at once, whoever asks', async (_, body) => {
      const before = await size();
      for (const path of routes) {
        const as = { '/api/v1/consignments': people.receiver, '/api/v1/shipments': people.shipper }[path];
        for (const headers of [JSON_TYPE, { ...JSON_TYPE, ...KEY }]) {
          const answer = await world().post(path, { as, body, headers });
          expect(answer.body).toMatchObject({ status: 422, code: 'http.body-too-complex' });
        }
      }
      expect(await size()).toBe(before);
    });

    it('refuse readings of endless depth', async () => {
      const body = `{"readings":[{"item":"CRY-MAG","value":${deepObject}}]}`;
      const answer = await world().post(`/api/v1/inspections/${inspectionId}/readings`, {
        as: people.inspector,
        body,
        headers: JSON_TYPE,
      });
      expect(answer.body).toMatchObject({ status: 422, code: 'http.body-too-complex' });
    });

    it('name a hundred faults at most', async () => {
      const body = long('lines', '{}', 900);
      const answer = await world().post('/api/v1/consignments', { as: people.receiver, body, headers: JSON_TYPE });
      expect(answer.body).toMatchObject({ status: 422, code: 'http.invalid-body' });
      expect(answer.body.errors).toHaveLength(100);
    });
  });

  describe('with names that every object has', () => {
    const NAMES = ['constructor', 'toString', 'hasOwnProperty', 'valueOf', 'isPrototypeOf', '__defineGetter__'];

    it.each(NAMES)('take no field called %s', async (name) => {
      const line = { ...BRACELET_LINE, [name]: 'x' };
      const attributes = { ...BRACELET_LINE, attributes: { ...BRACELET_LINE.attributes, [name]: 'x' } };
      const merchantId = people.merchantId;
      for (const body of [
        { merchantId, lines: [BRACELET_LINE], [name]: 'x' },
        { merchantId, lines: [line] },
        { merchantId, lines: [attributes] },
      ]) {
        const answer = await world().post('/api/v1/consignments', { as: people.receiver, body });
        expect(answer.body).toMatchObject({ status: 422 });
      }
      const query = await world().get(`/api/v1/units?${name}=x`, { as: people.receiver });
      expect(query.body).toMatchObject({ status: 422, code: 'http.bad-request' });
    });

    it.each(['{"__proto__":{"isAdmin":true},"reason":"x"}', '{"constructor":{"prototype":{"isAdmin":true}}}'])(
      'leave every other object as it was: %s',
      async (body) => {
        const path = `/api/v1/accounts/${people.packer.accountId}/closing`;
        const answer = await world().post(path, { as: people.admin, body, headers: JSON_TYPE });
        expect(answer.status).toBe(422);
        expect(Object.hasOwn(Object.prototype, 'isAdmin')).toBe(false);
      },
    );
  });

  it.each(['"\\ud800"', '1e999', '-0', '1.5e-300', '123456789012345678901234567890', '[null]', '"\\u0000"', 'true'])(
    'with a key and the value %s are problems, not bugs',
    async (value) => {
      const path = `/api/v1/accounts/${people.packer.accountId}/closing`;
      const call = { as: people.admin, body: `{"reason":${value}}`, headers: { ...JSON_TYPE, ...KEY } };
      expect((await world().post(path, call)).body).toMatchObject({ status: 422, code: 'http.invalid-body' });
      const odd = { ...call, body: `{"reason":"x","${value.replaceAll('"', '')}":1}` };
      expect((await world().post(path, odd)).body).toMatchObject({ status: 422 });
    },
  );

  describe('from other sites', () => {
    const close = (headers: Readonly<Record<string, string>>): Promise<Answer> => {
      const path = `/api/v1/accounts/${people.packer.accountId}/closing`;
      return world().post(path, { as: people.receiver, body: { reason: 'x' }, headers });
    };

    it.each([
      'null',
      '',
      'https://evil.example',
      `https://${HOST}.evil.example`,
      `https://evil.example@${HOST}`,
      `https://${HOST}@evil.example`,
      `https://${HOST}:8443`,
      `file://${HOST}`,
      HOST,
      `https://${HOST}/`,
      `https://${HOST} https://evil.example`,
    ])('are refused by their Origin: %j', async (origin) => {
      expect((await close({ origin })).body).toMatchObject({ status: 403, code: 'http.other-origin' });
    });

    it('are refused without an Origin when a cookie came along', async () => {
      const { accountId, cookie } = people.receiver;
      const answer = await world().app.inject({
        method: 'POST',
        url: `/api/v1/accounts/${accountId}/closing`,
        headers: { host: HOST, cookie },
        payload: { reason: 'x' },
      });
      expect(answer.json()).toMatchObject({ status: 403, code: 'http.other-origin' });
    });

    it.each([`http://${HOST}`, `https://${HOST}`, `https://${HOST.toUpperCase()}`])('are ours: %s', async (origin) => {
      expect((await close({ origin })).body).toMatchObject({ code: 'http.not-allowed' });
    });

    it('cannot sign a visitor in as somebody else', async () => {
      const body = 'login=li&password=long+enough+1';
      const form = { 'content-type': 'application/x-www-form-urlencoded', origin: 'https://evil.example' };
      expect((await world().post('/api/v1/sessions', { body, headers: form })).body).toMatchObject({
        status: 415,
        code: 'http.media-type',
      });
      const wish = { login: 'li', password: 'long enough 1' };
      const answer = await world().post('/api/v1/sessions', {
        body: wish,
        headers: { origin: 'https://evil.example' },
      });
      expect(answer.body).toMatchObject({ status: 403, code: 'http.other-origin' });
    });

    it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'text/json'])(
      'send no form of type %s',
      async (type) => {
        const path = `/api/v1/accounts/${people.packer.accountId}/closing`;
        const call = { as: people.admin, body: '{"reason":"x"}', headers: { 'content-type': type } };
        expect((await world().post(path, call)).body).toMatchObject({ status: 415, code: 'http.media-type' });
      },
    );
  });

  it.each(['/%', '/api/v1/units/%ff', '/log/tile/%c0%80', `/api/v1/units/${'a'.repeat(201)}`])(
    'to addresses that are none are problems like any other: %s',
    async (url) => {
      const answer = await world().get(url, { as: people.admin });
      expect(answer.headers['content-type']).toContain('application/problem+json');
      expect(answer.body).toMatchObject({ status: 422, code: 'http.bad-request', requestId: expect.any(String) });
    },
  );
});
