export { endPapers, type Papers, papersOf } from './ended-papers.js';
export { Departure, PickUp } from './diversions.entity.js';
export { DiversionsModule } from './diversions.module.js';
export { diversionsProjection } from './diversions.projection.js';
export { departureOf, pickUpOf } from './diversions.queries.js';
