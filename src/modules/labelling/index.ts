export { LabelCopy } from './labelling.entity.js';
export { LabellingModule } from './labelling.module.js';
export { labellingProjection } from './labelling.projection.js';
export { spoilCopy } from './labelling.rules.js';
export { labelByCode, LabellingQueries, labelsOf } from './labelling.queries.js';
