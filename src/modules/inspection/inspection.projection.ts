import { canonicalJson, type Json } from '../../kernel/canonical-json.js';
import type { Text } from '../../kernel/language.js';
import { on, type Projection, subjectOf } from '../../ledger/index.js';
import {
  Inspection,
  InspectionOverride,
  InspectionPhoto,
  InspectionPlan,
  InspectionReading,
  InspectionSampling,
  InspectionWithdrawal,
} from './inspection.entity.js';
import {
  inspectionBrokenOff,
  inspectionRejudged,
  inspectionReviewed,
  inspectionStarted,
  inspectionSubmitted,
  type ItemResult,
  outsideReadingsWithdrawn,
  overrideDecided,
  overrideRequested,
  photoTaken,
  readingRecorded,
  readingWithdrawn,
  samplingPlanned,
} from './inspection.events.js';

const NOT_SUBMITTED = {
  submittedBy: null,
  submitterNumber: null,
  submittedAt: null,
  verdict: null,
  results: null,
  leftOut: null,
};
const NOT_DECIDED = { decision: null, decidedBy: null, deciderNumber: null, decidedAt: null };
const NOT_REVIEWED = { reviewedBy: null, reviewerNumber: null, reviewedAt: null, decision: null, reviewReason: null };

export const inspectionProjection: Projection = {
  tables: [
    ...[Inspection, InspectionPlan, InspectionReading, InspectionWithdrawal, InspectionPhoto],
    ...[InspectionSampling, InspectionOverride],
  ],
  rules: [
    on(inspectionStarted, async (tx, event) => {
      const id = subjectOf(event, 'inspection');
      const { plan, items } = event.contents.public;
      const { warehouseId, merchantId } = event.contents.party;
      const { id: planId, version: planVersion, ...rest } = plan;
      await tx.insert(Inspection, {
        id,
        unitId: subjectOf(event, 'unit'),
        ...{ warehouseId, merchantId, planId, planVersion, ...rest },
        state: 'inspecting',
        startedAt: event.at,
        ...NOT_SUBMITTED,
        ...NOT_REVIEWED,
      });
      await tx.insert(InspectionPlan, { inspectionId: id, items: jsonText(items) });
    }),
    on(samplingPlanned, async (tx, event) => {
      const inspectionId = subjectOf(event, 'inspection');
      const { lotSize, isFull, isStated, schemes } = event.contents.public;
      const standing = jsonText(event.contents.party.standing);
      const said = { entry: event.index, lotSize, isFull, isStated, standing, schemes: jsonText(schemes) };
      await tx.delete(InspectionSampling, { inspectionId });
      await tx.insert(InspectionSampling, { inspectionId, ...said });
    }),
    on(readingRecorded, async (tx, event) => {
      const { item, value, instrument = null, instrumentName = null, report, inspector } = event.contents.public;
      const { accountId, instrumentId = null, report: filed } = event.contents.party;
      await tx.insert(InspectionReading, {
        entry: event.index,
        inspectionId: subjectOf(event, 'inspection'),
        ...{ item, instrument, instrumentName, instrumentId },
        reportId: filed?.id ?? null,
        reportNumber: report?.number ?? null,
        laboratoryId: filed?.laboratoryId ?? null,
        laboratoryName: report?.laboratory ?? null,
        laboratoryCma: report?.cma ?? null,
        filedLate: report?.filedLate ? jsonText(report.filedLate) : null,
        withdrawnAt: null,
        withdrawnBy: null,
        value: jsonText(value),
        inspectorNumber: inspector,
        accountId,
        at: event.at,
      });
    }),
    on(readingWithdrawn, async (tx, event) => {
      const { item, entry } = event.contents.public;
      await tx.delete(InspectionReading, { entry });
      await tx.insert(InspectionWithdrawal, {
        readingEntry: entry,
        inspectionId: subjectOf(event, 'inspection'),
        item,
        accountId: event.contents.party.accountId,
      });
    }),
    on(outsideReadingsWithdrawn, async (tx, event) => {
      const { reportId, accountId: withdrawnBy = null } = event.contents.party;
      const inspectionId = subjectOf(event, 'inspection');
      await tx.update(InspectionReading, { inspectionId, reportId }, { withdrawnAt: event.at, withdrawnBy });
    }),
    on(photoTaken, async (tx, event) => {
      await tx.insert(InspectionPhoto, {
        entry: event.index,
        inspectionId: subjectOf(event, 'inspection'),
        unitId: subjectOf(event, 'unit'),
        sha256: event.contents.public.sha256,
        accountId: event.contents.party.accountId,
        at: event.at,
      });
    }),
    on(inspectionSubmitted, async (tx, event) => {
      const { verdict, results, leftOut, inspector } = event.contents.public;
      const { accountId, reasons } = event.contents.party;
      await tx.update(
        Inspection,
        { id: subjectOf(event, 'inspection') },
        {
          ...NOT_REVIEWED,
          state: 'awaiting-review',
          submittedBy: accountId,
          submitterNumber: inspector,
          submittedAt: event.at,
          verdict,
          results: explained(results, reasons),
          leftOut: jsonText(leftOut),
        },
      );
    }),
    on(inspectionRejudged, async (tx, event) => {
      const { verdict, results, leftOut } = event.contents.public;
      const judged = { results: explained(results, event.contents.party.reasons), leftOut: jsonText(leftOut) };
      await tx.update(Inspection, { id: subjectOf(event, 'inspection') }, { verdict, ...judged });
    }),
    on(overrideRequested, async (tx, event) => {
      const { instrument, instrumentName, state, until = null, certificateNo = null } = event.contents.public;
      const { instrumentId, reason, accountId } = event.contents.party;
      await tx.insert(InspectionOverride, {
        id: subjectOf(event, 'override'),
        inspectionId: subjectOf(event, 'inspection'),
        ...{ instrumentId, instrumentName, state, until, certificateNo },
        instrumentCode: instrument,
        reasonZh: reason.zh,
        reasonEn: reason.en ?? null,
        requestedBy: accountId,
        requesterNumber: event.contents.public.requester,
        requestedAt: event.at,
        ...NOT_DECIDED,
      });
    }),
    on(overrideDecided, async (tx, event) => {
      const { decision, approver } = event.contents.public;
      const decided = { decidedBy: event.contents.party.accountId, deciderNumber: approver, decidedAt: event.at };
      await tx.update(InspectionOverride, { id: subjectOf(event, 'override') }, { decision, ...decided });
    }),
    on(inspectionReviewed, async (tx, event) => {
      const { decision, reviewer } = event.contents.public;
      const { accountId, reason = null } = event.contents.party;
      const reviewed = { reviewedBy: accountId, reviewerNumber: reviewer, reviewedAt: event.at };
      const state = decision === 'sign' ? 'signed' : 'inspecting';
      const id = subjectOf(event, 'inspection');
      await tx.update(Inspection, { id }, { state, ...reviewed, decision, reviewReason: reason });
    }),
    on(inspectionBrokenOff, async (tx, event) => {
      const { accountId: reviewedBy, reason: reviewReason } = event.contents.party;
      const ended = { reviewedBy, reviewerNumber: event.contents.public.reviewer, reviewedAt: event.at, reviewReason };
      const id = subjectOf(event, 'inspection');
      await tx.update(Inspection, { id }, { state: 'broken-off', ...ended, decision: null });
    }),
  ],
};

function explained(results: readonly ItemResult[], reasons: Readonly<Record<string, Text>>): string {
  return jsonText(results.map((result) => ({ ...result, reason: reasons[result.item] })));
}

/** Keys in one order: those of a command stand as they came, those of a replay as the log keeps them. */
function jsonText(value: object): string {
  const plain: Json = JSON.parse(JSON.stringify(value));
  return canonicalJson(plain);
}
