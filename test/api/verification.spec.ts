import { createHash } from 'node:crypto';
import { Scan } from '../../src/modules/verification/index.js';
import { demoWarehouse, type DemoWarehouse } from '../support/catalog.js';
import { certifiedBracelet } from '../support/certificates.js';
import { takenPhoto, startedInspection } from '../support/inspection.js';
import { receivedBracelet } from '../support/intake.js';
import { onPaper, shippedBracelet, type ShippedUnit, shippedShrimpLot } from '../support/shipped.js';
import { type Answer, describeOnBoth, type World } from '../support/world.js';

const PAGE = { accept: 'text/html' };
const DATA = { accept: 'application/json' };
const UNKNOWN = 'ZZZZZZZZZZZZZZZZZZZZZZZZZZ';

function page(world: World, path: string, headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
  return world.get(path, { headers: { ...PAGE, ...headers } });
}

function data(world: World, path: string): Promise<Answer> {
  return world.get(path, { headers: DATA });
}

function head(world: World, path: string) {
  return world.app.inject({ method: 'HEAD', url: path, headers: PAGE });
}

async function changeState(world: World, people: DemoWarehouse, certificateId: string, what: string): Promise<void> {
  const body = { reason: { zh: '校准不合格,正在核实', en: 'A calibration failed' } };
  const answer = await world.post(`/api/v1/certificates/${certificateId}/${what}`, { as: people.reviewer, body });
  if (answer.status !== 201) throw new Error(answer.text);
}

describeOnBoth('verification', (world) => {
  let people: DemoWarehouse;
  let bracelet: ShippedUnit;
  let lot: ShippedUnit;
  beforeAll(async () => {
    people = await demoWarehouse(world());
    bracelet = await shippedBracelet(world(), people);
    lot = await shippedShrimpLot(world(), people, 5);
  });

  describe('the page behind a code', () => {
    it('is for anybody, in Chinese first and in the language that was asked for', async () => {
      const zh = await page(world(), `/v/${bracelet.code}`);
      expect(zh.status).toBe(200);
      expect(zh.text).toContain('<h1>证书有效</h1>');
      const en = await page(world(), `/v/${bracelet.code}`, { 'accept-language': 'fr, en;q=0.5' });
      expect(en.text).toContain('<h1>This certificate is valid</h1>');
      const asked = await page(world(), `/v/${bracelet.code}?lang=en`);
      expect(asked.text).toContain('lang="en"');
      expect(asked.headers['set-cookie']).toContain('lang=en');
      const remembered = await page(world(), `/v/${bracelet.code}`, { cookie: 'lang=en', 'accept-language': 'zh' });
      expect(remembered.headers['content-language']).toBe('en');
    });

    it('answers in both cases of the address and of the code', async () => {
      for (const path of [
        `/V/${bracelet.code}`,
        `/v/${bracelet.code.toLowerCase()}`,
        `/V/${bracelet.code}?from=chat`,
      ]) {
        const answer = await page(world(), path);
        expect([answer.status, answer.text.includes(onPaper(bracelet.number))]).toEqual([200, true]);
      }
    });

    it('shows the way from intake to shipment, the seal, both parties and what was not tested', async () => {
      const { text } = await page(world(), `/v/${bracelet.code}`);
      const stations = ['收货登记', '开始检测', '检测完成', '复核签发', '签发证书', '统一包装', '统一标识', '出库交接'];
      const places = stations.map((station) => text.indexOf(`<strong>${station}</strong>`));
      expect(places).toEqual(places.toSorted((a, b) => a - b));
      expect(places[0]).toBeGreaterThan(0);
      for (const fact of [bracelet.sealNo, '示例速运', '示例质检仓', '示例水晶店', '没有检测的项目', '1.548'])
        expect(text).toContain(fact);
    });

    it('tells of no person by name and of no item code', async () => {
      const unit = await shippedBracelet(world(), people, 3);
      const told = (await page(world(), `/v/${unit.code}`)).text + (await data(world(), `/v/${unit.code}`)).text;
      for (const { code } of unit.labels) expect(told).not.toContain(code);
      expect(told).not.toMatch(/名\d/);
    });

    it('is kept until an entry about its unit commits, and then says so at once', async () => {
      const unit = await certifiedBracelet(world(), people);
      const first = await page(world(), `/v/${unit.code}`);
      const again = await page(world(), `/v/${unit.code}`, { 'if-none-match': String(first.headers.etag) });
      expect([first.headers['cache-control'], again.status, again.text]).toEqual(['no-cache', 304, '']);
      await changeState(world(), people, unit.certificateId, 'suspension');
      const now = await page(world(), `/v/${unit.code}`, { 'if-none-match': String(first.headers.etag) });
      expect(now.status).toBe(200);
      expect(now.text).toContain('<h1>证书已暂停</h1>');
      expect(now.text).toContain('校准不合格,正在核实');
      await changeState(world(), people, unit.certificateId, 'reinstatement');
      expect((await page(world(), `/v/${unit.code}`)).text).toContain('<h1>证书有效</h1>');
      await changeState(world(), people, unit.certificateId, 'revocation');
      expect((await page(world(), `/v/${unit.code}`)).text).toContain('<h1>证书已撤销</h1>');
    });

    it('says that goods are on hold, without the reason that is the parties’ own', async () => {
      const unit = await certifiedBracelet(world(), people);
      const hold = { as: people.inspector, body: { reason: '商家纠纷' } };
      expect((await world().post(`/api/v1/units/${unit.unitId}/holds`, hold)).status).toBe(201);
      const { text } = await page(world(), `/v/${unit.code}`);
      expect(text).toContain('<h1>商品已暂扣</h1>');
      expect(text).not.toContain('商家纠纷');
    });

    it('leads from a replaced certificate to the new one', async () => {
      const unit = await certifiedBracelet(world(), people);
      const body = { supersedes: unit.certificateId };
      const issue = await world().post(`/api/v1/units/${unit.unitId}/certificates`, { as: people.reviewer, body });
      expect(issue.status).toBe(201);
      const { body: old } = await data(world(), `/v/${unit.code}`);
      expect(old).toMatchObject({ answer: 'superseded', certificate: { state: 'superseded' } });
      const { body: next } = await data(world(), old.certificate.supersededBy.url);
      expect(next).toMatchObject({ answer: 'valid', certificate: { number: old.certificate.supersededBy.number } });
    });

    it('prints hostile names as text', async () => {
      const unit = await certifiedBracelet(world(), people, { name: '"><script>alert(1)</script><!--scan-count-->' });
      const { text } = await page(world(), `/v/${unit.code}`);
      expect(text).toContain('&lt;script&gt;');
      expect(text).not.toMatch(/<script|<!--/);
    });

    it('works without scripts and asks nothing of other sites', async () => {
      const { text } = await page(world(), `/v/${bracelet.labels[0]?.code}`);
      expect(text).not.toMatch(/<script|\son\w+=|<iframe|@import/i);
      const addresses = [...text.matchAll(/\s(?:src|href|action)="([^"]*)"/g)].map(([, address]) => address);
      expect(addresses.filter((address) => !/^(\/|#)/.test(address ?? ''))).toEqual([]);
    });
  });

  describe('the code on a label', () => {
    const label = (number: number) => lot.labels[number - 1]?.code ?? '';

    it('counts each scan of this copy, as page or as data, and keeps the first', async () => {
      const first = await page(world(), `/v/${label(1)}`);
      expect(first.text).toContain('这张标签第一次被查询');
      expect(first.headers).toMatchObject({ 'cache-control': 'no-store' });
      expect(first.headers.etag).toBeUndefined();
      expect((await page(world(), `/v/${label(1)}`)).text).toContain('这张标签第 2 次被查询');
      expect((await page(world(), `/V/${label(1)}?lang=en`)).text).toContain('Scan number 3 of this label');
      const { body } = await data(world(), `/v/${label(1)}`);
      expect(body.code).toMatchObject({ class: 'item', label: { copy: 1, isVoided: false }, scans: { count: 4 } });
      const { body: later } = await data(world(), `/v?code=${label(1)}`);
      expect(later.code.scans).toEqual({ count: 5, first: body.code.scans.first });
      expect((await data(world(), `/v/${label(2)}`)).body.code.scans.count).toBe(1);
    });

    it('is not counted when only headers, a file or the show code are asked for', async () => {
      expect((await head(world(), `/v/${label(3)}`)).statusCode).toBe(200);
      expect((await head(world(), `/v/${label(3)}`)).body).toBe('');
      await world().get(`/v/${label(3)}/certificate.pdf`);
      await page(world(), `/v/${lot.code}`);
      expect((await data(world(), `/v/${label(3)}`)).body.code.scans.count).toBe(1);
      expect((await data(world(), `/v/${lot.code}`)).body.code).toEqual({ class: 'show', text: lot.code });
    });

    it('counts every one of many scans at once', async () => {
      await Promise.all(Array.from({ length: 20 }, () => page(world(), `/v/${label(4)}`)));
      expect((await data(world(), `/v/${label(4)}`)).body.code.scans.count).toBe(21);
    });

    it('keeps of an address only its network', async () => {
      const rows = await world().database.reader.find(Scan, {});
      expect(new Set(rows.map(({ network }) => network))).toEqual(new Set(['127.0.0.0/24']));
    });

    it('warns when the copy was cancelled', async () => {
      await page(world(), `/v/${label(5)}`);
      const id = lot.labels[4]?.id;
      const body = { reason: '撕坏' };
      expect((await world().post(`/api/v1/labels/${id}/spoilage`, { as: people.packer, body })).status).toBe(201);
      const { text } = await page(world(), `/v/${label(5)}`);
      expect(text).toContain('<h1>这张标签已作废</h1>');
      expect(text).toContain('这张标签第 2 次被查询');
      expect((await page(world(), `/v/${label(1)}`)).text).toContain('<h1>证书有效</h1>');
    });
  });

  describe('a code that is typed', () => {
    it('has a form, at both addresses', async () => {
      for (const path of ['/v', '/V', '/v?code=', '/v?code=+']) {
        const answer = await page(world(), path);
        expect([answer.status, answer.text.includes('name="code"')]).toEqual([200, true]);
      }
    });

    it('may be the code, the number with or without its prefix and hyphens, or a whole address', async () => {
      const short = bracelet.number.slice(3);
      const spaced = `yz-${short.slice(0, 5)}-${short.slice(5)}`.toLowerCase();
      for (const typed of [bracelet.code, bracelet.number, short, spaced, `HTTPS://V.EXAMPLE.CN/V/${bracelet.code}`]) {
        const answer = await page(world(), `/v?code=${encodeURIComponent(typed)}`);
        expect([typed, answer.status, answer.text.includes(onPaper(bracelet.number))]).toEqual([typed, 200, true]);
      }
    });

    it('is sent from the address of a code to where attempts are limited, when it is a number', async () => {
      const short = bracelet.number.slice(3);
      const answer = await page(world(), `/v/${bracelet.number}`);
      expect([answer.status, answer.headers.location]).toEqual([302, `/v?code=${short}`]);
    });

    it.each([
      ['unknown', UNKNOWN, '没有查到这个码'],
      ['incomplete', UNKNOWN.slice(1), '这个码不完整'],
      ['mistyped', '0000000001', '这个码可能输错了'],
    ])('is said to be %s, never false, and what to do next', async (why, code, heading) => {
      const answer = await page(world(), `/v?code=${code}`);
      expect(answer.status).toBe(404);
      expect(answer.headers['cache-control']).toBe('no-store');
      expect(answer.text).toContain(`<h1>${heading}</h1>`);
      expect(answer.text).not.toMatch(/假冒|假货|伪造|fake|counterfeit/i);
      const problem = await data(world(), `/v?code=${code}`);
      expect(problem.body).toMatchObject({ status: 404, code: `verification.code-${why}` });
      expect(problem.headers['content-type']).toContain('application/problem+json');
    });

    it('is repeated to its reader as text', async () => {
      const { status, text } = await page(world(), `/v?code=${encodeURIComponent('"><script>alert(1)</script>')}`);
      expect(status).toBe(404);
      expect(text).toContain('&lt;script&gt;');
      expect(text).not.toContain('<script');
    });

    it('may be anything at all without breaking the page', async () => {
      for (const path of [
        '/v?code=%00%01',
        '/v?code=a&code=b',
        `/v?code=${'9'.repeat(5000)}`,
        '/v/%F0%9F%92%8E',
        '/v?x[]=1',
      ])
        expect([200, 404]).toContain((await page(world(), path)).status);
    });
  });

  describe('the files of a page', () => {
    it('are the photograph and the PDF of the certificate, by show code and by item code', async () => {
      for (const code of [bracelet.code, bracelet.labels[0]?.code]) {
        const photo = await world().get(`/V/${code}/photos/${bracelet.photo}`);
        expect([photo.status, photo.headers['content-type']]).toEqual([200, 'image/jpeg']);
        expect(createHash('sha256').update(photo.bytes).digest('hex')).toBe(bracelet.photo);
        const pdf = await world().get(`/v/${code}/certificate.pdf`);
        expect(pdf.headers).toMatchObject({ 'content-type': 'application/pdf' });
        expect(Buffer.from(pdf.bytes.subarray(0, 5)).toString()).toBe('%PDF-');
      }
    });

    it('are no other unit’s', async () => {
      const inspection = await startedInspection(world(), people.inspector, await receivedBracelet(world(), people));
      const other = await takenPhoto(world(), people.inspector, inspection, 12);
      const answer = await data(world(), `/v/${bracelet.code}/photos/${other}`);
      expect(answer.body).toMatchObject({ status: 404, code: 'verification.photo-unknown' });
    });

    it('are not there for a code that is unknown', async () => {
      for (const path of [`/v/${UNKNOWN}/certificate.pdf`, `/v/${UNKNOWN}/photos/${bracelet.photo}`])
        expect((await data(world(), path)).body).toMatchObject({ status: 404, code: 'verification.code-unknown' });
    });
  });
});
