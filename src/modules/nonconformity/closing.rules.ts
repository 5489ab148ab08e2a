import type { Actor } from '../../kernel/actor.js';
import { invariant } from '../../kernel/invariant.js';
import { normalizeText } from '../../kernel/text.js';
import type { LedgerEvent } from '../../ledger/index.js';
import { endPapers, type Papers } from '../diversions/index.js';
import {
  endHold,
  holdUnit,
  INSPECTED_STAGES,
  reachStage,
  regradeUnit,
  type ReleasingRule,
  reopenGates,
  unit as unitSubject,
  type Unit,
  type UnitHold,
} from '../units/index.js';
import type { Nonconformity, NonconformityPhoto, NonconformityWitness } from './nonconformity.entity.js';
import type { Disposition, Regrade } from './nonconformity.events.js';
import * as events from './nonconformity.events.js';
import { refuse } from './nonconformity.refusals.js';

const WITNESSES = 2;

/** Only the return itself ends it, or an administrator who did not close the record. */
const RETURN_DUE: ReleasingRule = { roles: ['admin'], isOtherPerson: true, isEndedByReturn: true };

const REASONS = {
  rework: { zh: '不合格处置：返工，须重新检测', en: 'Non-conformance: reworked, to be inspected again' },
  regrade: { zh: '不合格处置：改级，须重新检测', en: 'Non-conformance: regraded, to be inspected again' },
  return: { zh: '不合格处置：退回商家', en: 'Non-conformance: goes back to its merchant' },
  destroy: { zh: '不合格处置：已销毁', en: 'Non-conformance: destroyed' },
} as const;

export interface ClosingUnit {
  readonly unit: Unit;
  readonly hold: UnitHold;
  readonly papers: Papers;
  /** For the hold that a return leaves behind. */
  readonly nextHoldId: string;
}

export interface Closing {
  readonly record: Nonconformity;
  readonly units: readonly ClosingUnit[];
  readonly photos: readonly NonconformityPhoto[];
  readonly witnesses: readonly NonconformityWitness[];
  readonly note: string;
}

/**
 * What was decided is done: the record is closed for good and its holds end. Reworked and regraded goods are inspected
 * again; what goes back can only go back; what is destroyed has two witnesses and a photograph.
 */
export function closeNonconformity(actor: Actor, closing: Closing): LedgerEvent[] {
  const { record, units, note } = closing;
  if (record.state === 'closed') throw refuse.isClosed();
  const { disposition } = record;
  if (record.state !== 'disposed' || disposition === null) throw refuse.notDisposed();
  if (disposition === 'destroy') requireProof(actor, closing);
  const subjects = [events.nonconformity(record.id), ...units.map(({ unit }) => unitSubject(unit.id))];
  const party = { note: normalizeText(note), number: actor.number, accountId: actor.accountId };
  return [
    events.nonconformityClosed(subjects, { public: { disposition }, party }),
    ...units.flatMap((each) => [
      ...endHold(each.hold, REASONS[disposition].zh),
      ...carriedOut(actor, disposition, regradeOf(record), each),
    ]),
  ];
}

function carriedOut(
  { accountId }: Actor,
  disposition: Disposition,
  regrade: Regrade | undefined,
  { unit, papers, nextHoldId }: ClosingUnit,
): LedgerEvent[] {
  // Its own hold ends in the same command; any other still stops it.
  const free = { ...unit, openHolds: unit.openHolds - 1 };
  const reason = REASONS[disposition];
  switch (disposition) {
    case 'rework':
      return inspectedAgain(free, papers, { reason, accountId });
    case 'regrade':
      invariant(regrade, 'a regrade says what the goods become');
      return [...regradeUnit(unit, regrade), ...inspectedAgain(free, papers, { reason, accountId })];
    case 'return':
      return holdUnit(unit, { id: nextHoldId, code: 'return-due', reason: reason.zh, releasing: RETURN_DUE });
    case 'destroy':
      return [...reachStage(free, 'destroyed'), ...endPapers(papers, { state: 'revoked', reason, accountId })];
  }
}

function inspectedAgain(
  unit: Unit,
  papers: Papers,
  why: { readonly reason: { readonly zh: string; readonly en: string }; readonly accountId: string },
): LedgerEvent[] {
  // Before an inspection there is nothing to open again.
  if (!INSPECTED_STAGES.some((stage) => stage === unit.stage)) return [];
  return [
    ...reopenGates(unit),
    ...reachStage(unit, 'reinspection'),
    ...endPapers(papers, { state: 'suspended', ...why }),
  ];
}

function requireProof({ accountId }: Actor, { record, photos, witnesses }: Closing): void {
  const count = witnesses.filter((witness) => witness.accountId !== accountId).length;
  if (count < WITNESSES) throw refuse.witnessesMissing({ count });
  if (!photos.some(({ at }) => record.disposedAt !== null && at >= record.disposedAt)) throw refuse.photoMissing();
}

function regradeOf({ regrade }: Nonconformity): Regrade | undefined {
  return regrade === null ? undefined : (JSON.parse(regrade) as Regrade);
}
