import type { Quantity } from '../../kernel/quantity.js';
import { eventKind } from '../../ledger/index.js';

/** A unit is in its sealed pack, weighed with it. `packer` is a person's number. */
export const packed = eventKind<{ public: { sealNo: string; mass: Quantity; packer: string } }>('packaging.packed');
