import type { Actor } from '../../kernel/actor.js';
import { normalizeText } from '../../kernel/text.js';
import type { LedgerEvent } from '../../ledger/index.js';
import { setAside } from '../units/index.js';
import { inspectionBrokenOff } from './inspection.events.js';
import { subjectsOf } from './inspection-flow.rules.js';
import { refuse } from './inspection.refusals.js';
import { type KeptInspection, participantsOf } from './kept-inspection.js';

/**
 * The way out of an inspection that nobody can decide: somebody who took no part ends it without a verdict. The unit
 * waits for another one, by the plan of that day, or goes back from there; its holds stay, and it counts no try.
 */
export function breakOffInspection(actor: Actor, kept: KeptInspection, reason: string): LedgerEvent[] {
  const { inspection, unit } = kept;
  if (!isUnderWay(inspection)) throw refuse.isOver();
  if (participantsOf(kept).includes(actor.accountId)) throw refuse.samePerson();
  return [
    inspectionBrokenOff(subjectsOf(inspection), {
      public: { reviewer: actor.number },
      party: { accountId: actor.accountId, reason: normalizeText(reason) },
    }),
    ...setAside(unit),
  ];
}

export function isUnderWay({ state }: Pick<KeptInspection['inspection'], 'state'>): boolean {
  return state === 'inspecting' || state === 'awaiting-review';
}
