import { releasingOf } from './hold.rules.js';
import type { HoldView, UnitView } from './units.dto.js';
import type { Unit, UnitHold } from './units.entity.js';
import type { Attributes } from './units.events.js';

export function unitView(unit: Unit): UnitView {
  const {
    quantityValue,
    quantityUnit,
    inspectionGateAt,
    packagingGateAt,
    labellingGateAt,
    openHolds,
    inspectableHolds: _,
    ...rest
  } = unit;
  return {
    ...rest,
    quantity: { value: quantityValue, unit: quantityUnit },
    attributes: attributesOf(unit),
    declared: declaredOf(unit),
    gates: { inspection: inspectionGateAt, packaging: packagingGateAt, labelling: labellingGateAt },
    isOnHold: openHolds > 0,
  };
}

export function holdView(hold: UnitHold): HoldView {
  const { id, code, reason, conditionMetAt, openedAt, releasedAt, releaseReason } = hold;
  const { roles, ...rule } = releasingOf(hold);
  const releasing = { ...rule, roles: [...roles] };
  return { id, code, reason, releasing, conditionMetAt, openedAt, releasedAt, releaseReason };
}

export function attributesOf(unit: Unit): Attributes {
  return JSON.parse(unit.attributes) as Attributes;
}

export function declaredOf(unit: Unit): Readonly<Record<string, string>> {
  return JSON.parse(unit.declared) as Readonly<Record<string, string>>;
}
