export { Packing, PackingOpened } from './packaging.entity.js';
export { PackagingModule } from './packaging.module.js';
export { packagingProjection } from './packaging.projection.js';
export { sealNumber } from './packaging.rules.js';
export { type PackingFacts, packingOf } from './packaging.queries.js';
