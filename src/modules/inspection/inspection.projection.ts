import { canonicalJson, type Json } from '../../kernel/canonical-json.js';
import { on, type Projection, subjectOf } from '../../ledger/index.js';
import {
  Inspection,
  InspectionPhoto,
  InspectionPlan,
  InspectionReading,
  InspectionSampling,
} from './inspection.entity.js';
import {
  inspectionReviewed,
  inspectionStarted,
  inspectionSubmitted,
  photoTaken,
  readingRecorded,
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
const NOT_REVIEWED = { reviewedBy: null, reviewerNumber: null, reviewedAt: null, decision: null, reviewReason: null };

export const inspectionProjection: Projection = {
  tables: [Inspection, InspectionPlan, InspectionReading, InspectionPhoto, InspectionSampling],
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
      const { item, value, instrument = null, inspector } = event.contents.public;
      await tx.insert(InspectionReading, {
        entry: event.index,
        inspectionId: subjectOf(event, 'inspection'),
        ...{ item, instrument },
        value: jsonText(value),
        inspectorNumber: inspector,
        accountId: event.contents.party.accountId,
        at: event.at,
      });
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
      const explained = results.map((result) => ({ ...result, reason: reasons[result.item] }));
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
          results: jsonText(explained),
          leftOut: jsonText(leftOut),
        },
      );
    }),
    on(inspectionReviewed, async (tx, event) => {
      const { decision, reviewer } = event.contents.public;
      const { accountId, reason = null } = event.contents.party;
      const reviewed = { reviewedBy: accountId, reviewerNumber: reviewer, reviewedAt: event.at };
      const state = decision === 'sign' ? 'signed' : 'inspecting';
      const id = subjectOf(event, 'inspection');
      await tx.update(Inspection, { id }, { state, ...reviewed, decision, reviewReason: reason });
    }),
  ],
};

/** Keys in one order: those of a command stand as they came, those of a replay as the log keeps them. */
function jsonText(value: object): string {
  const plain: Json = JSON.parse(JSON.stringify(value));
  return canonicalJson(plain);
}
