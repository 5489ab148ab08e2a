import type { Actor } from '../../kernel/actor.js';
import { say, type Text } from '../../kernel/language.js';
import { normalizeText } from '../../kernel/text.js';
import { unitSymbol } from '../../kernel/units.js';
import type { LedgerEvent } from '../../ledger/index.js';
import { holds, type Plan, type PlanItem } from '../catalog/index.js';
import { type Instrument, usableInstrument } from '../instruments/index.js';
import {
  closeGate,
  reachStage,
  requireInspectable,
  requireStage,
  type Stage,
  unit as unitSubject,
  type Unit,
} from '../units/index.js';
import type { Inspection } from './inspection.entity.js';
import * as events from './inspection.events.js';
import type { Decision, PlanSnapshot, PrintedReport } from './inspection.events.js';
import { refuse } from './inspection.refusals.js';
import type { JudgeContext, Verdict } from './judge.js';
import { filesOf, measuredUnitOf } from './reading-value.parts.js';
import type { ReadingValue } from './judge-reading.js';
import { readingValue } from './reading-value.rules.js';
import { type PlanVerdict, type Readings, verdictOf } from './verdict.rules.js';

/** The plan of a warehouse for a unit's category; undefined when none is published. */
export interface ChosenPlan extends PlanSnapshot {
  readonly items: readonly PlanItem[];
}

/** Where a unit waits for an inspection: the first, another try, or one that a reviewer ordered. */
const STARTED_AT: readonly Stage[] = ['received', 'failed', 'awaiting-resubmission', 'reinspection'];

/** A unit that came in, or that waits for another inspection, is inspected by its warehouse's plan as it is now. */
export function startInspection(actor: Actor, id: string, unit: Unit, plan: ChosenPlan | undefined): LedgerEvent[] {
  requireInspectable(unit);
  requireStage(unit, STARTED_AT);
  if (!plan) throw refuse.noPlan({ category: unit.categoryId });
  const { items, ...snapshot } = plan;
  const { warehouseId, merchantId } = unit;
  return [
    events.inspectionStarted([events.inspection(id), unitSubject(unit.id)], {
      public: { plan: snapshot, items, inspector: actor.number },
      party: { accountId: actor.accountId, warehouseId, merchantId },
    }),
    ...reachStage(unit, 'inspecting'),
  ];
}

/** An inspection with all that its rules look at. */
export interface OpenInspection {
  readonly inspection: Inspection;
  readonly unit: Unit;
  readonly items: readonly PlanItem[];
  /** SHA-256 of its photographs. */
  readonly photos: readonly string[];
  /** How many times each item was read. */
  readonly readCounts: ReadonlyMap<string, number>;
}

export interface WishedReading {
  readonly item: string;
  readonly value: unknown;
  /** What was typed or scanned, and the instrument of the warehouse's register that has this code. */
  readonly instrument?: { readonly typed: string; readonly found: Instrument | undefined };
  /** How many times the item had been read, as far as whoever read it knew. */
  readonly seen?: number | undefined;
  /** Of an outside laboratory, whose instruments stand under its own accreditation. */
  readonly report?: FiledReport;
}

/** The report that brings readings from outside. */
export interface FiledReport extends PrintedReport {
  readonly id: string;
  readonly laboratoryId: string;
}

/** Readings by whoever inspects, each of an item that applies; an item may be read again until it is submitted. */
export function recordReadings(
  actor: Actor,
  open: OpenInspection,
  wished: readonly WishedReading[],
  context: JudgeContext,
): LedgerEvent[] {
  requireOpen(open);
  const twice = wished.find(({ item }, at) => wished.findIndex((other) => other.item === item) !== at);
  if (twice) throw refuse.itemTwice({ item: twice.item });
  const late = wished.find(({ item, seen = countOf(open, item) }) => seen !== countOf(open, item));
  if (late) throw refuse.readMeanwhile({ item: late.item });
  return wished.map((reading) => recorded(actor, open, reading, context));
}

/** A photograph of the unit. The same one again changes nothing. */
export function takePhoto(actor: Actor, open: OpenInspection, sha256: string): LedgerEvent[] {
  requireOpen(open);
  if (open.photos.includes(sha256)) return [];
  const { accountId } = actor;
  return [events.photoTaken(subjectsOf(open.inspection), { public: { sha256 }, party: { accountId } })];
}

/** Judges what was read and hands it to a reviewer. A missing reading leaves its item undecided; it is no zero. */
export function submitInspection(
  actor: Actor,
  open: OpenInspection,
  readings: Readings,
  context: JudgeContext,
): LedgerEvent[] {
  requireOpen(open);
  const { reasons, ...judged } = judgedPlan(open, readings, context);
  return [
    events.inspectionSubmitted(subjectsOf(open.inspection), {
      public: { ...judged, inspector: actor.number },
      party: { accountId: actor.accountId, reasons },
    }),
    ...reachStage(open.unit, 'awaiting-review'),
  ];
}

/** Judges again what waits for a review, since an instrument was let through; nothing else has changed. */
export function rejudgeInspection(open: OpenInspection, readings: Readings, context: JudgeContext): LedgerEvent[] {
  if (open.inspection.state !== 'awaiting-review') return [];
  const { reasons, ...judged } = judgedPlan(open, readings, context);
  return [events.inspectionRejudged(subjectsOf(open.inspection), { public: judged, party: { reasons } })];
}

export interface Review {
  readonly decision: Decision;
  readonly reason?: string;
}

/** What a review looks at: the verdict as submitted, and everyone who took part. */
export interface SubmittedInspection {
  readonly inspection: Inspection;
  readonly unit: Unit;
  readonly verdict: Verdict;
  readonly undecided: readonly { readonly code: string; readonly name: Text }[];
  /** Accounts that recorded a reading, took a photograph or submitted. */
  readonly participants: readonly string[];
  /** Codes of instruments whose readings are in doubt by now, and that nobody has let through. */
  readonly doubtful: readonly string[];
}

/** Four eyes: another person signs what is decided, or gives it back and says why. */
export function reviewInspection(actor: Actor, submitted: SubmittedInspection, review: Review): LedgerEvent[] {
  const { inspection, unit, verdict, participants } = submitted;
  requireInspectable(unit);
  if (inspection.state !== 'awaiting-review') throw refuse.notSubmitted();
  if (participants.includes(actor.accountId)) throw refuse.samePerson();
  const { decision, reason } = review;
  const party = { accountId: actor.accountId, ...(reason === undefined ? {} : { reason: normalizeText(reason) }) };
  const reviewed = events.inspectionReviewed(subjectsOf(inspection), {
    public: { decision, verdict, reviewer: actor.number },
    party,
  });
  return [reviewed, ...movedOn(submitted, review)];
}

/** The plan that an inspection keeps, as `verdictOf` takes it. */
export function planOfInspection({ inspection, unit, items }: Omit<OpenInspection, 'photos' | 'readCounts'>): Plan {
  const { uncertaintyRule, categoryVersion } = inspection;
  return { category: unit.categoryId, categoryVersion, uncertaintyRule, items };
}

function countOf({ readCounts }: OpenInspection, item: string): number {
  return readCounts.get(item) ?? 0;
}

function judgedPlan(open: OpenInspection, readings: Readings, context: JudgeContext) {
  const { verdict, results, leftOut } = verdictOf(planOfInspection(open), readings, context);
  const judged = results.map(({ item, verdict: own, limit }) => ({ item: item.code, verdict: own, limit }));
  return { verdict, results: judged, leftOut, reasons: reasonsOf(results) };
}

function movedOn(
  { unit, verdict, undecided, doubtful }: SubmittedInspection,
  { decision, reason }: Review,
): LedgerEvent[] {
  if (decision === 'return') {
    if (reason === undefined) throw refuse.returnNeedsReason();
    return reachStage(unit, 'inspecting');
  }
  if (verdict !== 'undecided' && doubtful.length > 0) {
    throw refuse.instrumentDoubtful({ instruments: doubtful.join('、') });
  }
  switch (verdict) {
    case 'pass':
      return passedOn(unit);
    case 'fail':
      return reachStage(unit, 'failed');
    case 'undecided':
      throw refuse.undecided({ items: undecided.map(named).join('、') });
  }
}

/**
 * What the merchant packed before a camera is packed: the audit of the films closes that gate as well, also under a
 * hold that waited for this very signature.
 */
function passedOn(unit: Unit): LedgerEvent[] {
  const passed = closeGate(unit, 'inspection', 'passed');
  if (unit.flow !== 'merchant-films') return passed;
  const after = { ...unit, stage: 'passed', inspectionGateAt: 'now', openHolds: 0 };
  return [...passed, ...closeGate(after, 'packaging', 'packed')];
}

function named({ code, name }: { readonly code: string; readonly name: Text }): string {
  return `${code} ${say(name, 'zh')}`;
}

function recorded(
  actor: Actor,
  { inspection, items, photos }: OpenInspection,
  { item: code, value, instrument, report }: WishedReading,
  context: JudgeContext,
): LedgerEvent {
  const item = wantedItem(items, code, context);
  const kept = readingValue(item, value);
  if (!filesOf(kept).every((hash) => photos.includes(hash))) throw refuse.fileUnknown({ item: code });
  const by = report ? undefined : instrumentOf(item, kept, instrument);
  return events.readingRecorded(subjectsOf(inspection), {
    public: {
      ...{ item: code, value: kept },
      ...(by ? { instrument: by.code, instrumentName: by.name } : {}),
      ...(report ? { report: printedReport(report) } : {}),
      inspector: actor.number,
    },
    party: {
      accountId: actor.accountId,
      ...(by ? { instrumentId: by.id } : {}),
      ...(report ? { report: { id: report.id, laboratoryId: report.laboratoryId } } : {}),
    },
  });
}

/** The item of the plan that takes a reading; throws when there is none, or it does not apply to the unit. */
export function wantedItem(items: readonly PlanItem[], code: string, { attributes }: JudgeContext): PlanItem {
  const item = items.find((each) => each.code === code);
  if (!item) throw refuse.itemUnknown({ item: code });
  if (holds(item.when, attributes) === 'no') throw refuse.itemLeftOut({ item: code });
  return item;
}

export function printedReport({ number, laboratory, cma, filedLate }: PrintedReport): PrintedReport {
  return { number, laboratory, cma, ...(filedLate ? { filedLate } : {}) };
}

/** A measured figure names what it was measured with; whatever is named is in the register, in use, and fits. */
function instrumentOf(
  item: PlanItem,
  value: ReadingValue,
  wished: WishedReading['instrument'],
): Instrument | undefined {
  const unit = measuredUnitOf(item, value);
  if (wished) return usableInstrument(wished.typed, wished.found, unit);
  if (unit !== undefined) throw refuse.instrumentMissing({ item: item.code, unit: unitSymbol(unit) });
  return undefined;
}

/** Throws while a hold is open that stops inspections, and once it is submitted. */
export function requireOpen({ inspection, unit }: OpenInspection): void {
  requireInspectable(unit);
  if (inspection.state !== 'inspecting') throw refuse.notOpen();
}

function reasonsOf(results: PlanVerdict['results']): Readonly<Record<string, Text>> {
  return Object.fromEntries(results.map(({ item, reason }) => [item.code, reason]));
}

export function subjectsOf({ id, unitId }: Inspection) {
  return [events.inspection(id), unitSubject(unitId)];
}
