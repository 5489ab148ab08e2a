export { QuantityView } from './units.dto.js';
export { Repacking, RepackingLot } from './genealogy.entity.js';
export { lotsRepacked, repacking } from './genealogy.events.js';
export { genealogyOf, isRepackedHere } from './genealogy.queries.js';
export { genealogyView, GenealogyView } from './genealogy.view.js';
export { endHold, holdUnit, lapseCondition, mayWaive, meetCondition, releasingOf } from './hold.rules.js';
export { type AwaitedReport, HAND_HOLD_CODES, RELEASING_ROLES, type ReleasingRule } from './holds.js';
export {
  ENDED_STAGES,
  INSPECTED_STAGES,
  REACHED_FROM,
  RESTING_STAGES,
  type Stage,
  STAGES,
  WAITING_STAGES,
} from './stages.rules.js';
export { FlowRule, Unit, UnitHold } from './units.entity.js';
export {
  type Attributes,
  type Gate,
  gatesReopened,
  hold,
  unit,
  type UnitFlow,
  type UnitKind,
  unitRegistered,
  type UnitRegistration,
} from './units.events.js';
export { UnitsModule } from './units.module.js';
export { unitsProjection } from './units.projection.js';
export {
  isFilmingRefused,
  openHoldsOf,
  type PartyScope,
  requireAnotherTry,
  resubmissionLimitOf,
  unitFor,
  unitScope,
  unitScopeSql,
  UnitsQueries,
} from './units.queries.js';
export {
  awaitMerchant,
  closeGate,
  isInspectable,
  reachStage,
  regradeUnit,
  reopenGates,
  requireClosedGates,
  requireFree,
  requireInspectable,
  requireStage,
  requireTryLeft,
  sendBack,
  setAside,
  ship,
} from './units.rules.js';
export { attributesOf, declaredOf, unitView } from './units.view.js';
