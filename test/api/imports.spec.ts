import { SYSTEM_ACTOR } from '../../src/kernel/actor.js';
import { Ids } from '../../src/kernel/ids.js';
import { importCommitted, importOf } from '../../src/modules/exchange/exchange.events.js';
import { type DemoWarehouse, demoWarehouse } from '../support/catalog.js';
import { eventually } from '../support/eventually.js';
import { lookedAt } from '../support/pages.js';
import { importedProducts, PRODUCT_HEADER, productRow, productSheet, settled, uploaded } from '../support/imports.js';
import { ImportChecker } from '../../src/modules/exchange/import-checker.js';
import { csvRows } from '../../src/platform/sheets/csv-writer.js';
import { type Caller, describeOnBoth } from '../support/world.js';

describeOnBoth('importing products', (world) => {
  let people: DemoWarehouse;
  let merchant: Caller;

  beforeAll(async () => {
    people = await demoWarehouse(world());
    merchant = people.merchant;
  });

  const names = (count: number, what: string) => Array.from({ length: count }, (_, i) => `${what}${i}`);
  const products = async (as: Caller) => (await world().get('/api/v1/products?limit=200', { as })).body.items;
  const post = (path: string, body: object = {}, as = merchant) =>
    world().post(`/api/v1/imports/${path}`, { as, body });

  it('checks row by row, and records nothing of it', async () => {
    const before = await products(merchant);
    const wrong = [
      ['缺品类', '', '', '', ''],
      ['无此品类', 'x', '', '', ''],
      ['x'.repeat(201), 'crystal-jewelry', '', '', ''],
    ];
    const body = csvRows([PRODUCT_HEADER, productRow('好的'), ...wrong, productRow('另一个')]);
    const answer = await uploaded(world(), merchant, { body });
    expect(answer.body).toMatchObject({ state: 'checked', rows: 5, records: 2, problemCount: 3, progress: 1000 });
    expect(answer.body.problems).toMatchObject([
      { row: 3, column: 'category', code: 'import.needed' },
      { row: 4, code: 'catalog.category-unknown' },
      { row: 5, column: 'name', code: 'import.isText' },
    ]);
    expect(answer.body.preview[0]).toMatchObject({
      row: 2,
      body: { name: '好的', attributes: { gemName: '紫晶' }, declared: { skuName: '天然紫晶' } },
    });
    const file = await world().get(`/api/v1/imports/${answer.body.id}/problems.csv`, { as: merchant });
    expect(file.text.split('\r\n').filter(Boolean)).toHaveLength(4);
    expect(await products(merchant)).toEqual(before);
    expect((await post(`${answer.body.id}/commit`)).body.code).toBe('exchange.has-problems');
    expect((await post(`${answer.body.id}/commit`, { leaveOut: true })).status).toBe(201);
    expect((await settled(world(), merchant, answer.body.id)).body).toMatchObject({ state: 'recorded', recorded: 2 });
  });

  it('does not tell a file that waits its turn to have failed', async () => {
    const upload = async (rows: string[]): Promise<string> => {
      const wish = { as: merchant, body: productSheet(rows), headers: { 'content-type': 'text/csv' } };
      return (await world().post('/api/v1/imports?kind=products&name=a.csv', wish)).body.id;
    };
    await upload(names(10_000, '先来'));
    const id = await upload(names(1, '后到'));
    world().clock.advanceHours(1);
    const look = async () => (await world().get(`/api/v1/imports/${id}`, { as: merchant })).body.state;
    await eventually(look, (state) => state === 'checking');
    await world().app.get(ImportChecker).idle();
    expect(await look()).toBe('checked');
  });

  it('records the checked rows once committed, and takes them back by withdrawing them', async () => {
    const before = (await products(merchant)).length;
    const { body } = await importedProducts(world(), merchant, names(40, '批量'));
    expect(body).toMatchObject({ state: 'recorded', refused: 0, progress: 1000 });
    const [registered] = (await products(merchant)).slice(-1);
    expect(await products(merchant)).toHaveLength(before + 40);
    expect((await post(`${body.id}/commit`)).body.code).toBe('exchange.unknown');
    expect((await post(`${body.id}/undo`, { reason: '传错了文件' })).status).toBe(201);
    const undone = await settled(world(), merchant, body.id);
    expect(undone.body).toMatchObject({ state: 'undone', undone: 40, kept: 0, progress: 1000 });
    expect(await products(merchant)).toHaveLength(before);
    const one = await world().get(`/api/v1/products/${registered.id}`, { as: merchant });
    expect(one.body.withdrawnAt).not.toBeNull();
    expect((await post(`${body.id}/undo`, { reason: '再来' })).body.code).toBe('exchange.not-undoable');
  });

  it('keeps the name of a file out of the log, but for what older entries said', async () => {
    const { body } = await importedProducts(world(), merchant, names(1, '无名'));
    expect(body).toMatchObject({ fileName: null, fileHash: expect.stringMatching(/^[0-9a-f]{64}$/) });
    const [said] = await world().database.reader.query<{ count: number }>(
      `SELECT count(*) AS "count" FROM ledger_disclosure WHERE content LIKE '%a.csv%'`,
    );
    expect(said?.count).toBe(0);
    const { partyId, accountId } = merchant;
    const hashes = { fileHash: 'f', listHash: 'l' };
    const party = { kind: 'products', partyId, accountId, fileName: '旧.csv', ...hashes, rows: 1, records: 0 } as const;
    const id = world().app.get(Ids).next();
    await world().ledger.record(SYSTEM_ACTOR, () => [importCommitted([importOf(id)], { party })]);
    const older = await world().get(`/api/v1/imports/${id}`, { as: merchant });
    expect(older.body).toMatchObject({ fileName: '旧.csv', state: 'recorded' });
    for (const [path, text] of [
      [`imports/${id}`, '旧.csv'],
      [`imports/${body.id}`, '商品档案'],
    ] as const) {
      expect((await lookedAt(world(), merchant, `/console/${path}`)).zh).toContain(text);
    }
  });

  it('names what it cannot take back any more', async () => {
    const { body } = await importedProducts(world(), merchant, names(3, '先撤'));
    const [one] = (await products(merchant)).slice(-1);
    const path = `/api/v1/products/${one.id}/withdrawal`;
    expect((await world().post(path, { as: merchant, body: { reason: '停售' } })).status).toBe(201);
    await post(`${body.id}/undo`, { reason: '传错了文件' });
    const undone = await settled(world(), merchant, body.id);
    expect(undone.body).toMatchObject({
      undone: 2,
      kept: 1,
      problems: [{ row: 4, code: 'catalog.product-withdrawn' }],
    });
  });

  it('leaves a withdrawn product out of new consignments', async () => {
    const { body } = await importedProducts(world(), merchant, names(1, '撤回'));
    const [{ id: productId }] = (await products(merchant)).slice(-1);
    await post(`${body.id}/undo`, { reason: '传错了文件' });
    await settled(world(), merchant, body.id);
    const line = { productId, name: '手串', categoryId: 'crystal-jewelry', kind: 'piece', count: 1, attributes: {} };
    const wish = { warehouseId: people.warehouseId, lines: [line] };
    const answer = await world().post('/api/v1/consignments', { as: merchant, body: wish });
    expect(answer.body.code).toBe('catalog.product-withdrawn');
  });

  it.each([
    ['a column that nobody knows', 'name,category,colour\na,b,c\n', 'import.column-unknown', 1],
    ['a column twice', 'name,商品名称,category\na,b,c\n', 'import.column-twice', 1],
    ['a missing column', 'name\na\n', 'import.column-missing', 1],
    ['a header alone', 'name,category\n', 'import.no-rows', 1],
    ['an open quote', 'name,category\n"a,b\n', 'import.quotes', 2],
    ['nothing', '\n', 'import.empty', 0],
    ['an old workbook', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'import.old-format', 0],
  ])('names %s', async (_, body, code, row) => {
    const { body: answer } = await uploaded(world(), merchant, { body });
    expect(answer.problems).toMatchObject([{ code, row }]);
    const commit = await post(`${answer.id}/commit`, { leaveOut: true });
    expect(['exchange.not-checkable', 'exchange.nothing-to-record']).toContain(commit.body.code);
    expect((await world().delete(`/api/v1/imports/${answer.id}`, { as: merchant })).status).toBe(204);
    expect((await world().get(`/api/v1/imports/${answer.id}`, { as: merchant })).status).toBe(404);
  });

  it('takes headers and categories in Chinese, and a merchant by its credit code', async () => {
    const { body: party } = await world().get(`/api/v1/parties/${people.merchantId}`, { as: merchant });
    const body = csvRows([
      ['商家统一社会信用代码', '商品名称 name', '品类', '属性 attributes.hasMetalPart'],
      [party.uscc, '＝一号', 'crystal-jewelry', '否'],
      ['91110000000000000X', '没有这家', 'crystal-jewelry', ''],
    ]);
    const answer = await uploaded(world(), people.receiver, { body });
    expect(answer.body.preview).toMatchObject([
      { body: { merchantId: people.merchantId, name: '=一号', attributes: { hasMetalPart: false } } },
    ]);
    expect(answer.body.problems).toMatchObject([
      { row: 3, column: '商家统一社会信用代码', code: 'import.merchant-unknown' },
    ]);
  });

  it('knows a merchant by its credit code only for those who may see it', async () => {
    const { body: other } = await world().get(`/api/v1/parties/${people.otherMerchant.partyId}`, {
      as: people.otherMerchant,
    });
    for (const code of [other.uscc, '91110000000000000X']) {
      const body = csvRows([
        ['merchant', ...PRODUCT_HEADER],
        [code, ...productRow('探')],
      ]);
      const answer = await uploaded(world(), merchant, { body });
      expect(answer.body.problems).toMatchObject([{ row: 2, column: 'merchant', code: 'import.merchant-unknown' }]);
    }
  });

  it('is for those who may record one, and seen by their own party only', async () => {
    const sheet = { body: productSheet(['一']) };
    expect((await uploaded(world(), people.inspector, sheet)).body.code).toBe('exchange.kind-not-yours');
    expect((await uploaded(world(), people.packer, sheet)).status).toBe(403);
    const { body } = await uploaded(world(), merchant, sheet);
    for (const path of [`${body.id}/commit`, `${body.id}/undo`]) {
      expect((await post(path, { reason: 'x' }, people.otherMerchant)).status).toBe(path.endsWith('undo') ? 404 : 422);
    }
    expect((await world().get(`/api/v1/imports/${body.id}`, { as: people.otherMerchant })).status).toBe(404);
    const { body: list } = await world().get('/api/v1/imports', { as: people.otherMerchant });
    expect(list.items).toEqual([]);
  });

  it.each([
    ['no body', undefined, {}, 'exchange.file-expected'],
    ['JSON', { rows: [] }, {}, 'exchange.file-expected'],
    ['another type', 'x', { 'content-type': 'image/gif' }, 'http.media-type'],
  ])('refuses %s', async (_, body, headers, code) => {
    const answer = await world().post('/api/v1/imports?kind=products', { as: merchant, body, headers });
    expect(answer.body.code).toBe(code);
  });
});
