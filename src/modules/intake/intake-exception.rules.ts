import type { Actor } from '../../kernel/actor.js';
import { normalizeText } from '../../kernel/text.js';
import type { LedgerEvent } from '../../ledger/index.js';
import { reachStage, unit as unitSubject, type Unit } from '../units/index.js';
import * as events from './intake.events.js';
import type { IntakeDifference } from './intake.events.js';

/** What does not fit, by kind and in words. */
export interface FoundDifference {
  readonly differs: readonly IntakeDifference[];
  readonly found: string;
}

/** 入库异常: goods that came in do not fit what was announced. Nothing is tested until it is settled. */
export function findException(actor: Actor, unit: Unit, { differs, found }: FoundDifference): LedgerEvent[] {
  const party = { differs, found: normalizeText(found), accountId: actor.accountId };
  return [events.exceptionFound([unitSubject(unit.id)], { party }), ...reachStage(unit, 'intake-exception')];
}

/** The merchant, and nobody in its place, takes the goods as they came; then they are tested as they are. */
export function acceptDifference(actor: Actor, unit: Unit, acceptance: string): LedgerEvent[] {
  const party = { acceptance: normalizeText(acceptance), accountId: actor.accountId };
  return [events.differenceAccepted([unitSubject(unit.id)], { party }), ...reachStage(unit, 'received')];
}
