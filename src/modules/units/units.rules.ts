import { normalizeText } from '../../kernel/text.js';
import type { LedgerEvent } from '../../ledger/index.js';
import { endHold, releasingOf } from './hold.rules.js';
import { INSPECTION_STAGES, REACHED_FROM, type Stage } from './stages.rules.js';
import type { Unit, UnitHold } from './units.entity.js';
import * as events from './units.events.js';
import { type Attributes, type Gate, GATES } from './units.events.js';
import { refuse } from './units.refusals.js';
import { attributesOf } from './units.view.js';

/** A gate closes after the one before it. */
const GATE_BEFORE: Readonly<Record<Gate, Gate | undefined>> = {
  inspection: undefined,
  packaging: 'inspection',
  labelling: 'packaging',
};

/** Moves a unit to a stage: not while a hold is open, and only from a stage that leads there. */
export function reachStage(unit: Unit, stage: Stage): LedgerEvent[] {
  if (INSPECTION_STAGES.includes(stage)) requireInspectable(unit);
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

/** Opens again every gate that is closed; the stage that follows needs them closed anew. */
export function reopenGates(unit: Unit): LedgerEvent[] {
  const gates = GATES.filter((gate) => isClosed(unit, gate));
  return gates.length > 0 ? [events.gatesReopened([events.unit(unit.id)], { public: { gates } })] : [];
}

/** What the goods are from now on: the whole of their attributes, so that the entry says it alone. */
export function regradeUnit(
  unit: Unit,
  { name, attributes }: { readonly name?: string; readonly attributes: Attributes },
): LedgerEvent[] {
  const now = { ...attributesOf(unit), ...attributes };
  const renamed = name === undefined ? {} : { name: normalizeText(name) };
  return [events.unitRegraded([events.unit(unit.id)], { public: { ...renamed, attributes: now } })];
}

/** Leaves for its merchant, also from under those holds that say so: they end with it. */
export function sendBack(unit: Unit, holds: readonly UnitHold[], reason: string): LedgerEvent[] {
  requireReturnable(holds);
  return [...holds.flatMap((hold) => endHold(hold, reason)), ...reachStage(withoutHolds(unit), 'returned')];
}

/** Waits for its merchant to collect it, also under those holds: they end when it is handed over. */
export function awaitMerchant(unit: Unit, holds: readonly UnitHold[]): LedgerEvent[] {
  requireReturnable(holds);
  return reachStage(withoutHolds(unit), 'awaiting-pickup');
}

/** Out of an inspection that was broken off; its holds stay open, since nothing of it moves on. */
export function setAside(unit: Unit): LedgerEvent[] {
  requireStage(unit, ['inspecting', 'awaiting-review']);
  return reachStage(withoutHolds(unit), 'reinspection');
}

/** How often a unit may be tried is the warehouse's rule; null while it has not said. */
export function requireTryLeft({ tries }: Unit, limit: number | null): void {
  if (limit !== null && tries >= limit) throw refuse.triesUsedUp({ tries, limit });
}

/** A unit ships when all three gates are closed and nothing holds it. */
export function ship(unit: Unit): LedgerEvent[] {
  requireClosedGates(unit);
  return reachStage(unit, 'shipped');
}

/** Throws unless all three gates are closed; names those that are open. */
export function requireClosedGates(unit: Unit): void {
  const open = GATES.filter((gate) => !isClosed(unit, gate));
  if (open.length > 0) throw refuse.gateOpen({ gates: open.join(', ') });
}

/** Throws while a hold is open: nothing about the unit moves on. */
export function requireFree(unit: Unit): void {
  if (unit.openHolds > 0) throw refuse.onHold();
}

/** Throws while a hold is open that stops inspections too: not one that waits for a new inspection. */
export function requireInspectable(unit: Unit): void {
  if (!isInspectable(unit)) throw refuse.onHold();
}

/** Tells whether every hold that is open waits for a new inspection, or none is open. */
export function isInspectable({ openHolds, inspectableHolds }: Unit): boolean {
  return openHolds <= inspectableHolds;
}

/** Throws unless the unit is at one of the stages. */
export function requireStage(unit: Unit, needed: readonly Stage[]): void {
  if (!needed.some((stage) => stage === unit.stage)) {
    throw refuse.wrongStage({ stage: unit.stage, needed: needed.join(', ') });
  }
}

function requireReturnable(holds: readonly UnitHold[]): void {
  const open = holds.filter(({ releasedAt }) => releasedAt === null);
  if (open.some((hold) => releasingOf(hold).isEndedByReturn !== true)) throw refuse.onHold();
}

function withoutHolds(unit: Unit): Unit {
  return { ...unit, openHolds: 0, inspectableHolds: 0 };
}

function isClosed(unit: Unit, gate: Gate): boolean {
  const closedAt = {
    inspection: unit.inspectionGateAt,
    packaging: unit.packagingGateAt,
    labelling: unit.labellingGateAt,
  };
  return closedAt[gate] !== null;
}
