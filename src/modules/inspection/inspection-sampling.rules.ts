import type { Actor } from '../../kernel/actor.js';
import { isWhole } from '../../kernel/decimal.js';
import { unitOf } from '../../kernel/units.js';
import type { LedgerEvent } from '../../ledger/index.js';
import type { PlanItem } from '../catalog/index.js';
import { lotScheme, type Standing } from '../sampling/index.js';
import { unit as unitSubject, type Unit } from '../units/index.js';
import * as events from './inspection.events.js';
import { refuse } from './inspection.refusals.js';
import { requireOpen } from './inspection-flow.rules.js';
import { type KeptInspection, keptStanding, openOf, readCountsOf, resultsOf } from './kept-inspection.js';

/** A unit with the plan that it is inspected by. */
export interface SamplingTarget {
  readonly id: string;
  readonly unit: Unit;
  readonly items: readonly PlanItem[];
}

/** What the schemes of a lot are made from, beside its plan. */
export interface SamplingBasis {
  readonly standing: Standing;
  /** As counted at the inspection; undefined when nobody did. */
  readonly stated?: number | undefined;
  readonly isFull?: boolean;
  readonly reason?: string | undefined;
}

/** Says how a lot is sampled, in an event of its own; nothing where nothing is. */
export function planSampling(actor: Actor, { id, unit, items }: SamplingTarget, basis: SamplingBasis): LedgerEvent[] {
  const { standing, stated, isFull = false, reason } = basis;
  const sampled = items.flatMap(({ code, sampling }) => (sampling ? [{ code, sampling }] : []));
  if (unit.kind !== 'lot' || sampled.length === 0) return [];
  const lotSize = countOf(unit) ?? stated;
  const { severity } = standing;
  const schemes = sampled.map(({ code, sampling }) => lotScheme(code, sampling, { lotSize, severity, isFull }));
  const isStated = countOf(unit) === undefined && stated !== undefined;
  return [
    events.samplingPlanned([events.inspection(id), unitSubject(unit.id)], {
      public: { lotSize: lotSize ?? null, isStated, isFull, schemes, by: actor.number },
      party: { accountId: actor.accountId, standing, ...(reason === undefined ? {} : { reason }) },
    }),
  ];
}

export interface LotCount {
  readonly packages: number;
  /** Needed for a correction. */
  readonly reason?: string | undefined;
}

/**
 * How many packages a lot has that came by mass. Every count draws another sample, so it is said once; afterwards, and
 * once anything was looked at, only an administrator corrects it.
 */
export function countLot(actor: Actor, kept: KeptInspection, { packages, reason }: LotCount): LedgerEvent[] {
  const { sampling } = requireSampled(kept);
  const count = countOf(kept.unit);
  if (count !== undefined) throw refuse.lotCounted({ count });
  if (sampling.lotSize === packages) return [];
  const mayCorrect = actor.roles.includes('admin') && reason !== undefined;
  if ((sampling.lotSize !== null || isBegun(kept)) && !mayCorrect) throw refuse.sampleBegun();
  const { isFull } = sampling;
  return planSampling(actor, targetOf(kept), { standing: keptStanding(sampling), stated: packages, isFull, reason });
}

/** Everything is looked at: the way on where no table applies, and never looser than one. */
export function decideFullInspection(actor: Actor, kept: KeptInspection, reason: string): LedgerEvent[] {
  const { sampling } = requireSampled(kept);
  if (sampling.lotSize === null) throw refuse.lotUncounted();
  if (sampling.isFull) return [];
  const stated = sampling.isStated ? sampling.lotSize : undefined;
  return planSampling(actor, targetOf(kept), { standing: keptStanding(sampling), stated, isFull: true, reason });
}

/**
 * Whether the sample of a signed lot was accepted; undefined when it tells nothing about the stream: the sample was
 * not finished, or all of the lot was looked at though its stream stands at normal inspection.
 */
export function sampleOutcome(kept: KeptInspection): boolean | undefined {
  const { sampling, items } = kept;
  if (!sampling || (sampling.isFull && keptStanding(sampling).severity === 'normal')) return undefined;
  const sampled = new Set(items.filter((item) => item.sampling).map(({ code }) => code));
  const verdicts = resultsOf(kept.inspection).flatMap(({ item, verdict }) => (sampled.has(item) ? [verdict] : []));
  if (verdicts.includes('fail')) return false;
  return verdicts.length > 0 && verdicts.every((verdict) => verdict === 'pass') ? true : undefined;
}

/** The pieces of a lot that came by the piece. */
function countOf({ quantityValue, quantityUnit }: Unit): number | undefined {
  const isCounted = unitOf(quantityUnit)?.dimension === 'count' && isWhole(quantityValue);
  return isCounted ? Number(quantityValue) : undefined;
}

function requireSampled(kept: KeptInspection): { readonly sampling: NonNullable<KeptInspection['sampling']> } {
  requireOpen(openOf(kept));
  const { sampling } = kept;
  if (!sampling) throw refuse.notSampled();
  return { sampling };
}

/** What was taken back was looked at all the same. */
function isBegun(kept: KeptInspection): boolean {
  const counts = readCountsOf(kept);
  return kept.items.some(({ code, sampling }) => sampling && counts.has(code));
}

function targetOf({ inspection: { id }, unit, items }: KeptInspection): SamplingTarget {
  return { id, unit, items };
}
