export type { InspectionDetailView, InspectionItemView, InstrumentGapView, OverrideView } from './inspection.dto.js';
export {
  Inspection,
  InspectionOverride,
  InspectionPhoto,
  InspectionPlan,
  InspectionReading,
  InspectionSampling,
  InspectionWithdrawal,
} from './inspection.entity.js';
export { inspection, inspectionSubmitted, type LateFiling } from './inspection.events.js';
export { doubtfulInstrumentsOf, inspectionsReadWith } from './instrument-gaps.queries.js';
export { InspectionModule } from './inspection.module.js';
export { type FiledReport, printedReport } from './inspection-flow.rules.js';
export { inspectionProjection } from './inspection.projection.js';
export { ReadingsBody } from './inspection.dto.js';
export { partsOf } from './inspection.view.js';
export { InspectionService } from './inspection.service.js';
export { kindsOf, type ReadingKind } from './reading-value.rules.js';
export {
  countingReadings,
  inspectionOf,
  InspectionQueries,
  openInspectionOf,
  photosOf,
  planItemsOf,
} from './inspection.queries.js';
export type { Verdict } from './judge.js';
export type { ReadingValue } from './judge-reading.js';
export {
  type ItemReading,
  type KeptInspection,
  type KeptResult,
  participantsOf,
  printedInstrument,
  readCountsOf,
  resultsOf,
} from './kept-inspection.js';
export { isUnderWay } from './break-off.rules.js';
export { defectsOf, gradeLimits } from './judge-sample.rules.js';
export { withdrawable } from './withdrawal.rules.js';
export { derivedReading, shownWeighings } from './weighings.rules.js';
export { type SignedInspection, signedInspectionIdOf, signedInspectionOf } from './signed-inspection.js';
export { inspectionsReportedBy, judgedRetests } from './outside-readings.queries.js';
export { LateFilingView } from './outside-readings.dto.js';
export { openItems, recordOutsideReadings, withdrawOutsideReadings } from './outside-readings.js';
