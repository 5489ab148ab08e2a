import { on, type ProjectionRule, subjectOf } from '../../ledger/index.js';
import { Repacking, RepackingLot } from './genealogy.entity.js';
import { lotsRepacked } from './genealogy.events.js';
import { Unit } from './units.entity.js';

/** What is left of each source, and which lot came of which. */
export const genealogyRule: ProjectionRule = on(lotsRepacked, async (tx, event) => {
  const repackingId = subjectOf(event, 'repacking');
  const { sources, children, loss, lossReason = null } = event.contents.party;
  await tx.insert(Repacking, {
    id: repackingId,
    unit: loss.unit,
    lossValue: loss.value,
    lossReason,
    packerNumber: event.contents.public.packer,
    at: event.at,
  });
  for (const [at, { unitId, taken, left }] of sources.entries()) {
    await tx.insert(RepackingLot, { repackingId, unitId, role: 'source', value: taken, place: at + 1 });
    await tx.update(Unit, { id: unitId }, { quantityValue: left, changedAt: event.at });
  }
  for (const [at, { unitId, value }] of children.entries()) {
    await tx.insert(RepackingLot, { repackingId, unitId, role: 'child', value, place: at + 1 });
  }
});
