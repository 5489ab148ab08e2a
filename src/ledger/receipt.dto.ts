import type { Instant } from '../kernel/instant.js';

/** One entry that a command made. */
export class ReceiptEntry {
  index: number;
  kind: string;
  at: Instant;
  /** What the entry is about; a new thing's id is found here. */
  subjects: ReceiptSubject[];
  /** RFC 6962 leaf hash, base64. */
  leafHash: string;
}

export class ReceiptSubject {
  type: string;
  id: string;
}

/** The answer to every command: signed and durable, not yet witnessed by others. */
export class Receipt {
  entries: ReceiptEntry[];
  /** Signed note over the tree that holds the entries; empty when the command changed nothing. */
  checkpoint: string;
}
