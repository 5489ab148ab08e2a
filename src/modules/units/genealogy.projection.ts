import { canonicalJson } from '../../kernel/canonical-json.js';
import { formatQuantity, type Quantity } from '../../kernel/quantity.js';
import { on, type ProjectionRule, subjectOf } from '../../ledger/index.js';
import type { WriteTx } from '../../platform/database/sql.js';
import { Repacking, RepackingLot } from './genealogy.entity.js';
import { lotsRepacked } from './genealogy.events.js';
import { Unit } from './units.entity.js';
import { declaredOf } from './units.view.js';

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
    await declareLeft(tx, unitId, { value: left, unit: loss.unit });
  }
  for (const [at, { unitId, value }] of children.entries()) {
    await tx.insert(RepackingLot, { repackingId, unitId, role: 'child', value, place: at + 1 });
  }
});

/** What was declared of the whole lot is not declared of what is left of it; a later inspection compares with this. */
async function declareLeft(tx: WriteTx, unitId: string, left: Quantity): Promise<void> {
  const unit = await tx.findOne(Unit, { id: unitId });
  const declared = unit ? declaredOf(unit) : {};
  if (declared['quantity'] === undefined) return;
  const changed = { ...declared, quantity: formatQuantity(left) };
  await tx.update(Unit, { id: unitId }, { declared: canonicalJson(changed) });
}
