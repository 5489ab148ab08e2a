import { eventKind, subjectType } from '../../ledger/index.js';

export const label = subjectType('label');

export type LabelState = 'printed' | 'applied' | 'spoiled';

/** At most this many copies at once: every copy is a subject of the entry. */
export const MAX_COPIES = 60;

export interface PrintedCopy {
  readonly id: string;
  /** Counts on over reprints, so that no two copies of a unit have one number. */
  readonly number: number;
  /** The item code. */
  readonly code: string;
}

export const copiesPrinted = eventKind<{
  public: { count: number };
  party: { warehouseId: string; certificateId: string; copies: readonly PrintedCopy[] };
}>('labelling.copies-printed');

export const copySpoiled = eventKind<{ public: { number: number }; party: { reason: string } }>(
  'labelling.copy-spoiled',
);

/** All copies that were printed and are not spoiled are on the goods now. */
export const labelsApplied = eventKind<{ public: { count: number; packer: string } }>('labelling.applied');
