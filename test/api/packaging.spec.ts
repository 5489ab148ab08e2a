import { type DemoWarehouse, demoWarehouse, staffOf } from '../support/catalog.js';
import { certifiedBracelet, type CertifiedUnit, packed } from '../support/certificates.js';
import { passedBracelet } from '../support/inspection.js';
import { receivedBracelet } from '../support/intake.js';
import { newWarehouse } from '../support/parties.js';
import { type Answer, type Caller, describeOnBoth } from '../support/world.js';

const MASS = { value: '35.20', unit: 'GRM' };

let seals = 0;

function newSeal(): string {
  return `F${String(++seals).padStart(6, '0')}`;
}

describeOnBoth('packaging', (world) => {
  let people: DemoWarehouse;
  beforeAll(async () => {
    people = await demoWarehouse(world());
  });

  const certified = (): Promise<CertifiedUnit> => certifiedBracelet(world(), people);
  const pack = (unitId: string, body: object, as: Caller = people.packer): Promise<Answer> =>
    world().post(`/api/v1/units/${unitId}/packing`, { as, body });
  const packing = (unitId: string, as: Caller): Promise<Answer> =>
    world().get(`/api/v1/units/${unitId}/packing`, { as });
  const hold = (unitId: string): Promise<Answer> =>
    world().post(`/api/v1/units/${unitId}/holds`, { as: people.inspector, body: { reason: '待核' } });

  it('packs a certified unit under a seal and closes the gate', async () => {
    const { unitId } = await certified();
    const sealNo = newSeal();
    expect((await pack(unitId, { sealNo: ` ${sealNo} `, mass: MASS })).status).toBe(201);
    expect((await packing(unitId, people.merchant)).body).toMatchObject({
      unitId,
      sealNo,
      mass: MASS,
      packerNumber: expect.stringMatching(/^Y\d{4}$/),
      packedAt: expect.any(String),
    });
    const unit = await world().get(`/api/v1/units/${unitId}`, { as: people.packer });
    expect(unit.body).toMatchObject({ stage: 'packed', gates: { packaging: expect.any(String), labelling: null } });
  });

  it('says that a unit is not packed yet', async () => {
    const unitId = await receivedBracelet(world(), people);
    expect((await packing(unitId, people.packer)).body).toMatchObject({ status: 404, code: 'packaging.not-packed' });
  });

  it('uses a seal once, however it is typed', async () => {
    const sealNo = newSeal();
    expect((await pack((await certified()).unitId, { sealNo, mass: MASS })).status).toBe(201);
    const { unitId: other } = await certified();
    const fullWidth = sealNo.replace('F', '\uff26');
    for (const typed of [sealNo, fullWidth]) {
      const again = await pack(other, { sealNo: typed, mass: MASS });
      expect(again.body).toMatchObject({ status: 409, code: 'packaging.seal-used' });
    }
    expect((await pack(other, { sealNo: newSeal(), mass: MASS })).status).toBe(201);
  });

  it('gives one seal to one of two units that are packed at the same moment', async () => {
    const units = [await certified(), await certified()];
    const sealNo = newSeal();
    const answers = await Promise.all(units.map(({ unitId }) => pack(unitId, { sealNo, mass: MASS })));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409]);
  });

  it('packs nothing without a valid certificate', async () => {
    const { unitId } = await passedBracelet(world(), people);
    const body = { sealNo: newSeal(), mass: MASS };
    expect((await pack(unitId, body)).body).toMatchObject({ status: 409, code: 'certificates.none-valid' });
    const { unitId: suspended, certificateId } = await certified();
    const suspension = { as: people.reviewer, body: { reason: { zh: '复核' } } };
    expect((await world().post(`/api/v1/certificates/${certificateId}/suspension`, suspension)).status).toBe(201);
    expect((await pack(suspended, body)).body).toMatchObject({ status: 409, code: 'certificates.none-valid' });
    expect((await packing(suspended, people.packer)).status).toBe(404);
  });

  it('refuses a unit before its inspection', async () => {
    const unitId = await receivedBracelet(world(), people);
    const answer = await pack(unitId, { sealNo: newSeal(), mass: MASS });
    expect(answer.body).toMatchObject({ status: 409, code: 'units.gate-open' });
  });

  it('packs a unit once', async () => {
    const { unitId } = await certified();
    await packed(world(), people.packer, unitId);
    const answer = await pack(unitId, { sealNo: newSeal(), mass: MASS });
    expect(answer.body).toMatchObject({ status: 409, code: 'units.gate-already-closed' });
  });

  it('refuses a unit that is held', async () => {
    const { unitId } = await certified();
    expect((await hold(unitId)).status).toBe(201);
    const answer = await pack(unitId, { sealNo: newSeal(), mass: MASS });
    expect(answer.body).toMatchObject({ status: 409, code: 'units.on-hold' });
  });

  describe('refuses', () => {
    let unitId: string;
    beforeAll(async () => {
      ({ unitId } = await certified());
    });

    it.each([
      ['a length as mass', { mass: { value: '35', unit: 'MMT' } }, 'packaging.not-a-mass'],
      ['no mass at all', { mass: { value: '0.0', unit: 'GRM' } }, 'packaging.mass-not-positive'],
      ['a mass as number', { mass: { value: 35.2, unit: 'GRM' } }, 'http.invalid-body'],
      ['a mass that is a list', { mass: [] }, 'http.invalid-body'],
      ['a mass that is null', { mass: null }, 'http.invalid-body'],
      ['an empty seal', { sealNo: ' ' }, 'http.invalid-body'],
      ['a seal as long as a letter', { sealNo: 'F'.repeat(41) }, 'http.invalid-body'],
      ['an unknown field', { note: '轻放' }, 'http.invalid-body'],
    ])('%s', async (_, changes, code) => {
      const answer = await pack(unitId, { sealNo: newSeal(), mass: MASS, ...changes });
      expect(answer.body).toMatchObject({ status: 422, code });
    });

    it('everyone but packers', async () => {
      for (const as of [people.inspector, people.shipper, people.merchant, people.admin]) {
        expect((await pack(unitId, { sealNo: newSeal(), mass: MASS }, as)).status).toBe(403);
      }
    });

    it('to tell another party of the unit', async () => {
      const { packer } = await staffOf(world(), await newWarehouse(world(), '另一仓'));
      const answer = await pack(unitId, { sealNo: newSeal(), mass: MASS }, packer);
      expect(answer.body).toMatchObject({ status: 404, code: 'units.unknown' });
      expect((await packing(unitId, people.otherMerchant)).status).toBe(404);
    });
  });
});
