import { demoWarehouse, type DemoWarehouse } from '../support/catalog.js';
import { passedBracelet, passedShrimpLot } from '../support/inspection.js';
import { announced, BRACELET_LINE, receivedBracelet, SHRIMP_LINE } from '../support/intake.js';
import { describeOnBoth } from '../support/world.js';

const { expiryDate: _, ...UNDATED }: Record<string, unknown> = SHRIMP_LINE.attributes;
const UNKNOWN_EXPIRY = { attributes: UNDATED };
/** A name that contradicts what was recorded, though every item of the plan is as it should be. */
const GLASS_WORDS = { name: '水晶玻璃手串' };

describeOnBoth('texts about goods', (world) => {
  let people: DemoWarehouse;
  beforeAll(async () => {
    people = await demoWarehouse(world());
  });

  const issue = (unitId: string, body: object = {}) =>
    world().post(`/api/v1/units/${unitId}/certificates`, { as: people.reviewer, body });
  const findings = async (unitId: string, as = people.merchant): Promise<{ rule: string; outcome: string }[]> =>
    (await world().get(`/api/v1/units/${unitId}/consistency`, { as })).body.findings;
  const confirm = (rule: string, note = '看过包装:保质期 24 个月') => ({ confirmations: [{ rule, note }] });

  it('that contradict each other are refused with each finding and what to change', async () => {
    const { unitId } = await passedBracelet(world(), people, GLASS_WORDS);
    const { status, body } = await issue(unitId);
    expect([status, body.code]).toEqual([409, 'certificates.inconsistent']);
    for (const rule of ['r-name-vs-conclusion', 'claim-1']) expect(body.detail).toContain(rule);
    expect(body.detail).toContain('去掉“水晶玻璃”');
    const english = await world().post(`/api/v1/units/${unitId}/certificates`, {
      as: people.reviewer,
      body: {},
      headers: { 'accept-language': 'en' },
    });
    expect(english.body.detail).toContain('Take “水晶玻璃” out of the name');
  });

  it('that need a person are refused until the reviewer says what was seen', async () => {
    const { unitId } = await passedShrimpLot(world(), people, UNKNOWN_EXPIRY);
    const refused = await issue(unitId);
    expect([refused.status, refused.body.code]).toEqual([409, 'certificates.unconfirmed']);
    expect(refused.body.detail).toContain('r-date');
    expect((await issue(unitId, confirm('r-net'))).body.code).toBe('certificates.nothing-to-confirm');
    expect((await issue(unitId, confirm('r-date', '  '))).status).toBe(422);
    expect((await issue(unitId, confirm('r-date'))).status).toBe(201);
  });

  it('that a person confirmed stand on the certificate and on the public page', async () => {
    const { unitId } = await passedShrimpLot(world(), people, UNKNOWN_EXPIRY);
    await issue(unitId, confirm('r-date'));
    const listed = await world().get(`/api/v1/certificates?unitId=${unitId}`, { as: people.merchant });
    const { id, code } = listed.body.items[0];
    const content = await world().get(`/api/v1/certificates/${id}/content`, { as: people.merchant });
    expect(content.body.confirmed).toEqual([
      {
        rule: 'r-date',
        text: expect.objectContaining({ zh: expect.stringContaining('保质期') }),
        note: '看过包装:保质期 24 个月',
        reviewer: expect.stringMatching(/\S/),
      },
    ]);
    const page = await world().get(`/v/${code}`);
    expect(page.text).toContain('看过包装:保质期 24 个月');
    const data = await world().get(`/v/${code}?format=json`);
    expect(data.body.proofs.facts).toContainEqual(
      expect.objectContaining({ fact: '/confirmed/0/note', at: '/confirmed/0/note' }),
    );
  });

  it('leave the certificate as it was when nothing needed a person', async () => {
    const { unitId } = await passedBracelet(world(), people);
    expect((await issue(unitId)).status).toBe(201);
    const { body } = await world().get(`/api/v1/certificates?unitId=${unitId}`, { as: people.merchant });
    const content = await world().get(`/api/v1/certificates/${body.items[0].id}/content`, { as: people.merchant });
    expect(content.body).not.toHaveProperty('confirmed');
  });

  it('are checked against what was found, for those who see the unit only', async () => {
    const { unitId } = await passedBracelet(world(), people);
    const found = await findings(unitId);
    expect(found.filter(({ outcome }) => outcome === 'fail' || outcome === 'undecided')).toEqual([]);
    expect(found).toContainEqual(expect.objectContaining({ rule: 'r-weight', outcome: 'pass' }));
    const other = await world().get(`/api/v1/units/${unitId}/consistency`, { as: people.otherMerchant });
    expect(other.status).toBe(404);
  });

  it('are checked before the inspection by what was declared', async () => {
    const unitId = await receivedBracelet(world(), people, { name: '紫晶吊坠' });
    expect(await findings(unitId)).toContainEqual(expect.objectContaining({ rule: 'r-article-type', outcome: 'fail' }));
  });

  it('warn on the consignment before anything arrives, and stop nothing there', async () => {
    const good = await announced(world(), people, [BRACELET_LINE]);
    const bad = await announced(world(), people, [{ ...BRACELET_LINE, ...GLASS_WORDS }]);
    const warnings = async (id: string): Promise<{ rule: string }[]> =>
      (await world().get(`/api/v1/consignments/${id}`, { as: people.merchant })).body.lines[0].warnings;
    expect(await warnings(good)).toEqual([]);
    expect((await warnings(bad)).map(({ rule }) => rule)).toContain('claim-1');
  });

  it('are shown on the pages of the review, the unit and the consignment', async () => {
    const consignmentId = await announced(world(), people, [{ ...BRACELET_LINE, ...GLASS_WORDS }]);
    const { unitId, inspectionId } = await passedBracelet(world(), people, GLASS_WORDS);
    const shrimp = await passedShrimpLot(world(), people, UNKNOWN_EXPIRY);
    const page = async (path: string) => (await world().get(`/console/${path}`, { as: people.reviewer })).text;
    for (const path of [`units/${unitId}`, `reviews/${inspectionId}`, `consignments/${consignmentId}`]) {
      expect(await page(path)).toContain('从品名中去掉“水晶玻璃”');
    }
    expect(await page(`units/${shrimp.unitId}`)).toContain('name="confirmations[0].note"');
  });
});
