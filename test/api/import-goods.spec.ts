import { csvRows } from '../../src/platform/sheets/csv-writer.js';
import { type DemoWarehouse, demoWarehouse } from '../support/catalog.js';
import { imported, importedProducts, settled, uploaded } from '../support/imports.js';
import { SHRIMP_READINGS, startedInspection } from '../support/inspection.js';
import { BRACELET_LINE, receivedShrimpLot } from '../support/intake.js';
import { type Caller, describeOnBoth } from '../support/world.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

describeOnBoth('importing and exporting', (world) => {
  let people: DemoWarehouse;
  let merchant: Caller;
  let uscc: string;

  beforeAll(async () => {
    people = await demoWarehouse(world());
    merchant = people.merchant;
    uscc = (await world().get(`/api/v1/parties/${people.warehouseId}`, { as: people.receiver })).body.uscc;
  });

  const given = Object.entries(BRACELET_LINE.attributes).filter(([, value]) => value !== '');
  const HEADER = ['reference', 'warehouse', 'name', 'category', 'kind', 'count'].concat(
    given.map(([code]) => `attributes.${code}`),
  );
  const line = (reference: string, count = '３') => [
    ...[reference, uscc, '紫晶手串', 'crystal-jewelry', '件', count],
    ...given.map(([, value]) => (typeof value === 'boolean' ? (value ? '是' : '否') : String(value))),
  ];
  const consignments = async () => (await world().get('/api/v1/consignments?limit=200', { as: merchant })).body.items;
  const readingsOf = async (id: string) =>
    (await world().get(`/api/v1/inspections/${id}`, { as: people.inspector })).body.items;

  it('announces consignments of several lines, and calls them off again', async () => {
    const body = csvRows([HEADER, line('A-1'), line('A-1', '2'), line('A-2')]);
    const { body: done } = await imported(world(), merchant, { kind: 'consignments', body });
    expect(done).toMatchObject({ state: 'recorded', rows: 3, records: 2, recorded: 2 });
    const made = (await consignments()).filter(({ reference }: { reference: string }) => /^A-/.test(reference));
    expect(made.map(({ state }: { state: string }) => state)).toEqual(['announced', 'announced']);
    const [first] = made;
    const { body: detail } = await world().get(`/api/v1/consignments/${first.id}`, { as: merchant });
    expect(detail.lines.map(({ announced }: { announced: object }) => announced)).toEqual([
      { value: '3', unit: 'H87' },
      { value: '2', unit: 'H87' },
    ]);
    await world().post(`/api/v1/imports/${done.id}/undo`, { as: merchant, body: { reason: '重复' } });
    expect((await settled(world(), merchant, done.id)).body).toMatchObject({ undone: 2, kept: 0 });
    const states = (await consignments()).slice(-2).map(({ state }: { state: string }) => state);
    expect(states).toEqual(['cancelled', 'cancelled']);
  });

  it('names rows of one consignment that stand apart, and what its rules refuse', async () => {
    const body = csvRows([HEADER, line('B-1'), line('B-2'), line('B-1'), line('B-3', '201'), line('B-4', '1,5')]);
    const { body: answer } = await uploaded(world(), merchant, { kind: 'consignments', body });
    expect(answer).toMatchObject({ records: 2 });
    expect(answer.problems).toMatchObject([
      { row: 4, column: 'reference', code: 'import.record-apart' },
      { row: 5, column: 'count', code: 'import.max' },
      { row: 6, column: 'count' },
    ]);
  });

  it('records readings of an open inspection, and withdraws them: what they replaced counts again', async () => {
    const unitId = await receivedShrimpLot(world(), people);
    const id = await startedInspection(world(), people.inspector, unitId);
    const first = { item: 'SHR-TEMP', value: { kind: 'number', value: '-18', unit: 'CEL' }, instrument: 'T-04' };
    await world().post(`/api/v1/inspections/${id}/readings`, { as: people.inspector, body: { readings: [first] } });
    const header = ['goods', 'item', 'value', 'unit', 'instrument'];
    const rows = [
      [unitId, 'SHR-TEMP', '-20.5', '℃', 'T-04'],
      [unitId, 'SHR-SENS', '是', '', ''],
      [unitId, 'SHR-SO2', '未检出', 'GK', 'S-04'],
      [unitId, 'SHR-DOC', '检疫证明; 购销凭证', '', ''],
      [unitId, 'SHR-TVBN', JSON.stringify(SHRIMP_READINGS.find(({ item }) => item === 'SHR-TVBN')?.value), '', 'K-05'],
    ];
    const sheet = { kind: 'readings', body: csvRows([header, ...rows]) };
    const { body: done } = await imported(world(), people.inspector, sheet);
    expect(done).toMatchObject({ state: 'recorded', records: 1, recorded: 1, refused: 0 });
    const valueOf = async (code: string) =>
      (await readingsOf(id)).find((item: { code: string }) => item.code === code)?.reading?.value;
    expect(await valueOf('SHR-TEMP')).toEqual({ kind: 'number', value: '-20.5', unit: 'CEL' });
    expect(await valueOf('SHR-DOC')).toEqual({ kind: 'list', unit: null, values: ['检疫证明', '购销凭证'] });
    await world().post(`/api/v1/imports/${done.id}/undo`, { as: people.inspector, body: { reason: '别的样品' } });
    expect((await settled(world(), people.inspector, done.id)).body).toMatchObject({ undone: 1, kept: 0 });
    expect(await valueOf('SHR-TEMP')).toEqual(first.value);
    expect(await valueOf('SHR-DOC')).toBeUndefined();
  });

  it('replaces no reading that came after the check', async () => {
    const unitId = await receivedShrimpLot(world(), people);
    const id = await startedInspection(world(), people.inspector, unitId);
    const rows = [
      ['goods', 'item', 'value'],
      [unitId, 'SHR-SENS', '是'],
    ];
    const { body: draft } = await uploaded(world(), people.inspector, { kind: 'readings', body: csvRows(rows) });
    const meanwhile = SHRIMP_READINGS.filter(({ item }) => item === 'SHR-SENS');
    const body = { readings: meanwhile };
    expect((await world().post(`/api/v1/inspections/${id}/readings`, { as: people.inspector, body })).status).toBe(201);
    expect((await world().post(`/api/v1/imports/${draft.id}/commit`, { as: people.inspector, body: {} })).status).toBe(
      201,
    );
    const { body: done } = await settled(world(), people.inspector, draft.id);
    expect(done).toMatchObject({ recorded: 0, refused: 1, problems: [{ row: 2, code: 'inspection.read-meanwhile' }] });
  });

  it('leaves readings of a submitted inspection as they are', async () => {
    const unitId = await receivedShrimpLot(world(), people);
    const id = await startedInspection(world(), people.inspector, unitId);
    const sheet = {
      kind: 'readings',
      body: csvRows([
        ['goods', 'item', 'value'],
        [unitId, 'SHR-SENS', '是'],
      ]),
    };
    const { body: done } = await imported(world(), people.inspector, sheet);
    await world().post(`/api/v1/inspections/${id}/submission`, { as: people.inspector });
    await world().post(`/api/v1/imports/${done.id}/undo`, { as: people.inspector, body: { reason: '别的样品' } });
    const { body: undone } = await settled(world(), people.inspector, done.id);
    expect(undone).toMatchObject({ undone: 0, kept: 1, problems: [{ row: 2, code: 'inspection.not-open' }] });
    const again = await uploaded(world(), people.inspector, sheet);
    expect(again.body.problems).toMatchObject([{ row: 2, column: 'goods', code: 'import.unit-not-inspected' }]);
  });

  it.each([
    ['products', 'csv'],
    ['products', 'xlsx'],
    ['consignments', 'csv'],
    ['consignments', 'xlsx'],
  ])('takes an export of %s as %s in again, without a problem', async (kind, format) => {
    await importedProducts(world(), merchant, ['=1+1 手串', "'引号", '-5', '普通']);
    const exported = await world().get(`/api/v1/exports?kind=${kind}&format=${format}`, { as: merchant });
    expect(exported.status).toBe(200);
    const type = format === 'csv' ? 'text/csv' : XLSX;
    const { body } = await uploaded(world(), merchant, { kind, type, body: exported.bytes });
    expect(body).toMatchObject({ state: 'checked', problems: [] });
    expect(body.records).toBeGreaterThan(0);
    if (kind === 'products') {
      const { body: products } = await world().get('/api/v1/products?limit=200', { as: merchant });
      const said = ({ name, spec, categoryId, attributes, declared }: Record<string, unknown>) => ({
        name,
        spec,
        categoryId,
        attributes,
        declared,
      });
      expect(body.preview.map(({ body: each }: { body: Record<string, unknown> }) => said(each))).toEqual(
        products.items.slice(0, 20).map(said),
      );
    }
    await world().delete(`/api/v1/imports/${body.id}`, { as: merchant });
  });

  it('takes readings of an open inspection out and in again', async () => {
    const unitId = await receivedShrimpLot(world(), people);
    const id = await startedInspection(world(), people.inspector, unitId);
    const readings = SHRIMP_READINGS.filter(({ item }) => item !== 'SHR-GLAZE');
    await world().post(`/api/v1/inspections/${id}/readings`, { as: people.inspector, body: { readings } });
    const { text } = await world().get('/api/v1/exports?kind=readings', { as: people.inspector });
    const [header = '', ...rows] = text.split('\r\n');
    const body = [header, ...rows.filter((row) => row.includes(unitId))].join('\r\n');
    const { body: answer } = await uploaded(world(), people.inspector, { kind: 'readings', body });
    expect(answer.problems).toEqual([]);
    const recorded = answer.preview[0].body.readings.map(({ item, value }: Record<string, unknown>) => ({
      item,
      value,
    }));
    const byItem = (a: { item: string }, b: { item: string }) => a.item.localeCompare(b.item);
    expect(recorded.toSorted(byItem)).toEqual(readings.map(({ item, value }) => ({ item, value })).toSorted(byItem));
  });

  it('gives away nothing of another party, and blank sheets with both languages', async () => {
    const { text } = await world().get('/api/v1/exports?kind=products', { as: people.otherMerchant });
    expect(text.trim().split('\r\n')).toHaveLength(1);
    expect((await world().get('/api/v1/exports?kind=readings', { as: people.receiver })).status).toBe(403);
    for (const kind of ['products', 'consignments']) {
      const blank = await world().get(`/api/v1/import-templates?kind=${kind}`, { as: merchant });
      expect(blank.text).toMatch(/商品名称 name/);
      const { body } = await uploaded(world(), merchant, { kind, body: blank.text });
      expect(body.problems).toMatchObject([{ code: 'import.no-rows' }]);
    }
  });
});
