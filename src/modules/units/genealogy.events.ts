import type { Quantity } from '../../kernel/quantity.js';
import { eventKind, subjectType } from '../../ledger/index.js';

export const repacking = subjectType('repacking');

/**
 * Lots were opened and packed anew. Subjects: the repacking, its sources, its children; at most 64 together.
 * Amounts are for the parties: the public knows lot numbers and how many lots.
 */
export const lotsRepacked = eventKind<{
  public: {
    /** Of the sources, each once. */
    lotNos: readonly string[];
    sources: number;
    children: number;
    /** Number, never a name. */
    packer: string;
  };
  party: {
    sources: readonly { readonly unitId: string; readonly taken: string; readonly left: string }[];
    children: readonly { readonly unitId: string; readonly value: string }[];
    /** Every amount has its unit. */
    loss: Quantity;
    lossReason?: string;
    accountId: string;
  };
}>('units.lots-repacked');
