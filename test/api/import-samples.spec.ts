import { existsSync } from 'node:fs';
import { readdir, readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { TEMPLATES_FOLDER } from '../../src/app/folders.js';
import { Product } from '../../src/modules/catalog/index.js';
import { ImportRun } from '../../src/modules/exchange/index.js';
import { ImportRunner } from '../../src/modules/exchange/import-runner.js';
import { ImportSweep } from '../../src/modules/exchange/import-sweep.js';
import { Database } from '../../src/platform/database/database.js';
import { type DemoWarehouse, demoWarehouse } from '../support/catalog.js';
import { productSheet, settled, uploaded } from '../support/imports.js';
import { SHRIMP_READINGS, startedInspection } from '../support/inspection.js';
import { receivedShrimpLot } from '../support/intake.js';
import { secondApp } from '../support/second-app.js';
import { describeOnBoth, World } from '../support/world.js';

const FOLDER = join(TEMPLATES_FOLDER, 'imports');
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

describeOnBoth('the sample sheets', (world) => {
  let people: DemoWarehouse;
  let uscc: string;

  beforeAll(async () => {
    people = await demoWarehouse(world());
    uscc = (await world().get(`/api/v1/parties/${people.warehouseId}`, { as: people.receiver })).body.uscc;
  });

  async function sample(name: string, put: Readonly<Record<string, string>> = {}) {
    const bytes = await readFile(join(FOLDER, name));
    if (name.endsWith('.xlsx')) return { kind: name.split('-')[0] ?? '', type: XLSX, body: bytes };
    const body = Object.entries(put).reduce((text, [from, to]) => text.replaceAll(from, to), bytes.toString('utf8'));
    return { kind: name.split('-')[0] ?? '', body };
  }

  it.each(['products-good.csv', 'products-good.xlsx'])('takes %s', async (name) => {
    const { body } = await uploaded(world(), people.merchant, await sample(name));
    expect(body).toMatchObject({ state: 'checked', records: 3, problems: [] });
    expect(body.preview[0].body).toMatchObject({ name: '紫晶手串', attributes: { gemName: '紫晶' } });
    expect(body.preview[2].body.name).toBe('=特惠= 烟晶手串');
  });

  it('takes consignments-good.csv with the warehouse filled in', async () => {
    const sheet = await sample('consignments-good.csv', { 请填质检仓统一社会信用代码: uscc });
    const { body } = await uploaded(world(), people.merchant, sheet);
    expect(body).toMatchObject({ state: 'checked', rows: 3, records: 2, problems: [] });
  });

  it('takes readings-good.csv with the goods filled in', async () => {
    const unitId = await receivedShrimpLot(world(), people);
    await startedInspection(world(), people.inspector, unitId);
    const { body } = await uploaded(
      world(),
      people.inspector,
      await sample('readings-good.csv', { 请填商品编号: unitId }),
    );
    expect(body).toMatchObject({ state: 'checked', records: 1, problems: [] });
    const known = SHRIMP_READINGS.map(({ item }) => item);
    for (const { item } of body.preview[0].body.readings) expect(known).toContain(item);
  });

  it.each([
    ['products-bad-header.csv', 'merchant', [[1, 'import.column-unknown']]],
    [
      'products-bad-rows.csv',
      'merchant',
      [
        [2, 'import.needed'],
        [3, 'catalog.category-unknown'],
        [4, 'catalog.attributes-invalid'],
      ],
    ],
    [
      'products-bad-rows.xlsx',
      'merchant',
      [
        [2, 'import.formula'],
        [2, 'import.needed'],
        [3, 'catalog.category-unknown'],
        [4, 'catalog.attributes-invalid'],
      ],
    ],
    [
      'consignments-bad.csv',
      'merchant',
      [
        [2, 'import.merchant-unknown'],
        [3, 'import.isIn'],
        [4, 'import.record-apart'],
      ],
    ],
    ['readings-bad.csv', 'inspector', [[2, 'import.unit-not-inspected']]],
  ] as const)('names what is wrong in %s', async (name, role, found) => {
    const { body } = await uploaded(world(), people[role], await sample(name));
    const named = body.problems.map(({ row, code }: { row: number; code: string }) => [row, code]);
    expect(named).toEqual(found);
  });

  it('forgets a file that nobody commits as soon as a person is erased', async () => {
    const { body } = await uploaded(world(), people.merchant, { body: productSheet(['顾客张三']) });
    const folder = join(world().config.blobsDir, 'imports');
    expect((await readdir(folder)).filter((name) => name.startsWith(body.id))).toHaveLength(2);
    const leaver = await world().account(people.warehouseId, 'warehouse', 'packer');
    const path = `/api/v1/accounts/${leaver.accountId}`;
    await world().post(`${path}/closing`, { as: people.admin, body: { reason: '离职' } });
    const erased = await world().post(`${path}/erasure`, {
      as: people.admin,
      body: { ground: 'purpose-over', confirm: true },
    });
    expect(erased.text).toContain('entries');
    await world().app.get(ImportSweep).idle();
    expect((await readdir(folder)).filter((name) => name.startsWith(body.id))).toEqual([]);
    expect((await world().get(`/api/v1/imports/${body.id}`, { as: people.merchant })).status).toBe(404);
  });

  it('keeps nothing of a file but its hash once all of it is recorded', async () => {
    const { body } = await uploaded(world(), people.merchant, { body: productSheet(['记录完']) });
    await world().post(`/api/v1/imports/${body.id}/commit`, { as: people.merchant, body: {} });
    const { body: done } = await settled(world(), people.merchant, body.id);
    expect(done).toMatchObject({ state: 'recorded', fileHash: body.fileHash, listHash: body.listHash });
    expect(existsSync(join(world().config.blobsDir, 'imports', `${body.id}.list`))).toBe(false);
  });
});

describe('a restart in the middle of an import', () => {
  it('goes on where it stopped, and records no row twice', async () => {
    const world = await World.open('sqlite');
    const { merchant } = await demoWarehouse(world);
    const names = Array.from({ length: 200 }, (_, i) => `重启 ${i}`);
    const { body } = await uploaded(world, merchant, { body: productSheet(names) });
    await world.post(`/api/v1/imports/${body.id}/commit`, { as: merchant, body: {} });
    await world.app.close();
    const app = await secondApp(world);
    const { reader } = app.get(Database);
    const before = await reader.findOne(ImportRun, { id: body.id });
    await app.get(ImportRunner).idle();
    const products = await reader.find(Product, { merchantId: merchant.partyId });
    expect(before?.position).toBeLessThan(200);
    expect(products.map(({ name }) => name).toSorted()).toEqual(names.toSorted());
    expect(await reader.findOne(ImportRun, { id: body.id })).toMatchObject({ state: 'recorded', recorded: 200 });
    await app.close();
    await rm(dirname(world.config.keysDir), { recursive: true, force: true });
  });
});
