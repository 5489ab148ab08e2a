import type { Actor } from '../../kernel/actor.js';
import { normalizeText } from '../../kernel/text.js';
import type { LedgerEvent } from '../../ledger/index.js';
import {
  INSPECTED_STAGES,
  reachStage,
  reopenGates,
  requireStage,
  requireTryLeft,
  unit as unitSubject,
  type Unit,
} from '../units/index.js';
import * as events from './diversions.events.js';
import { refuse } from './diversions.refusals.js';
import { endPapers, type Papers } from './ended-papers.js';

/**
 * 重新送检: the merchant has mended what failed. How often that goes is the warehouse's own figure; while it has said
 * none, nobody guesses one, and the merchant is told to ask.
 */
export function resubmit(actor: Actor, unit: Unit, remedy: string, limit: number | null): LedgerEvent[] {
  const moved = reachStage(unit, 'awaiting-resubmission');
  if (limit === null) throw refuse.limitNotSet();
  requireTryLeft(unit, limit);
  const party = { remedy: normalizeText(remedy), accountId: actor.accountId };
  return [events.resubmitted([unitSubject(unit.id)], { public: { attempt: unit.tries + 1 }, party }), ...moved];
}

/**
 * 复检: what passed is inspected again before it leaves. Its gates are open from now on, its certificate is suspended
 * for all to see until another takes its place, and a pack that is opened for it is packed and labelled anew. An
 * inspection that is under way is broken off instead.
 */
export function orderReinspection(
  actor: Actor,
  unit: Unit,
  reason: { readonly zh: string; readonly en?: string },
  papers: Papers,
): LedgerEvent[] {
  requireStage(unit, INSPECTED_STAGES);
  const { accountId, number } = actor;
  const ordered = events.reinspectionOrdered([unitSubject(unit.id)], {
    public: { reason, reviewer: number },
    party: { accountId },
  });
  const ended = endPapers(papers, { state: 'suspended', reason, accountId });
  return [ordered, ...reopenGates(unit), ...reachStage(unit, 'reinspection'), ...ended];
}
