import type { Day } from '../../kernel/instant.js';
import type { Text } from '../../kernel/language.js';
import { eventKind, subjectType } from '../../ledger/index.js';
import type { PlanItem, UncertaintyRule } from '../catalog/index.js';
import type { LotScheme, Standing } from '../sampling/index.js';
import type { Verdict } from './judge.js';
import type { GapState } from './instrument-gaps.rules.js';
import type { ReadingValue } from './judge-reading.js';

export const inspection = subjectType('inspection');
export const override = subjectType('override');

/** Which plan an inspection follows, as it was when the inspection began. */
export interface PlanSnapshot {
  readonly id: string;
  readonly version: number;
  readonly categoryVersion: string;
  readonly categoryHash: string;
  readonly uncertaintyRule: UncertaintyRule;
}

/** What became of one item. Why is told to the parties only: the reason may repeat what a merchant declared. */
export interface ItemResult {
  readonly item: string;
  readonly verdict: Verdict;
  readonly limit: Text;
}

/** An item that the unit's own attributes leave out. */
export interface LeftOutItem {
  readonly code: string;
  readonly name: Text;
}

export type Decision = 'sign' | 'return';

export const inspectionStarted = eventKind<{
  public: { plan: PlanSnapshot; items: readonly PlanItem[]; inspector: string };
  party: { accountId: string; warehouseId: string; merchantId: string };
}>('inspection.started');

/** How a lot is sampled: said at the start, again when its packages are counted, or when everything is to be looked at. */
export const samplingPlanned = eventKind<{
  public: {
    /** Null while nobody counted the pieces or packages. */
    lotSize: number | null;
    isStated: boolean;
    isFull: boolean;
    schemes: readonly LotScheme[];
    by: string;
  };
  party: { accountId: string; standing: Standing; reason?: string };
}>('inspection.sampling-planned');

/** The report of an outside laboratory, as everybody may read it. */
export interface PrintedReport {
  readonly number: string;
  /** Name and 资质认定 (CMA) number of the laboratory as the report was filed. */
  readonly laboratory: string;
  readonly cma: string;
  /** Left out unless it was filed after the accreditation, within which it is dated, had ended. */
  readonly filedLate?: LateFiling;
}

export interface LateFiling {
  readonly filedOn: Day;
  readonly accreditedUntil: Day;
}

/**
 * A later reading of an item replaces an earlier one; both stay in the log. `instrument` is a code of the register, with
 * its name beside it and its id for the parties; in older entries it is what somebody typed, and stands alone. What an
 * outside laboratory found names its report in place of an instrument; `inspector` is then whoever filed the report.
 */
export const readingRecorded = eventKind<{
  public: {
    item: string;
    value: ReadingValue;
    instrument?: string;
    instrumentName?: string;
    report?: PrintedReport;
    inspector: string;
  };
  party: { accountId: string; instrumentId?: string; report?: { id: string; laboratoryId: string } };
}>('inspection.reading-recorded');

/** Whoever recorded a reading took it back: the entry of that index counts no more, and the one before it does again. */
export const readingWithdrawn = eventKind<{
  public: { item: string; entry: number; inspector: string };
  party: { accountId: string };
}>('inspection.reading-withdrawn');

/**
 * The readings of one report count no longer, for or against the goods; what replaced them before stands. Older entries
 * do not say whose account did it.
 */
export const outsideReadingsWithdrawn = eventKind<{
  public: { report: PrintedReport; items: readonly string[] };
  party: { reportId: string; accountId?: string };
}>('inspection.outside-readings-withdrawn');

export const photoTaken = eventKind<{ public: { sha256: string }; party: { accountId: string } }>(
  'inspection.photo-taken',
);

export const inspectionSubmitted = eventKind<{
  public: {
    verdict: Verdict;
    results: readonly ItemResult[];
    leftOut: readonly LeftOutItem[];
    inspector: string;
  };
  party: { accountId: string; reasons: Readonly<Record<string, Text>> };
}>('inspection.submitted');

export const inspectionReviewed = eventKind<{
  public: { decision: Decision; verdict: Verdict; reviewer: string };
  party: { accountId: string; reason?: string };
}>('inspection.reviewed');

/** It ended without a verdict, since nobody could give one. */
export const inspectionBrokenOff = eventKind<{
  public: { reviewer: string };
  party: { accountId: string; reason: string };
}>('inspection.broken-off');

/** The items judged anew, since two people let an instrument through after they had been submitted. */
export const inspectionRejudged = eventKind<{
  public: { verdict: Verdict; results: readonly ItemResult[]; leftOut: readonly LeftOutItem[] };
  party: { reasons: Readonly<Record<string, Text>> };
}>('inspection.rejudged');

/** Why an instrument is let through, for everybody; the English is left out when nobody wrote it. */
export interface OverrideReason {
  readonly zh: string;
  readonly en?: string;
}

export type OverrideDecision = 'approve' | 'decline';

/** One person asks that readings of an instrument count that was not in calibration. */
export const overrideRequested = eventKind<{
  public: {
    /** Code and name of the instrument. */
    instrument: string;
    instrumentName: string;
    state: GapState;
    /** The last day of the calibration that counted. */
    until?: Day;
    certificateNo?: string;
    requester: string;
  };
  party: { instrumentId: string; reason: OverrideReason; accountId: string };
}>('inspection.override-requested');

/** Another person let it through, or not. The reason is public once it counts. */
export const overrideDecided = eventKind<{
  public: {
    decision: OverrideDecision;
    instrument: string;
    instrumentName: string;
    state: GapState;
    requester: string;
    approver: string;
    reason?: OverrideReason;
  };
  party: { accountId: string };
}>('inspection.override-decided');
