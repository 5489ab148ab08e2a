import { decodeBundle, parseCheckpoint, parseNote } from '../../src/tlog/index.js';
import { type DemoWarehouse, demoWarehouse } from '../support/catalog.js';
import { BRACELET_READINGS, photoBytes } from '../support/inspection.js';
import { BRACELET_LINE } from '../support/intake.js';
import { newUscc } from '../support/parties.js';
import { type Answer, type Caller, describeOnBoth, type World } from '../support/world.js';

/** Every text that the test plants is unlike any other text of the program. */
class Markers {
  readonly planted: string[] = [];

  next = (): string => {
    const marker = `MK${String(this.planted.length).padStart(3, '0')}QX`;
    this.planted.push(marker);
    return marker;
  };
}

async function done(calling: Promise<Answer>): Promise<Answer> {
  const answer = await calling;
  if (answer.status >= 300) throw new Error(`${answer.status} ${answer.text}`);
  return answer;
}

const idOf = (answer: Answer, type: string): string =>
  answer.body.entries
    .flatMap(({ subjects }: { subjects: { type: string; id: string }[] }) => subjects)
    .find((subject: { type: string }) => subject.type === type).id;

/** All entries of the log, as a stranger downloads them. */
async function downloadedEntries(world: World): Promise<Buffer[]> {
  const { text } = parseNote((await world.get('/log/checkpoint')).text);
  const { size } = parseCheckpoint(text);
  const entries: Buffer[] = [];
  for (let first = 0; first < size; first += 256) {
    const width = Math.min(256, size - first);
    const index = String(first / 256).padStart(3, '0');
    const answer = await world.get(`/log/tile/entries/${index}${width < 256 ? `.p/${width}` : ''}`);
    entries.push(...decodeBundle(answer.bytes).map((bytes) => Buffer.from(bytes)));
  }
  return entries;
}

describeOnBoth('the public log', (world) => {
  const markers = new Markers();
  const mark = markers.next;
  const secrets: string[] = [];
  let people: DemoWarehouse;

  const post = (path: string, as: Caller, body: object): Promise<Answer> => done(world().post(path, { as, body }));

  async function plantParties(): Promise<void> {
    const { admin } = people;
    for (const kind of ['merchant', 'laboratory', 'carrier', 'studio']) {
      const laboratory =
        kind === 'laboratory' ? { cma: '220000000099', scope: [mark()], validUntil: '2029-12-31' } : undefined;
      const facts = {
        name: { zh: mark(), en: mark() },
        address: mark(),
        phone: mark(),
        contactName: mark(),
        usccReason: mark(),
      };
      await post('/api/v1/parties', admin, { kind, ...facts, uscc: wrongUscc(), laboratory });
    }
    const account = { login: mark(), name: mark(), password: `${mark()} ${mark()}`, roles: ['merchant'] };
    const opened = await post(`/api/v1/parties/${people.merchantId}/accounts`, admin, account);
    const accountId = idOf(opened, 'account');
    await post(`/api/v1/accounts/${accountId}/api-keys`, admin, { label: mark(), scopes: ['merchant'], days: 9 });
    await post(`/api/v1/accounts/${accountId}/closing`, admin, { reason: mark() });
  }

  async function plantGoods(): Promise<string> {
    const { merchant, receiver } = people;
    const attributes = {
      ...BRACELET_LINE.attributes,
      color: mark(),
      shape: mark(),
      cordMaterial: mark(),
      origin: mark(),
    };
    const declared = { ...BRACELET_LINE.declared, note: mark() };
    const product = { name: mark(), categoryId: 'crystal-jewelry', brand: mark(), spec: mark(), attributes, declared };
    await post('/api/v1/products', merchant, product);
    const line = { ...BRACELET_LINE, name: mark(), attributes, declared, lotNo: mark() };
    const consignment = { warehouseId: people.warehouseId, reference: mark(), lines: [line] };
    const id = idOf(await post('/api/v1/consignments', merchant, consignment), 'consignment');
    const cancelled = idOf(
      await post('/api/v1/consignments', merchant, { ...consignment, reference: mark() }),
      'consignment',
    );
    await post(`/api/v1/consignments/${cancelled}/cancellation`, merchant, { reason: mark() });
    return idOf(await post(`/api/v1/consignments/${id}/lines/1/receipt`, receiver, { count: 1 }), 'unit');
  }

  async function plantInspection(unitId: string): Promise<void> {
    const { inspector, reviewer } = people;
    const hold = await post(`/api/v1/units/${unitId}/holds`, inspector, { reason: mark() });
    await post(`/api/v1/units/${unitId}/holds/${idOf(hold, 'hold')}/release`, reviewer, { reason: mark() });
    const started = await post(`/api/v1/units/${unitId}/inspections`, inspector, {});
    const path = `/api/v1/inspections/${idOf(started, 'inspection')}`;
    const readings = BRACELET_READINGS.map((reading) =>
      reading.item === 'CRY-MAG' ? { ...reading, value: { kind: 'opinion', verdict: 'pass', text: mark() } } : reading,
    );
    await post(`${path}/readings`, inspector, { readings });
    const photo = { as: inspector, body: await photoBytes(90), headers: { 'content-type': 'image/jpeg' } };
    await done(world().post(`${path}/photos`, photo));
    await post(`${path}/submission`, inspector, {});
    await post(`${path}/reviews`, reviewer, { decision: 'return', reason: mark() });
    await post(`${path}/submission`, inspector, {});
    await post(`${path}/reviews`, reviewer, { decision: 'sign', reason: mark() });
  }

  async function plantCertificate(unitId: string): Promise<void> {
    const { packer, shipper, reviewer, host } = people;
    const id = idOf(await post(`/api/v1/units/${unitId}/certificates`, reviewer, {}), 'certificate');
    const { number, code } = (await world().get(`/api/v1/certificates/${id}`, { as: reviewer })).body;
    const reason = (): object => ({ reason: { zh: mark(), en: mark() } });
    await post(`/api/v1/certificates/${id}/suspension`, reviewer, reason());
    await post(`/api/v1/certificates/${id}/reinstatement`, reviewer, reason());
    await post(`/api/v1/units/${unitId}/packing`, packer, { sealNo: mark(), mass: { value: '58.273', unit: 'GRM' } });
    const printed = await post(`/api/v1/units/${unitId}/labels`, packer, { copies: 2 });
    await post(`/api/v1/labels/${idOf(printed, 'label')}/spoilage`, packer, { reason: mark() });
    await post(`/api/v1/units/${unitId}/labelling`, packer, {});
    const labels = (await world().get(`/api/v1/units/${unitId}/labels`, { as: packer })).body.items;
    const recipient = { name: mark(), phone: mark(), address: mark() };
    await post('/api/v1/shipments', shipper, { carrierName: mark(), waybill: mark(), unitIds: [unitId], recipient });
    const session = idOf(await post('/api/v1/live-sessions', host, { title: mark() }), 'live-session');
    await post(`/api/v1/live-sessions/${session}/pick`, host, { number });
    await post(`/api/v1/certificates/${id}/revocation`, reviewer, reason());
    const codes = labels.map((label: { code: string }) => label.code);
    secrets.push(number, number.replaceAll('-', ''), code, ...codes, '58.273', '21.35', '1.548', '紫晶');
  }

  beforeAll(async () => {
    people = await demoWarehouse(world());
    await plantParties();
    const unitId = await plantGoods();
    await plantInspection(unitId);
    await plantCertificate(unitId);
    while (markers.planted.length < 100)
      await post(`/api/v1/parties/${people.merchantId}/accounts`, people.admin, extraAccount());
  });

  const extraAccount = (): object => ({ login: mark(), name: mark(), password: 'x'.repeat(12), roles: ['merchant'] });

  it('holds none of the hundred texts that were planted in every text field', async () => {
    expect(markers.planted.length).toBeGreaterThanOrEqual(100);
    const bytes = Buffer.concat(await downloadedEntries(world())).toString('utf8');
    expect(bytes.length).toBeGreaterThan(10_000);
    expect(markers.planted.filter((marker) => bytes.toLowerCase().includes(marker.toLowerCase()))).toEqual([]);
  });

  it('holds no number, code, reading or quantity', async () => {
    const bytes = Buffer.concat(await downloadedEntries(world())).toString('utf8');
    expect(secrets.length).toBeGreaterThan(8);
    expect(secrets.filter((secret) => bytes.includes(secret))).toEqual([]);
  });

  it('has them all in disclosures, so that the test looks for what was really written', async () => {
    const rows = await world().database.reader.query<{ content: string }>('SELECT content FROM ledger_disclosure');
    const all = rows
      .map(({ content }) => content)
      .join('\n')
      .toLowerCase();
    const missing = markers.planted.filter((marker) => !all.includes(marker.toLowerCase()));
    // Only the two that made up the password stand nowhere.
    expect(missing).toHaveLength(2);
  });
});

/** A code of the right shape with a wrong check character, so that a reason must be given. */
function wrongUscc(): string {
  const right = newUscc();
  return right.slice(0, -1) + (right.endsWith('0') ? '1' : '0');
}
