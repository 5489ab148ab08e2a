import { on, type Projection, subjectOf } from '../../ledger/index.js';
import { LabelCopy } from './labelling.entity.js';
import { copiesPrinted, copySpoiled, labelsApplied } from './labelling.events.js';

export const labellingProjection: Projection = {
  tables: [LabelCopy],
  rules: [
    on(copiesPrinted, async (tx, event) => {
      const { warehouseId, certificateId, copies } = event.contents.party;
      const unitId = subjectOf(event, 'unit');
      const of = Math.max(...copies.map(({ number }) => number));
      const fresh = { state: 'printed', printedAt: event.at, appliedAt: null, spoiledAt: null, spoilReason: null };
      for (const copy of copies) {
        await tx.insert(LabelCopy, { ...copy, unitId, warehouseId, certificateId, of, ...fresh });
      }
    }),
    on(copySpoiled, async (tx, event) => {
      const { reason } = event.contents.party;
      const spoiled = { state: 'spoiled', spoiledAt: event.at, spoilReason: reason };
      await tx.update(LabelCopy, { id: subjectOf(event, 'label') }, spoiled);
    }),
    on(labelsApplied, async (tx, event) => {
      const printed = { unitId: subjectOf(event, 'unit'), state: 'printed' };
      await tx.update(LabelCopy, printed, { state: 'applied', appliedAt: event.at });
    }),
  ],
};
