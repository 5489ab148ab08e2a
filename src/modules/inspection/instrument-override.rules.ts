import type { Actor } from '../../kernel/actor.js';
import type { LedgerEvent } from '../../ledger/index.js';
import { requireInspectable, unit as unitSubject, type Unit } from '../units/index.js';
import type { Inspection, InspectionOverride } from './inspection.entity.js';
import * as events from './inspection.events.js';
import type { OverrideDecision, OverrideReason } from './inspection.events.js';
import { refuse } from './inspection.refusals.js';
import { type InstrumentGap, isCovered } from './instrument-gaps.rules.js';

/** What a request looks at. */
export interface OverrideState {
  readonly inspection: Inspection;
  readonly unit: Unit;
  readonly gaps: readonly InstrumentGap[];
  /** Those of the inspection so far. */
  readonly overrides: readonly InspectionOverride[];
}

/** One person asks that the readings of an instrument count although it was not in calibration, and says why. */
export function requestOverride(
  actor: Actor,
  id: string,
  { inspection, unit, gaps, overrides }: OverrideState,
  { code, reason }: { readonly code: string; readonly reason: OverrideReason },
): LedgerEvent[] {
  requireInspectable(unit);
  const gap = gaps.find((each) => each.code === code);
  if (!gap) throw refuse.nothingToOverride({ instrument: code });
  const own = overrides.filter(({ instrumentId }) => instrumentId === gap.instrumentId);
  if (own.some(({ decision }) => decision === null)) throw refuse.overrideOpen({ instrument: code });
  const given = own.filter(({ decision }) => decision === 'approve');
  if (isCovered(gap, given)) throw refuse.overrideGiven({ instrument: code });
  const { instrumentId, name, state, until, certificateNo } = gap;
  const facts = { instrument: code, instrumentName: name, state, ...(until ? { until } : {}) };
  return [
    events.overrideRequested([events.inspection(inspection.id), unitSubject(unit.id), events.override(id)], {
      public: { ...facts, ...(certificateNo ? { certificateNo } : {}), requester: actor.number },
      party: { instrumentId, reason: plainReason(reason), accountId: actor.accountId },
    }),
  ];
}

/** Another person lets it through or not: neither who asked nor anyone who took part in the inspection. */
export function decideOverride(
  actor: Actor,
  { override, unit, participants }: { override: InspectionOverride; unit: Unit; participants: readonly string[] },
  decision: OverrideDecision,
): LedgerEvent[] {
  requireInspectable(unit);
  if (override.decision !== null) throw refuse.overrideDecided();
  if (override.requestedBy === actor.accountId) throw refuse.overrideSamePerson();
  if (participants.includes(actor.accountId)) throw refuse.overrideByParticipant();
  const { id, inspectionId, instrumentCode, instrumentName, state, requesterNumber, reasonZh, reasonEn } = override;
  const people = { requester: requesterNumber, approver: actor.number };
  // What was not let through stays between the parties.
  const reason = { zh: reasonZh, ...(reasonEn === null ? {} : { en: reasonEn }) };
  const said = decision === 'approve' ? { reason } : {};
  return [
    events.overrideDecided([events.inspection(inspectionId), unitSubject(unit.id), events.override(id)], {
      public: { decision, instrument: instrumentCode, instrumentName, state, ...people, ...said },
      party: { accountId: actor.accountId },
    }),
  ];
}

// It is printed as it was written: normalising would make Chinese punctuation Latin.
function plainReason({ zh, en }: OverrideReason): OverrideReason {
  return { zh: zh.trim(), ...(en === undefined ? {} : { en: en.trim() }) };
}
