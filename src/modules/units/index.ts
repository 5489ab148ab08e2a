export { QuantityView } from './units.dto.js';
export { Repacking, RepackingLot } from './genealogy.entity.js';
export { lotsRepacked, repacking } from './genealogy.events.js';
export { isRepackedHere } from './genealogy.queries.js';
export { genealogyView } from './genealogy.view.js';
export { meetCondition, releasingOf } from './hold.rules.js';
export { HAND_HOLD_CODES, RELEASING_ROLES } from './holds.js';
export { Unit, UnitHold } from './units.entity.js';
export {
  type Attributes,
  ENDED_STAGES,
  type Gate,
  type Stage,
  STAGES,
  unit,
  type UnitKind,
  unitRegistered,
  type UnitRegistration,
} from './units.events.js';
export { UnitsModule } from './units.module.js';
export { unitsProjection } from './units.projection.js';
export { openHoldsOf, unitFor, unitScope, unitScopeSql, UnitsQueries } from './units.queries.js';
export { closeGate, reachStage, requireFree, requireInspectable, requireStage, ship } from './units.rules.js';
export { attributesOf, declaredOf, unitView } from './units.view.js';
