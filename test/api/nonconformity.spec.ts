import { nonconformityProjection } from '../../src/modules/nonconformity/index.js';
import { unitsProjection } from '../../src/modules/units/index.js';
import { newId } from '../../src/ledger/index.js';
import { type DemoWarehouse, demoWarehouse } from '../support/catalog.js';
import { certifiedBracelet, labelledUnit } from '../support/certificates.js';
import { BRACELET_READINGS, photoBytes, signedInspection, startedInspection } from '../support/inspection.js';
import { receivedBracelet } from '../support/intake.js';
import { differencesAfterReplay } from '../support/replayed.js';
import { type Answer, type Caller, describeOnBoth } from '../support/world.js';

const ROOT = '/api/v1/nonconformities';
const REWORK = { disposition: 'rework', instruction: '重新串绳' };

describeOnBoth('non-conformance records', (world, kind) => {
  let people: DemoWarehouse;
  let second: Caller;
  beforeAll(async () => {
    people = await demoWarehouse(world());
    second = await world().account(people.warehouseId, 'warehouse', 'reviewer');
  });

  const post = (path: string, as: Caller, body?: object): Promise<Answer> => world().post(path, { as, body });
  const unit = async (id: string) => (await world().get(`/api/v1/units/${id}`, { as: people.reviewer })).body;
  const finding = (...unitIds: string[]) => ({ unitIds, severity: 'MA', found: '绳结松脱' });
  const opened = async (unitId: string, as = people.reviewer): Promise<string> =>
    newId((await post(ROOT, as, finding(unitId))).body, 'nonconformity') ?? '';
  const disposed = async (unitId: string, decision: object): Promise<string> => {
    const id = await opened(unitId);
    expect((await post(`${ROOT}/${id}/disposition`, second, decision)).status).toBe(201);
    return id;
  };
  const closed = (id: string, as = people.reviewer) => post(`${ROOT}/${id}/closing`, as, { note: '已完成' });
  const certificateOf = async (unitId: string) =>
    (await world().get(`/api/v1/certificates?unitId=${unitId}`, { as: people.reviewer })).body.items.at(-1);

  it('stop a unit until they are closed, and end their hold with it', async () => {
    const unitId = await receivedBracelet(world(), people);
    const id = await opened(unitId, people.inspector);
    const { holds, isOnHold } = await unit(unitId);
    expect([isOnHold, holds[0].code]).toEqual([true, 'nonconformity']);
    const release = await post(`/api/v1/units/${unitId}/holds/${holds[0].id}/release`, people.admin, {
      reason: '算了',
    });
    expect(release.body).toMatchObject({ status: 409, code: 'units.release-needs-closing' });
    expect((await post(`/api/v1/units/${unitId}/inspections`, people.inspector)).body.code).toBe('units.on-hold');
    expect((await closed(id)).body).toMatchObject({ status: 409, code: 'nonconformity.not-disposed' });
    expect((await post(`${ROOT}/${id}/disposition`, people.reviewer, REWORK)).status).toBe(201);
    expect((await closed(id)).status).toBe(201);
    expect(await unit(unitId)).toMatchObject({ isOnHold: false, stage: 'received' });
    expect((await closed(id)).body).toMatchObject({ status: 409, code: 'nonconformity.is-closed' });
    expect((await post(ROOT, people.inspector, finding(unitId))).status).toBe(201);
  });

  it('are decided by another person, once, also when two decide together', async () => {
    const id = await opened(await receivedBracelet(world(), people));
    const path = `${ROOT}/${id}/disposition`;
    expect((await post(path, people.reviewer, REWORK)).body).toMatchObject({ code: 'nonconformity.same-person' });
    expect((await post(path, people.inspector, REWORK)).status).toBe(403);
    const third = await world().account(people.warehouseId, 'warehouse', 'reviewer');
    const both = await Promise.all([
      post(path, second, REWORK),
      post(path, third, { ...REWORK, disposition: 'return' }),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([201, 409]);
    expect(both.find(({ status }) => status === 409)?.body.code).toBe('nonconformity.not-open');
  });

  it('send reworked goods through another inspection, with the certificate suspended', async () => {
    const { unitId, certificateId } = await certifiedBracelet(world(), people);
    await labelledUnit(world(), people, unitId);
    await closed(await disposed(unitId, REWORK));
    expect(await unit(unitId)).toMatchObject({
      stage: 'reinspection',
      gates: { inspection: null, packaging: null, labelling: null },
    });
    expect(await certificateOf(unitId)).toMatchObject({ id: certificateId, state: 'suspended' });
  });

  it('change what regraded goods are by an entry, and the new certificate says so', async () => {
    const { unitId, certificateId } = await certifiedBracelet(world(), people);
    const path = `${ROOT}/${await opened(unitId)}/disposition`;
    const decision = { disposition: 'regrade', instruction: '改名' };
    expect((await post(path, second, decision)).body.code).toBe('nonconformity.regrade-missing');
    const wrong = { ...decision, regrade: { attributes: { nonsense: 'x' } } };
    expect((await post(path, second, wrong)).body.code).toBe('catalog.attributes-invalid');
    const unwanted = { ...REWORK, regrade: { name: '紫晶手链', attributes: {} } };
    expect((await post(path, second, unwanted)).body.code).toBe('nonconformity.regrade-unwanted');
    const regrade = { name: '紫晶手链' };
    expect((await post(path, second, { ...decision, regrade })).status).toBe(201);
    await closed(path.split('/').at(-2) ?? '');
    expect(await unit(unitId)).toMatchObject({ name: '紫晶手链', stage: 'reinspection' });
    await signedInspection(world(), people, unitId, BRACELET_READINGS);
    const issued = await post(`/api/v1/units/${unitId}/certificates`, people.reviewer, { supersedes: certificateId });
    expect(issued.status).toBe(201);
    const { id } = await certificateOf(unitId);
    const { body } = await world().get(`/api/v1/certificates/${id}/content`, { as: people.merchant });
    expect(body.unit.name).toBe('紫晶手链');
  });

  it('leave goods that go back no other way', async () => {
    const { unitId } = await certifiedBracelet(world(), people);
    await closed(await disposed(unitId, { disposition: 'return', instruction: '退回商家' }));
    expect((await unit(unitId)).holds.at(-1)).toMatchObject({ code: 'return-due', releasedAt: null });
    const back = { reason: '不合格', carrierName: '示例速运', waybill: 'SF-1' };
    expect((await post(`/api/v1/units/${unitId}/return`, people.shipper, back)).status).toBe(201);
    expect(await unit(unitId)).toMatchObject({ stage: 'returned', isOnHold: false });
    expect(await certificateOf(unitId)).toMatchObject({ state: 'revoked' });
  });

  it('destroy goods before two witnesses and a camera', async () => {
    const { unitId } = await certifiedBracelet(world(), people);
    const id = await disposed(unitId, { disposition: 'destroy', instruction: '粉碎' });
    const witness = (as: Caller) => post(`${ROOT}/${id}/witness`, as);
    expect((await closed(id)).body).toMatchObject({ status: 409, code: 'nonconformity.witnesses-missing' });
    await witness(people.inspector);
    expect((await witness(people.inspector)).body.code).toBe('nonconformity.already-witnessed');
    await witness(people.reviewer);
    expect((await closed(id)).body.code).toBe('nonconformity.witnesses-missing');
    expect((await witness(people.packer)).status).toBe(201);
    expect((await closed(id)).body).toMatchObject({ status: 409, code: 'nonconformity.photo-missing' });
    const headers = { 'content-type': 'image/jpeg' };
    const photo = { as: people.packer, body: await photoBytes(40), headers };
    expect((await world().post(`${ROOT}/${id}/photos`, photo)).status).toBe(201);
    expect((await closed(id)).status).toBe(201);
    expect(await unit(unitId)).toMatchObject({ stage: 'destroyed', isOnHold: false });
    expect(await certificateOf(unitId)).toMatchObject({ state: 'revoked' });
    const { body } = await world().get(`${ROOT}/${id}`, { as: people.merchant });
    expect(body.witnesses).toHaveLength(3);
    const seen = (as: Caller) => world().get(`${ROOT}/${id}/photos/${body.photos[0]}`, { as });
    expect((await seen(people.merchant)).status).toBe(200);
    expect((await seen(people.otherMerchant)).status).toBe(404);
    expect((await world().post(`${ROOT}/${id}/photos`, photo)).body.code).toBe('nonconformity.is-closed');
  });

  it('name the items that failed, of an inspection of these goods', async () => {
    const unitId = await receivedBracelet(world(), people);
    const wrong = { item: 'CRY-QTY', value: { kind: 'number', value: '2', unit: null } } as const;
    const { inspectionId } = await signedInspection(world(), people, unitId, [wrong, ...BRACELET_READINGS.slice(1)]);
    const from = (items: string[]) => post(ROOT, people.inspector, { ...finding(unitId), inspectionId, items });
    expect((await from(['CRY-RI'])).body).toMatchObject({ status: 422, code: 'nonconformity.item-not-failed' });
    expect((await from(['CRY-QTY'])).status).toBe(201);
    const other = await receivedBracelet(world(), people);
    const strange = await post(ROOT, people.inspector, { ...finding(other), inspectionId });
    expect(strange.body.code).toBe('nonconformity.inspection-of-another');
  });

  it('are opened over goods at rest, of one merchant, that are on no other record', async () => {
    const unitId = await receivedBracelet(world(), people);
    await opened(unitId);
    expect((await post(ROOT, people.inspector, finding(unitId))).body.code).toBe('nonconformity.already-open');
    const busy = await receivedBracelet(world(), people);
    await startedInspection(world(), people.inspector, busy);
    expect((await post(ROOT, people.inspector, finding(busy))).body.code).toBe('units.wrong-stage');
    const others = await receivedBracelet(world(), { ...people, merchant: people.otherMerchant });
    const mixed = finding(await receivedBracelet(world(), people), others);
    expect((await post(ROOT, people.inspector, mixed)).body.code).toBe('nonconformity.several-merchants');
  });

  it('are seen by their parties only', async () => {
    const id = await opened(await receivedBracelet(world(), people));
    const foreign = await demoWarehouse(world());
    expect((await world().get(`${ROOT}/${id}`, { as: people.merchant })).status).toBe(200);
    for (const as of [people.otherMerchant, foreign.reviewer]) {
      expect((await world().get(`${ROOT}/${id}`, { as })).status).toBe(404);
      const { body } = await world().get(`${ROOT}?state=open`, { as });
      expect(body.items.map((item: { id: string }) => item.id)).not.toContain(id);
    }
    expect((await post(`${ROOT}/${id}/disposition`, foreign.reviewer, REWORK)).status).toBe(404);
    expect((await post(ROOT, people.merchant, finding(id))).status).toBe(403);
  });

  it('are the same after a replay', async () => {
    for (const each of [unitsProjection, nonconformityProjection]) {
      expect(await differencesAfterReplay(world(), kind, each)).toEqual([]);
    }
  });
});
