import { newId } from '../../src/ledger/index.js';
import { ATTRIBUTES, demoPlans, numberOf, planBody } from '../support/catalog.js';
import { Desk } from '../support/desk.js';
import { photoBytes, startedInspection, takenPhoto } from '../support/inspection.js';
import { receivedBracelet } from '../support/intake.js';
import { newLaboratory, openShrimpLot, reportPdf, sampleBody } from '../support/reports.js';
import { workplace } from '../support/workplace.js';

describe('samples and reports in a browser', () => {
  const at = workplace();

  it('goes from the inspection to the laboratory and back as a reading', async () => {
    const { world, browser, url, people, deskOf } = at();
    const { inspectionId } = await openShrimpLot(world, people);
    const desk = await deskOf('inspector');
    await desk.goTo(`/console/inspections/${inspectionId}`);
    await desk.page.locator('a[href^="/console/samples/new"]').click();
    await desk.page.getByLabel('检测机构', { exact: true }).selectOption({ label: '示例检测中心 · CMA 220000000001' });
    await desk.page.locator('[name="sealNo"]').fill('f-001');
    await desk.page.locator('[name="mass.value"]').fill('500.0');
    for (const box of await desk.page.locator('[name="items"]:checked').all()) {
      if ((await box.getAttribute('value')) !== 'SHR-CD') await box.uncheck();
    }
    await desk.page.locator('form[data-api] button.button-main').click();
    await desk.isAt(/\/console\/samples\/[0-9a-f-]{36}$/);
    await desk.sees('已送检');

    const own = { url, admin: people.admin, partyId: people.laboratoryId, roles: ['laboratory'] } as const;
    const lab = await Desk.open(browser, world, own);
    await lab.goTo('/console/samples');
    await lab.page.locator('form.panel [name="sealNo"]').fill('F-001');
    await lab.page.locator('form.panel button').click();
    await lab.page.locator('.row-link').first().click();
    await lab.page.locator('[data-report-file]').waitFor();
    const picture = { name: 'report.jpg', mimeType: 'image/jpeg', buffer: await photoBytes(60) };
    await lab.page.locator('[data-report-file]').setInputFiles(picture);
    await lab.sees('已上传');
    expect(await lab.page.locator('[data-report-image]').isVisible()).toBe(true);
    await lab.page
      .locator('[data-report-file]')
      .setInputFiles({ name: 'report.pdf', mimeType: 'application/pdf', buffer: reportPdf() });
    await lab.page.locator('[data-report-open]').waitFor();
    expect(await lab.page.locator('[data-report-image]').isVisible()).toBe(false);
    await lab.sees('已上传');
    await lab.page.locator('[name="photoFits"]').selectOption('true');
    await lab.page.locator('[name="number"]').fill('BG-2026-7');
    await lab.page.locator('main [name="sealNo"]').fill('F-001');
    await lab.page.locator('[name="mass.value"]').fill('500.1');
    const today = world.clock.now().slice(0, 10);
    await lab.page.locator('[name="issuedOn"]').fill(today);
    await lab.page.locator('[name="results[0].value.value"]').fill('0.06');
    await lab.page.locator('[name="results[0].value.uncertainty"]').fill('0.01');
    await lab.page.locator('form[data-report] button.button-main').click();
    await lab.sees('质量 500.1 g 与送检时不一致');
    await lab.page.locator('[name="mass.value"]').fill('500.0');
    await lab.page.locator('form[data-report] button.button-main').click();
    await lab.isAt(/\/console\/samples\/reports\/[0-9a-f-]{36}$/);

    await desk.goTo(`/console/inspections/${inspectionId}`);
    expect(await desk.page.locator('#item-SHR-CD-result').textContent()).toMatch(/0\.06 mg\/kg ±0\.01\s+合格/);
    await desk.leave();
    // The browser writes every refused answer into its console.
    expect(lab.troubles.filter((trouble) => !trouble.includes('409'))).toEqual([]);
  });

  it('takes results of several parts by the keyboard alone, and leaves out what is blank', async () => {
    const { world, url, browser, people } = at();
    const { admin, inspector } = people;
    const [plan] = (await demoPlans()).filter(({ category }) => category === 'crystal-jewelry');
    if (!plan) throw new Error('there is a demo plan for crystal');
    const body = planBody({ ...plan, adds: [...plan.adds, 'CRY-SOL'] }, await numberOf(world, admin));
    expect((await world.post('/api/v1/plans', { as: admin, body })).status).toBe(201);
    const items = ['CRY-DOC', 'CRY-SOL', 'CRY-APP', 'CRY-QTY'];
    const partyId = await newLaboratory(world, admin, { scope: items });
    const attributes = { ...ATTRIBUTES['crystal-jewelry'], isChild: true };
    const unitId = await receivedBracelet(world, people, { attributes });
    const inspectionId = await startedInspection(world, inspector, unitId);
    const wish = sampleBody({ laboratoryId: partyId }, await takenPhoto(world, inspector, inspectionId, 91), { items });
    const sent = await world.post(`/api/v1/units/${unitId}/samples`, { as: inspector, body: wish });

    const lab = await Desk.open(browser, world, { url, admin, partyId, roles: ['laboratory'] });
    const { page } = lab;
    await page.setViewportSize({ width: 360, height: 740 });
    await lab.goTo(`/console/samples/${newId(sent.body, 'sample')}`);
    const file = { name: 'report.pdf', mimeType: 'application/pdf', buffer: reportPdf() };
    await page.locator('[data-report-file]').setInputFiles(file);
    await lab.sees('已上传');
    await page.locator('[name="photoFits"]').selectOption('true');
    await page.locator('[name="number"]').fill('BG-2026-8');
    await page.locator('main [name="sealNo"]').fill('sealNo' in wish ? String(wish.sealNo) : '');
    await page.locator('[name="mass.value"]').fill('500.0');
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);

    const type = async (text: string): Promise<void> => page.keyboard.type(text);
    const next = async (times = 1): Promise<void> => {
      for (let i = 0; i < times; i++) await page.keyboard.press('Tab');
    };
    const fieldOf = (item: string, rest: string) =>
      page.locator(`.result:has(input[value="${item}"]) [name$="${rest}"]`).first();
    await fieldOf('CRY-DOC', '.value.values').focus();
    await type('进货凭证、供货资质');
    await fieldOf('CRY-SOL', '.value.values.Pb').focus();
    await type('12');
    await next();
    await page.locator('.result:has(input[value="CRY-SOL"]) input[value="Cd"]').focus();
    await page.keyboard.press('Space');
    await fieldOf('CRY-APP', '.defects[0].name').focus();
    await type('表面划痕');
    await next(2);
    await page.keyboard.press('Control+A');
    await type('2');
    await page.locator('form[data-report] button.button-main').focus();
    await page.keyboard.press('Enter');
    await lab.isAt(/\/console\/samples\/reports\/[0-9a-f-]{36}$/);
    const seen = (await world.get(`/api/v1/inspections/${inspectionId}`, { as: inspector })).body.items;
    const valueOf = (code: string) => seen.find((item: { code: string }) => item.code === code).reading?.value;
    expect(valueOf('CRY-DOC')).toEqual({ kind: 'list', unit: null, values: ['进货凭证', '供货资质'] });
    expect(valueOf('CRY-SOL')).toEqual({ kind: 'map', unit: 'NA', values: { Pb: '12' }, notDetected: ['Cd'] });
    const defects = [{ name: '表面划痕', severity: 'MI', count: 2 }];
    expect(valueOf('CRY-APP')).toEqual({ kind: 'defects', defects });
    expect(valueOf('CRY-QTY')).toBeUndefined();
    await lab.leave();
  });
});
