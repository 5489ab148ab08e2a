import { Desk } from '../support/desk.js';
import { photoBytes } from '../support/inspection.js';
import { openShrimpLot, reportPdf } from '../support/reports.js';
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
});
