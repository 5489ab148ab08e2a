import type { Actor } from '../../kernel/actor.js';
import { normalizeText } from '../../kernel/text.js';
import type { LedgerEvent } from '../../ledger/index.js';
import {
  hold as holdSubject,
  holdUnit,
  releasingOf,
  type ReleasingRule,
  unit as unitSubject,
  type Unit,
  type UnitHold,
} from '../units/index.js';
import type { InterceptionCause } from './diversions.events.js';
import * as events from './diversions.events.js';
import { refuse } from './diversions.refusals.js';

export interface InterceptionWish {
  readonly id: string;
  readonly cause: InterceptionCause;
  readonly reason: string;
  readonly reference?: string;
}

/**
 * 拦截: stops a unit until it is released or, after a refund, goes back to its merchant. What an authority stops only
 * that authority frees, whoever else has stopped it; where the warehouse passes an authority's order on, it names the paper, and two people free it.
 */
export function interceptUnit(
  actor: Actor,
  unit: Unit,
  wish: InterceptionWish,
  open: readonly UnitHold[],
): LedgerEvent[] {
  const { id, cause, reason, reference } = wish;
  const releasing = releasingRule(actor, wish);
  if (open.some((each) => each.code === cause && stopsAsMuch(each, releasing))) throw refuse.alreadyIntercepted();
  const party = {
    reason: normalizeText(reason),
    ...(reference === undefined ? {} : { reference: normalizeText(reference) }),
    accountId: actor.accountId,
  };
  const subjects = [unitSubject(unit.id), holdSubject(id)];
  return [
    events.intercepted(subjects, { public: { cause }, party }),
    ...holdUnit(unit, { id, code: cause, reason: party.reason, releasing }),
  ];
}

/** An authority's own order is no less of one because the warehouse, or another authority, has stopped the goods too. */
function stopsAsMuch(open: UnitHold, { partyId }: ReleasingRule): boolean {
  return partyId === undefined || releasingOf(open).partyId === partyId;
}

function releasingRule({ partyKind, partyId }: Actor, { cause, reference }: InterceptionWish): ReleasingRule {
  if (cause === 'refund') {
    if (partyKind === 'regulator') throw refuse.notARegulatorsCause();
    return { roles: ['reviewer', 'admin'], isOtherPerson: true, isEndedByReturn: true };
  }
  if (partyKind === 'merchant') throw refuse.notAMerchantsCause();
  if (partyKind === 'regulator') return { roles: ['regulator'], partyId, isOtherPerson: false };
  if (reference === undefined) throw refuse.referenceMissing();
  return { roles: ['admin', 'regulator'], isOtherPerson: true };
}
