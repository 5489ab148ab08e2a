import { type DemoWarehouse, demoWarehouse } from '../support/catalog.js';
import { filedReport, sentSample, type SentSample } from '../support/reports.js';
import { type Answer, type Caller, describeOnBoth } from '../support/world.js';

describeOnBoth('the console’s pages of samples and reports', (world) => {
  let people: DemoWarehouse;
  let laboratory: Caller;
  let sample: SentSample;
  let reportId: string;
  beforeAll(async () => {
    people = await demoWarehouse(world());
    laboratory = await world().account(people.laboratoryId, 'laboratory', 'laboratory');
    sample = await sentSample(world(), people, { mass: { value: '612.3', unit: 'GRM' } });
    const mass = { value: '612.3', unit: 'GRM' };
    reportId = await filedReport(world(), laboratory, sample, { number: 'BG-PAGE', mass });
  });

  const page = (path: string, as: Caller): Promise<Answer> =>
    world().get(path, { as, headers: { accept: 'text/html', 'accept-language': 'zh-CN' } });

  it('show the inspector samples, the form to send one, the sample and its report', async () => {
    const as = people.inspector;
    expect((await page('/console/samples', as)).text).toContain(sample.sealNo);
    const form = await page(`/console/samples/new?inspectionId=${sample.inspectionId}`, as);
    expect(form.text).toContain('SHR-CD');
    expect(form.text).not.toContain('value="SHR-TVBN"');
    expect((await page(`/console/samples/${sample.id}`, as)).text).toContain('612.3');
    const report = await page(`/console/samples/reports/${reportId}`, as);
    expect(report.text).toContain('BG-PAGE');
    expect(report.text).not.toContain('/withdrawal');
    expect((await page(`/console/inspections/${sample.inspectionId}`, as)).text).toContain('/console/samples/new');
  });

  it('show the laboratory its samples by their seals, without what it has to read off them', async () => {
    expect((await page('/console', laboratory)).text).toContain('/console/samples');
    const found = await page(`/console/samples?sealNo=${sample.sealNo}`, laboratory);
    expect(found.text).toContain(`/console/samples/${sample.id}`);
    const { text } = await page(`/console/samples/${sample.id}`, laboratory);
    expect(text).toContain('data-report-file');
    for (const hidden of [sample.sealNo, '612.3', '/console/inspections/']) expect(text).not.toContain(hidden);
    expect((await page(`/console/samples/reports/${reportId}`, laboratory)).text).toContain('/withdrawal');
  });

  it('show the reviewer the laboratories with their rates, and the administrator the rule of masses', async () => {
    const reviewer = await page('/console/laboratories', people.reviewer);
    expect(reviewer.text).toContain('示例检测中心');
    expect(reviewer.text).not.toContain('PUT /api/v1/samples/mass-tolerance');
    expect((await page('/console/laboratories', people.admin)).text).toContain('PUT /api/v1/samples/mass-tolerance');
  });

  it('are not for others', async () => {
    expect((await page('/console/laboratories', laboratory)).status).toBe(403);
    expect((await page('/console/samples', people.packer)).status).toBe(403);
    expect((await page(`/console/samples/${sample.id}`, people.otherMerchant)).status).toBe(404);
    expect((await page(`/console/samples/reports/${reportId}`, people.otherMerchant)).status).toBe(404);
    const elsewhere = `/console/samples/new?inspectionId=${sample.id}`;
    expect((await page(elsewhere, people.inspector)).status).toBe(404);
  });
});
