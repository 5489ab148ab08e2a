import { inspectionProjection } from '../../src/modules/inspection/index.js';
import { reportsProjection } from '../../src/modules/reports/index.js';
import { demoWarehouse } from '../support/catalog.js';
import { certified } from '../support/certificates.js';
import { SHRIMP_READINGS } from '../support/inspection.js';
import { textOf } from '../support/pdf.js';
import { differencesAfterReplay } from '../support/replayed.js';
import { changeLaboratory, filedReport, newLaboratory, sentSample } from '../support/reports.js';
import { describeOnBoth } from '../support/world.js';

const LATE = { filedOn: '2026-11-23', accreditedUntil: '2026-11-22' };

describeOnBoth('a report that is filed after the accreditation, within which it is dated, has ended', (world, kind) => {
  it('counts, and says so in the console, on the certificate and behind its code', async () => {
    // Evening in the warehouse; people stay signed in over midnight.
    world().clock.advanceHours(11);
    const people = await demoWarehouse(world());
    const { admin, inspector, reviewer, merchant } = people;
    const laboratoryId = await newLaboratory(world(), admin);
    const { unitId, inspectionId, photo, ...sample } = await sentSample(world(), { ...people, laboratoryId });
    const path = `/api/v1/inspections/${inspectionId}`;
    const readings = SHRIMP_READINGS.filter(({ item }) => item !== 'SHR-CD');
    await world().post(`${path}/readings`, { as: inspector, body: { readings } });
    await changeLaboratory(world(), admin, laboratoryId, { validUntil: LATE.accreditedUntil });
    world().clock.advanceHours(5);
    const filing = { ...sample, unitId, inspectionId, photo };
    const id = await filedReport(world(), inspector, filing, { issuedOn: LATE.accreditedUntil });

    expect((await world().get(`/api/v1/reports/${id}`, { as: inspector })).body.filedLate).toEqual(LATE);
    const html = { accept: 'text/html', 'accept-language': 'zh-CN' };
    const shown = await world().get(`/console/samples/reports/${id}`, { as: inspector, headers: html });
    expect(shown.text).toContain('录入于 2026-11-23，该机构资质认定已于 2026-11-22 到期');

    await world().post(`${path}/submission`, { as: inspector });
    expect((await world().get(path, { as: reviewer })).body.verdict).toBe('pass');
    await world().post(`${path}/reviews`, { as: reviewer, body: { decision: 'sign' } });
    const { certificateId, code } = await certified(world(), reviewer, { unitId, inspectionId, photo });
    const certificate = `/api/v1/certificates/${certificateId}`;
    const { results } = (await world().get(`${certificate}/content`, { as: merchant })).body;
    const filed = results.flatMap(({ report }: { report?: { filedLate?: object } }) =>
      report ? [report.filedLate] : [],
    );
    expect(filed).toEqual([LATE]);
    const pages = await textOf((await world().get(`${certificate}/pdf`, { as: merchant })).bytes);
    expect(pages.join('').replace(/\s/g, '')).toContain('2026-11-23录入，资质认定2026-11-22已到期');
    const page = await world().get(`/v/${code}`);
    expect(page.text).toContain('报告于 2026-11-23 录入，该机构资质认定有效期至 2026-11-22');
    for (const projection of [inspectionProjection, reportsProjection]) {
      expect(await differencesAfterReplay(world(), kind, projection)).toEqual([]);
    }
  });
});
