import { CROCKFORD } from '../../src/kernel/base32.js';
import { printedNumber } from '../../src/modules/certificates/index.js';
import { labelByCode, labelsOf } from '../../src/modules/labelling/index.js';
import { demoWarehouse, type DemoWarehouse } from '../support/catalog.js';
import { certifiedBracelet, certifiedShrimpLot, labelledUnit, packed, printed } from '../support/certificates.js';
import { rasterise, textOf } from '../support/pdf.js';
import { decodeQr } from '../support/qr-decoder.js';
import { postTo, secondApp } from '../support/second-app.js';
import { describeOnBoth } from '../support/world.js';

const CODE = new RegExp(`^[${CROCKFORD}]{26}$`);

describeOnBoth('labelling', (world) => {
  let people: DemoWarehouse;
  beforeAll(async () => {
    people = await demoWarehouse(world());
  });

  const print = (unitId: string, body: unknown = { copies: 1 }, as = people.packer) =>
    world().post(`/api/v1/units/${unitId}/labels`, { as, body });
  const apply = (unitId: string, as = people.packer) => world().post(`/api/v1/units/${unitId}/labelling`, { as });
  const spoil = (labelId: string, as = people.packer) =>
    world().post(`/api/v1/labels/${labelId}/spoilage`, { as, body: { reason: '撕裂' } });
  const list = async (unitId: string, as = people.packer) =>
    (await world().get(`/api/v1/units/${unitId}/labels?limit=200`, { as })).body;
  const sheet = (unitId: string, query = '') =>
    world().get(`/api/v1/units/${unitId}/labels.pdf${query}`, { as: people.packer });
  const unit = async (id: string) => (await world().get(`/api/v1/units/${id}`, { as: people.merchant })).body;

  async function packedBracelet() {
    const certified = await certifiedBracelet(world(), people);
    await packed(world(), people.packer, certified.unitId);
    return certified;
  }

  async function suspend(certificateId: string): Promise<void> {
    const call = { as: people.reviewer, body: { reason: { zh: '待核实' } } };
    expect((await world().post(`/api/v1/certificates/${certificateId}/suspension`, call)).status).toBe(201);
  }

  it('numbers copies on over reprints, each with a code of its own', async () => {
    const { unitId } = await certifiedShrimpLot(world(), people);
    await packed(world(), people.packer, unitId);
    const first = await printed(world(), people.packer, unitId, 20);
    const [spoiled] = first;
    expect((await spoil(spoiled?.id ?? '')).status).toBe(201);
    const second = await printed(world(), people.packer, unitId, 2);
    expect(second.map(({ number }) => number)).toEqual([21, 22]);
    const { items, counts } = await list(unitId);
    expect(items.map(({ number, of }: { number: number; of: number }) => `${number}/${of}`)).toEqual([
      ...first.map(({ number }) => `${number}/20`),
      '21/22',
      '22/22',
    ]);
    expect(counts).toEqual({ printed: 21, applied: 0, spoiled: 1 });
    const codes = items.map(({ code }: { code: string }) => code);
    expect(new Set(codes).size).toBe(22);
    expect(codes.filter((code: string) => !CODE.test(code))).toEqual([]);
    const { reader } = world().database;
    expect(await labelByCode(reader, codes[0])).toMatchObject({ unitId, number: 1, state: 'spoiled' });
    expect((await labelsOf(reader, unitId)).map(({ number }) => number)).toHaveLength(22);
  });

  it('offers on its page what is on no goods yet, as much at once as one file holds', async () => {
    const { unitId } = await certifiedShrimpLot(world(), people);
    await packed(world(), people.packer, unitId);
    const offered = async (): Promise<string[]> => {
      const { text } = await world().get(`/console/labels/${unitId}`, { as: people.packer });
      return [...text.matchAll(/labels\.pdf(\?[^"]*)"/g)].map(([, query = '']) => query.replace('&amp;', '&'));
    };
    for (const copies of [60, 60, 1]) await printed(world(), people.packer, unitId, copies);
    expect(await offered()).toEqual(['?from=1&to=120', '?from=121&to=121']);
    for (const query of await offered()) expect((await sheet(unitId, query)).status).toBe(200);
    expect((await apply(unitId)).status).toBe(201);
    expect(await offered()).toEqual([]);
    const [{ id: torn }] = (await list(unitId)).items;
    expect((await spoil(torn)).status).toBe(201);
    await printed(world(), people.packer, unitId, 1);
    expect(await offered()).toEqual(['?from=122&to=122']);
  });

  it("tells codes to the warehouse's own people only", async () => {
    const { unitId } = await packedBracelet();
    await printed(world(), people.packer, unitId, 2);
    const seen = await list(unitId, people.merchant);
    expect(seen.items.map(({ number, code }: { number: number; code: unknown }) => [number, code])).toEqual([
      [1, null],
      [2, null],
    ]);
    expect((await list(unitId, people.reviewer)).items[0].code).toMatch(CODE);
    expect(await list(unitId, people.otherMerchant)).toMatchObject({ status: 404, code: 'units.unknown' });
    const call = { as: people.merchant };
    expect((await world().get(`/api/v1/units/${unitId}/labels.pdf`, call)).status).toBe(403);
  });

  it('prints every good copy with a QR code that leads to it', async () => {
    const { unitId, number } = await packedBracelet();
    const labels = await printed(world(), people.packer, unitId, 3);
    await spoil(labels[1]?.id ?? '');
    const { headers, bytes } = await sheet(unitId);
    expect(headers).toMatchObject({ 'content-type': 'application/pdf', 'cache-control': 'no-store' });
    const pages = await textOf(bytes);
    expect(pages).toHaveLength(2);
    expect(pages[1]).toContain('3/3');
    expect(pages.every((page) => page.includes(printedNumber(number)))).toBe(true);
    const decoded = [await decodeQr(await rasterise(bytes, 1, 4)), await decodeQr(await rasterise(bytes, 2, 4))];
    expect(decoded.flat().map(({ text }) => text)).toEqual([
      `HTTPS://V.EXAMPLE.CN/V/${labels[0]?.code}`,
      `HTTPS://V.EXAMPLE.CN/V/${labels[2]?.code}`,
    ]);
    expect(await textOf((await sheet(unitId, '?from=3&to=3')).bytes)).toHaveLength(1);
    expect((await sheet(unitId, '?from=2&to=2')).body).toMatchObject({
      status: 409,
      code: 'labelling.nothing-to-print',
    });
    expect((await sheet(unitId, '?from=none')).status).toBe(422);
  });

  it('prints a lot in parts when one file would be too long', async () => {
    const { unitId } = await certifiedShrimpLot(world(), people);
    await packed(world(), people.packer, unitId);
    for (const copies of [60, 60, 1]) await printed(world(), people.packer, unitId, copies);
    expect((await sheet(unitId)).body).toMatchObject({ status: 422, code: 'labelling.too-many-copies' });
    expect((await sheet(unitId, '?from=120')).status).toBe(200);
  });

  it('closes the last gate with good copies only', async () => {
    const { unitId } = await packedBracelet();
    expect((await apply(unitId)).body).toMatchObject({ status: 409, code: 'labelling.no-good-copy' });
    const [bad] = await printed(world(), people.packer, unitId);
    await spoil(bad?.id ?? '');
    expect((await apply(unitId)).body.code).toBe('labelling.no-good-copy');
    await printed(world(), people.packer, unitId);
    expect((await apply(unitId)).status).toBe(201);
    expect(await unit(unitId)).toMatchObject({ stage: 'labelled', gates: { labelling: expect.any(String) } });
    const { items, counts } = await list(unitId);
    expect(items.map(({ state }: { state: string }) => state)).toEqual(['spoiled', 'applied']);
    expect(counts).toEqual({ printed: 0, applied: 1, spoiled: 1 });
  });

  it('replaces a copy that was spoiled on the goods', async () => {
    const { unitId } = await certifiedBracelet(world(), people);
    const { labels } = await labelledUnit(world(), people, unitId, 2);
    const [worn] = labels;
    expect((await spoil(worn?.id ?? '')).status).toBe(201);
    expect((await spoil(worn?.id ?? '')).body).toMatchObject({ status: 409, code: 'labelling.already-spoiled' });
    expect((await apply(unitId)).body.code).toBe('labelling.no-good-copy');
    const [replacement] = await printed(world(), people.packer, unitId);
    expect(replacement?.number).toBe(3);
    expect((await apply(unitId)).status).toBe(201);
    const { items } = await list(unitId);
    expect(items[0]).toMatchObject({ state: 'spoiled', spoilReason: '撕裂', appliedAt: expect.any(String) });
    expect(items[2]).toMatchObject({ state: 'applied' });
    expect(await unit(unitId)).toMatchObject({ stage: 'labelled' });
  });

  it('stops while the certificate is suspended, and so does shipping', async () => {
    const open = await packedBracelet();
    await printed(world(), people.packer, open.unitId);
    await suspend(open.certificateId);
    for (const answer of [await print(open.unitId), await apply(open.unitId), await sheet(open.unitId)]) {
      expect(answer.body).toMatchObject({ status: 409, code: 'certificates.none-valid' });
    }
    const ready = await certifiedBracelet(world(), people);
    await labelledUnit(world(), people, ready.unitId);
    await suspend(ready.certificateId);
    const body = { carrierName: '示例快递', waybill: 'SF0001', unitIds: [ready.unitId] };
    const shipping = await world().post('/api/v1/shipments', { as: people.shipper, body });
    expect(shipping.body).toMatchObject({ status: 409, code: 'certificates.none-valid' });
  });

  it('waits for the pack, and for holds', async () => {
    const { unitId } = await certifiedBracelet(world(), people);
    expect((await print(unitId)).body).toMatchObject({ status: 409, code: 'units.wrong-stage' });
    await packed(world(), people.packer, unitId);
    await printed(world(), people.packer, unitId);
    await world().post(`/api/v1/units/${unitId}/holds`, { as: people.receiver, body: { reason: '待核' } });
    expect((await print(unitId)).body).toMatchObject({ status: 409, code: 'units.on-hold' });
    expect((await apply(unitId)).body).toMatchObject({ status: 409, code: 'units.on-hold' });
  });

  it('prints nothing while nobody knows where codes lead', async () => {
    const { unitId } = await packedBracelet();
    const unset = await secondApp(world(), { config: { publicUrl: undefined } });
    const refused = await postTo(unset, `/api/v1/units/${unitId}/labels`, {
      as: people.packer,
      body: { copies: 1 },
    });
    await unset.close();
    expect(refused).toEqual({ status: 409, code: 'labelling.public-url-missing' });
    expect((await list(unitId)).items).toEqual([]);
  });

  it('keeps codes out of what the public sees of the unit', async () => {
    const { unitId } = await packedBracelet();
    const labels = await printed(world(), people.packer, unitId, 2);
    const rows = await world().database.reader.query<{ content: string }>(
      "SELECT content FROM ledger_disclosure WHERE grp = 'public'",
    );
    const all = rows.map(({ content }) => content).join('\n');
    expect(labels.filter(({ code }) => all.includes(code))).toEqual([]);
  });

  it('is done by packers of the same warehouse only', async () => {
    const { unitId } = await packedBracelet();
    const [label] = await printed(world(), people.packer, unitId);
    const elsewhere = await demoWarehouse(world());
    for (const as of [people.merchant, people.reviewer, people.admin]) {
      expect((await print(unitId, { copies: 1 }, as)).status).toBe(403);
      expect((await spoil(label?.id ?? '', as)).status).toBe(403);
      expect((await apply(unitId, as)).status).toBe(403);
    }
    expect((await print(unitId, { copies: 1 }, elsewhere.packer)).status).toBe(404);
    expect((await apply(unitId, elsewhere.packer)).status).toBe(404);
    expect((await spoil(label?.id ?? '', elsewhere.packer)).body).toMatchObject({
      status: 404,
      code: 'labelling.unknown',
    });
  });

  it('takes from 1 to 60 copies and no other fields', async () => {
    const { unitId } = await packedBracelet();
    for (const body of [
      {},
      { copies: 0 },
      { copies: 61 },
      { copies: 1.5 },
      { copies: '1' },
      { copies: 1, code: 'X' },
    ]) {
      expect((await print(unitId, body)).status).toBe(422);
    }
    expect((await print(unitId, { copies: 60 })).status).toBe(201);
    const call = { as: people.packer, body: { reason: ' ' } };
    const [label] = (await list(unitId)).items;
    expect((await world().post(`/api/v1/labels/${label.id}/spoilage`, call)).status).toBe(422);
  });
});
