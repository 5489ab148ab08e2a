import { on, type Projection, subjectOf } from '../../ledger/index.js';
import { inspectionSubmitted } from '../inspection/index.js';
import { unitRegistered } from '../units/index.js';
import { StatisticFinding, StatisticSupplier } from './statistics.entity.js';
import { supplierOf } from './statistics.rules.js';

/** Only what cannot be counted in the other modules' own tables: it lies inside JSON there. */
export const statisticsProjection: Projection = {
  tables: [StatisticFinding, StatisticSupplier],
  rules: [
    on(unitRegistered, async (tx, event) => {
      const supplier = supplierOf(event.contents.public.attributes);
      if (supplier !== undefined) await tx.insert(StatisticSupplier, { unitId: subjectOf(event, 'unit'), supplier });
    }),
    on(inspectionSubmitted, async (tx, event) => {
      const inspectionId = subjectOf(event, 'inspection');
      await tx.delete(StatisticFinding, { inspectionId });
      for (const { item, verdict } of event.contents.public.results) {
        if (verdict !== 'pass') await tx.insert(StatisticFinding, { inspectionId, item, verdict });
      }
    }),
  ],
};
