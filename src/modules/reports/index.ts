export { LabReport, LabSample, SampleRule, UploadedReport } from './reports.entity.js';
export { ReportsModule } from './reports.module.js';
export { reportsProjection } from './reports.projection.js';
export { reportFor, ReportsQueries, type RetestedLaboratory, samplesOut } from './reports.queries.js';
export { isInScope } from './scope.rules.js';
export { sealOf } from './samples.rules.js';
export { massToleranceView, reportView, sampleView } from './reports.view.js';
export type { ReportView, SampleView } from './reports.dto.js';
