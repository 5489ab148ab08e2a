import type { Actor } from '../../kernel/actor.js';
import type { Refusal } from '../../kernel/refusal.js';
import type { LedgerEvent } from '../../ledger/index.js';
import { type HoldCode, type HoldCondition, isInspectable, type ReleasingRule, USUAL_RELEASE } from './holds.js';
import type { Unit, UnitHold } from './units.entity.js';
import * as events from './units.events.js';
import { ENDED_STAGES, WAITING_STAGES } from './stages.rules.js';
import { refuse } from './units.refusals.js';

export interface NewHold {
  readonly id: string;
  readonly code: HoldCode;
  readonly reason: string;
  /** Left out: reviewers and administrators, as ever. */
  readonly releasing?: ReleasingRule;
}

/**
 * A hold stops a unit that has not left yet. Several may be open at once. Goods that wait for their merchant or for
 * whoever collects them reach no inspection while they are held, so no hold of theirs waits for one.
 */
export function holdUnit(unit: Unit, { id, code, reason, releasing = USUAL_RELEASE }: NewHold): LedgerEvent[] {
  if (ENDED_STAGES.some((stage) => stage === unit.stage)) {
    throw refuse.wrongStage({ stage: unit.stage, needed: 'received … awaiting-pickup' });
  }
  const isWaiting = WAITING_STAGES.some((stage) => stage === unit.stage);
  if (isWaiting && isInspectable(releasing)) throw refuse.inspectionNotAhead();
  const party = { reason, code, releasing };
  return [events.unitHeld([events.unit(unit.id), events.hold(id)], { public: { isHeld: true }, party })];
}

/** Releases a hold once, when the person, the other person and the condition of its rule are there. */
export function releaseHold(actor: Actor, hold: UnitHold, reason: string): LedgerEvent[] {
  if (hold.releasedAt) throw refuse.holdAlreadyReleased();
  const { roles, isOtherPerson, partyId, condition } = releasingOf(hold);
  if (condition && hold.conditionMetAt === null) {
    if (!mayWaive(actor, hold, condition)) throw refuseCondition(condition);
    return [released(hold, reason)];
  }
  if (!roles.some((role) => actor.roles.includes(role))) throw refuse.releaseRole({ roles: roles.join(', ') });
  if (partyId !== undefined && partyId !== actor.partyId) throw refuse.releaseParty();
  if (isOtherPerson && hold.openedBy === actor.pseudonym) throw refuse.releaseOtherPerson();
  return [released(hold, reason)];
}

/** Ends a hold by what it waited for, whoever is there: the caller has checked its own rule. */
export function endHold(hold: UnitHold, reason: string): LedgerEvent[] {
  return hold.releasedAt === null ? [released(hold, reason)] : [];
}

/**
 * What has happened now lets those holds be released that waited for it: not what was begun before they were opened.
 * They stay open until somebody does.
 */
export function meetCondition(holds: readonly UnitHold[], condition: HoldCondition, begunAt?: string): LedgerEvent[] {
  return openWith(holds, condition)
    .filter(({ conditionMetAt, openedAt }) => conditionMetAt === null && (begunAt === undefined || openedAt <= begunAt))
    .map((hold) => events.holdConditionMet(subjectsOf(hold), { party: { condition } }));
}

/** What had met their condition was taken back: those that are still open wait again. */
export function lapseCondition(holds: readonly UnitHold[], condition: HoldCondition): LedgerEvent[] {
  return openWith(holds, condition)
    .filter(({ conditionMetAt }) => conditionMetAt !== null)
    .map((hold) => events.holdConditionLapsed(subjectsOf(hold), { party: { condition } }));
}

/** A laboratory may never answer: another administrator may then release without its report, and says why. */
export function mayWaive(actor: Actor, hold: UnitHold, condition: HoldCondition): boolean {
  return condition === 'report-filed' && actor.roles.includes('admin') && hold.openedBy !== actor.pseudonym;
}

export function releasingOf({ releasing }: Pick<UnitHold, 'releasing'>): ReleasingRule {
  return releasing === null ? USUAL_RELEASE : (JSON.parse(releasing) as ReleasingRule);
}

function refuseCondition(condition: HoldCondition): Refusal {
  switch (condition) {
    case 'inspection-signed':
      return refuse.releaseNeedsInspection();
    case 'nonconformity-closed':
      return refuse.releaseNeedsClosing();
    case 'report-filed':
      return refuse.releaseNeedsReport();
  }
}

function openWith(holds: readonly UnitHold[], condition: HoldCondition): readonly UnitHold[] {
  return holds.filter((hold) => hold.releasedAt === null && releasingOf(hold).condition === condition);
}

function released(hold: UnitHold, reason: string): LedgerEvent {
  return events.holdReleased(subjectsOf(hold), { public: { isHeld: false }, party: { reason } });
}

function subjectsOf({ id, unitId }: UnitHold) {
  return [events.unit(unitId), events.hold(id)];
}
