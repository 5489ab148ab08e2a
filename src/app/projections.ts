import type { Projection } from '../ledger/index.js';
import { catalogProjection } from '../modules/catalog/index.js';
import { identityProjection } from '../modules/identity/index.js';
import { partiesProjection } from '../modules/parties/index.js';
import { unitsProjection } from '../modules/units/index.js';

/** How every projected table follows from the log, in the order of the modules. */
export const projections: readonly Projection[] = [
  identityProjection,
  partiesProjection,
  catalogProjection,
  unitsProjection,
];
