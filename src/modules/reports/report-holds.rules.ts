import { normalizeText } from '../../kernel/text.js';
import type { LedgerEvent } from '../../ledger/index.js';
import {
  type AwaitedReport,
  holdUnit,
  lapseCondition,
  meetCondition,
  releasingOf,
  type Unit,
  type UnitHold,
} from '../units/index.js';
import type { LabReport, LabSample } from './reports.entity.js';
import { refuse } from './reports.refusals.js';

/** What a report says something about: a sample, and the items that it has results of. */
export interface ReportedSample {
  readonly sampleId: string;
  readonly items: readonly string[];
}

/** Exactly one of sample and item is wished for. */
export interface ReportHoldWish extends AwaitedReport {
  readonly reason: string;
}

/** What a hold that waits for a report is held against. */
export interface ReportHoldGrounds {
  readonly unit: Unit;
  /** The sample that is wished for, of this unit. */
  readonly sample: LabSample | undefined;
  /** Codes of the items of the warehouse's plan for such goods. */
  readonly planned: readonly string[];
  /** Reports of the unit that count. */
  readonly standing: readonly ReportedSample[];
}

/** A unit waits for a report that is yet to come: on a sample that was sent, or on an item that the warehouse tests. */
export function holdForReport(
  id: string,
  { unit, sample, planned, standing }: ReportHoldGrounds,
  { reason, sampleId, item }: ReportHoldWish,
): LedgerEvent[] {
  if ((sampleId === undefined) === (item === undefined)) throw refuse.holdNamesOne();
  if (sampleId !== undefined && !sample) throw refuse.sampleUnknown();
  if (sample?.state === 'cancelled') throw refuse.sampleCancelled();
  if (item !== undefined && !planned.includes(item)) throw refuse.itemNotPlanned({ item });
  const report = item === undefined ? { sampleId } : { item };
  if (standing.some((each) => isAwaited(report, each))) throw refuse.reportStands();
  const releasing = { roles: ['reviewer', 'admin'], isOtherPerson: false, condition: 'report-filed', report } as const;
  return holdUnit(unit, { id, code: 'papers-missing', reason: normalizeText(reason), releasing });
}

/** A report was filed: what waited for it may be released. */
export function meetReport(holds: readonly UnitHold[], filed: ReportedSample): LedgerEvent[] {
  return meetCondition(awaiting(holds, filed), 'report-filed');
}

/** A report was withdrawn: what waited for it waits again, unless another one stands that it waited for as well. */
export function lapseReport(
  holds: readonly UnitHold[],
  withdrawn: ReportedSample,
  standing: readonly ReportedSample[],
): LedgerEvent[] {
  const left = awaiting(holds, withdrawn).filter((hold) => !standing.some((each) => awaiting([hold], each).length > 0));
  return lapseCondition(left, 'report-filed');
}

export function reportedSample({ sampleId, items }: Pick<LabReport, 'sampleId' | 'items'>): ReportedSample {
  return { sampleId, items: JSON.parse(items) as readonly string[] };
}

function awaiting(holds: readonly UnitHold[], reported: ReportedSample): readonly UnitHold[] {
  return holds.filter((hold) => {
    const { report } = releasingOf(hold);
    return report !== undefined && isAwaited(report, reported);
  });
}

function isAwaited({ sampleId, item }: AwaitedReport, reported: ReportedSample): boolean {
  return item === undefined ? sampleId === reported.sampleId : reported.items.includes(item);
}
