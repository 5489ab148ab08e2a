export { LabReport, LabSample, SampleRule } from './reports.entity.js';
export { ReportsModule } from './reports.module.js';
export { reportsProjection } from './reports.projection.js';
export { reportFor } from './reports.queries.js';
