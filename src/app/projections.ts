import { erasureProjection, type Projection } from '../ledger/index.js';
import { inspectionProjection } from '../modules/inspection/index.js';
import { instrumentsProjection } from '../modules/instruments/index.js';
import { catalogProjection } from '../modules/catalog/index.js';
import { certificatesProjection } from '../modules/certificates/index.js';
import { deadlinesProjection } from '../modules/deadlines/index.js';
import { exchangeProjection } from '../modules/exchange/index.js';
import { diversionsProjection } from '../modules/diversions/index.js';
import { filmingProjection } from '../modules/filming/index.js';
import { identityProjection } from '../modules/identity/index.js';
import { intakeProjection } from '../modules/intake/index.js';
import { liveProjection } from '../modules/live/index.js';
import { nonconformityProjection } from '../modules/nonconformity/index.js';
import { packagingProjection } from '../modules/packaging/index.js';
import { labellingProjection } from '../modules/labelling/index.js';
import { partiesProjection } from '../modules/parties/index.js';
import { reportsProjection } from '../modules/reports/index.js';
import { samplingProjection } from '../modules/sampling/index.js';
import { shippingProjection } from '../modules/shipping/index.js';
import { statisticsProjection } from '../modules/statistics/index.js';
import { unitsProjection } from '../modules/units/index.js';

/** How every projected table follows from the log, in the order of the modules. */
export const projections: readonly Projection[] = [
  erasureProjection,
  identityProjection,
  partiesProjection,
  catalogProjection,
  unitsProjection,
  intakeProjection,
  instrumentsProjection,
  samplingProjection,
  filmingProjection,
  inspectionProjection,
  reportsProjection,
  certificatesProjection,
  packagingProjection,
  labellingProjection,
  diversionsProjection,
  nonconformityProjection,
  shippingProjection,
  liveProjection,
  deadlinesProjection,
  statisticsProjection,
  exchangeProjection,
];
