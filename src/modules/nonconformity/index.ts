export { Nonconformity, NonconformityPhoto, NonconformityUnit, NonconformityWitness } from './nonconformity.entity.js';
export { DISPOSITIONS, NONCONFORMITY_STATES, type NonconformityState } from './nonconformity.events.js';
export { NonconformityModule } from './nonconformity.module.js';
export { nonconformityProjection } from './nonconformity.projection.js';
export { NonconformityQueries } from './nonconformity.queries.js';
