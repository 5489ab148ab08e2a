import { EntryView } from '../../ledger/index.js';
import { IsText, MayBeLeftOut } from '../../platform/http/fields.js';

export class EntryQuery {
  /** A show or item code: whoever has it may see what the entries of its unit say to the public. */
  @MayBeLeftOut()
  @IsText(64)
  code?: string;
}

/** An entry of a unit, proven. */
export class UnitEntryView extends EntryView {
  /** The unit's entry before this one; null for its first. */
  prev: number | null;
  /** RFC 6962 §2.1.1 against the answer's checkpoint, base64, from the leaf up. */
  proof: string[];
}

/** Every published entry of a unit, oldest first. That none is left out between them shows by `prev`. */
export class UnitHistoryView {
  unitId: string;
  /** Size of the tree that every proof is against. */
  size: number;
  /** The published checkpoint, a signed note. */
  checkpoint: string;
  entries: UnitEntryView[];
  /** Entries of the unit that are signed but not published yet. */
  pending: number;
}
