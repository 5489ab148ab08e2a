import type { LedgerEvent } from '../../ledger/index.js';
import type { Unit } from './units.entity.js';
import * as events from './units.events.js';
import { type Gate, GATES, type Stage } from './units.events.js';
import { refuse } from './units.refusals.js';

/** From where a unit may reach each stage. What is not here cannot happen. */
const REACHED_FROM: Readonly<Record<Stage, readonly Stage[]>> = {
  received: [],
  inspecting: ['received', 'failed', 'awaiting-review'],
  'awaiting-review': ['inspecting'],
  passed: ['awaiting-review'],
  failed: ['awaiting-review'],
  packed: ['passed'],
  labelled: ['packed'],
  shipped: ['labelled'],
  returned: ['received', 'failed', 'passed', 'packed', 'labelled'],
  repacked: ['received', 'passed', 'packed', 'labelled'],
};

/** The stages of an inspection: a hold that waits for a new one does not stop it. */
const INSPECTED: readonly Stage[] = ['inspecting', 'awaiting-review', 'passed', 'failed'];

/** A gate closes after the one before it. */
const GATE_BEFORE: Readonly<Record<Gate, Gate | undefined>> = {
  inspection: undefined,
  packaging: 'inspection',
  labelling: 'packaging',
};

/** Moves a unit to a stage: not while a hold is open, and only from a stage that leads there. */
export function reachStage(unit: Unit, stage: Stage): LedgerEvent[] {
  if (INSPECTED.includes(stage)) requireInspectable(unit);
  else requireFree(unit);
  const needed = REACHED_FROM[stage];
  if (!needed.some((from) => from === unit.stage)) {
    throw refuse.wrongStage({ stage: unit.stage, needed: needed.join(', ') });
  }
  return [events.stageReached([events.unit(unit.id)], { public: { stage } })];
}

/** Closes a gate once, in order, and moves the unit on. */
export function closeGate(unit: Unit, gate: Gate, stage: Stage): LedgerEvent[] {
  const before = GATE_BEFORE[gate];
  if (isClosed(unit, gate)) throw refuse.gateAlreadyClosed({ gate });
  if (before && !isClosed(unit, before)) throw refuse.gateOpen({ gates: before });
  return [events.gateClosed([events.unit(unit.id)], { public: { gate } }), ...reachStage(unit, stage)];
}

/** A unit ships when all three gates are closed and nothing holds it. */
export function ship(unit: Unit): LedgerEvent[] {
  const open = GATES.filter((gate) => !isClosed(unit, gate));
  if (open.length > 0) throw refuse.gateOpen({ gates: open.join(', ') });
  return reachStage(unit, 'shipped');
}

/** Throws while a hold is open: nothing about the unit moves on. */
export function requireFree(unit: Unit): void {
  if (unit.openHolds > 0) throw refuse.onHold();
}

/** Throws while a hold is open that stops inspections too: not one that waits for a new inspection. */
export function requireInspectable({ openHolds, inspectableHolds }: Unit): void {
  if (openHolds > inspectableHolds) throw refuse.onHold();
}

/** Throws unless the unit is at one of the stages. */
export function requireStage(unit: Unit, needed: readonly Stage[]): void {
  if (!needed.some((stage) => stage === unit.stage)) {
    throw refuse.wrongStage({ stage: unit.stage, needed: needed.join(', ') });
  }
}

function isClosed(unit: Unit, gate: Gate): boolean {
  const closedAt = {
    inspection: unit.inspectionGateAt,
    packaging: unit.packagingGateAt,
    labelling: unit.labellingGateAt,
  };
  return closedAt[gate] !== null;
}
