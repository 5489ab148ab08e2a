export type { GradeScheme, LotScheme, NoScheme, SampleScheme } from './lot-scheme.js';
export { lotScheme } from './lot-scheme.rules.js';
export { SamplingLot, SamplingStream } from './sampling.entity.js';
export { SAMPLING_STANDARD } from './sampling-table.js';
export { SamplingModule } from './sampling.module.js';
export { samplingProjection } from './sampling.projection.js';
export { streamOf, wasJudged } from './sampling.queries.js';
export { judgeLot, standingOf } from './sampling.rules.js';
export type { Severity as StreamSeverity, Standing } from './switching.rules.js';
