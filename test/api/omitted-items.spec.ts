import { demoWarehouse, type DemoWarehouse } from '../support/catalog.js';
import { certified } from '../support/certificates.js';
import {
  BRACELET_READINGS,
  passedShrimpLot,
  SHRIMP_READINGS,
  startedInspection,
  takenPhoto,
} from '../support/inspection.js';
import { receivedBracelet, receivedShrimpLot, SHRIMP_LINE } from '../support/intake.js';
import { describeOnBoth } from '../support/world.js';

describeOnBoth('an inspection that omits an item', (world) => {
  let people: DemoWarehouse;
  beforeAll(async () => {
    people = await demoWarehouse(world());
  });

  async function submitted(unitId: string, readings: readonly object[]): Promise<string> {
    const { inspector } = people;
    const inspectionId = await startedInspection(world(), inspector, unitId);
    const path = `/api/v1/inspections/${inspectionId}`;
    const recorded = await world().post(`${path}/readings`, { as: inspector, body: { readings } });
    if (recorded.status !== 201) throw new Error(recorded.text);
    await takenPhoto(world(), inspector, inspectionId);
    await world().post(`${path}/submission`, { as: inspector });
    return path;
  }
  const sign = (path: string) => world().post(`${path}/reviews`, { as: people.reviewer, body: { decision: 'sign' } });

  it.each(BRACELET_READINGS.map(({ item }) => item))(
    '%s is undecided, cannot be signed and gets no certificate',
    async (code) => {
      const unitId = await receivedBracelet(world(), people);
      const path = await submitted(
        unitId,
        BRACELET_READINGS.filter(({ item }) => item !== code),
      );
      const { body } = await world().get(path, { as: people.reviewer });
      const open = body.items.filter(({ verdict }: { verdict: string | null }) => verdict === 'undecided');
      expect([body.verdict, open.map((each: { code: string }) => each.code)]).toEqual(['undecided', [code]]);
      const refused = await sign(path);
      expect([refused.body.code, refused.body.detail]).toEqual(['inspection.undecided', expect.stringContaining(code)]);
      const issued = await world().post(`/api/v1/units/${unitId}/certificates`, { as: people.reviewer, body: {} });
      expect(issued.status).toBe(409);
    },
  );

  it('by its condition says so, on the inspection and on the certificate', async () => {
    const unitId = await receivedBracelet(world(), people);
    const path = await submitted(unitId, BRACELET_READINGS);
    const { body } = await world().get(path, { as: people.reviewer });
    const left = body.items.filter(({ isLeftOut }: { isLeftOut: boolean }) => isLeftOut);
    expect(left.map(({ code }: { code: string }) => code)).toEqual(['CRY-AU']);
    expect((await sign(path)).status).toBe(201);
    const { certificateId } = await certified(world(), people.reviewer, { unitId, inspectionId: '', photo: '' });
    const content = await world().get(`/api/v1/certificates/${certificateId}/content`, { as: people.reviewer });
    expect(content.body.notTested).toContainEqual(expect.objectContaining({ code: 'CRY-AU', why: 'not-applicable' }));
  });

  it('of goods from before its edition is undecided, and the edition stands on the certificate of later ones', async () => {
    const old = { productionDay: '2026-09-01', attributes: { ...SHRIMP_LINE.attributes, harvestDate: '2026-08-30' } };
    const before = await submitted(await receivedShrimpLot(world(), people, old), SHRIMP_READINGS);
    const { body } = await world().get(before, { as: people.reviewer });
    const cadmium = body.items.find(({ code }: { code: string }) => code === 'SHR-CD');
    expect([body.verdict, cadmium.verdict, cadmium.edition]).toEqual(['undecided', 'undecided', 'GB 2762-2025']);
    expect(cadmium.reason.zh).toContain('2026-09-01');
    const first = { productionDay: '2026-09-02', attributes: old.attributes };
    const lot = await passedShrimpLot(world(), people, first);
    const { certificateId } = await certified(world(), people.reviewer, lot);
    const content = await world().get(`/api/v1/certificates/${certificateId}/content`, { as: people.reviewer });
    const result = content.body.results.find(({ code }: { code: string }) => code === 'SHR-CD');
    expect(result.standard).toBe('GB 2762-2025');
  });
});
