import type { Actor } from '../../kernel/actor.js';
import type { LabelView } from './labelling.dto.js';
import type { LabelCopy } from './labelling.entity.js';

/** A copy as the viewer may see it: whoever knows an item code can make a label that scans as genuine. */
export function labelView(viewer: Actor, copy: LabelCopy): LabelView {
  const { id, number, of, state, printedAt, appliedAt, spoiledAt, spoilReason, warehouseId } = copy;
  const code = viewer.partyId === warehouseId ? copy.code : null;
  return { id, number, of, code, state, printedAt, appliedAt, spoiledAt, spoilReason };
}
