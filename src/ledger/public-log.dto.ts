import type { Instant } from '../kernel/instant.js';
import { IsWholeNumber, MayBeLeftOut } from '../platform/http/fields.js';
import type { Commitments } from './entry.js';

/** `entries/:index`. */
export class EntryPath {
  @IsWholeNumber()
  index: string;
}

export class InclusionQuery {
  @IsWholeNumber()
  index: string;

  /** Of which tree; the published one when it is left out. */
  @MayBeLeftOut()
  @IsWholeNumber()
  size?: string;
}

export class ConsistencyQuery {
  @IsWholeNumber()
  from: string;

  /** The published size when it is left out. */
  @MayBeLeftOut()
  @IsWholeNumber()
  to?: string;
}

/** The published checkpoint. What stands beside `note` is read from it, and no proof of its own. */
export class CheckpointView {
  origin: string;
  size: number;
  /** Root hash, base64. */
  root: string;
  /** The C2SP signed note, with the lines of the witnesses. */
  note: string;
}

export class InclusionView {
  index: number;
  size: number;
  /** RFC 6962 leaf hash of the entry, base64. */
  leafHash: string;
  /** RFC 6962 §2.1.1, base64, from the leaf up. */
  proof: string[];
  /** Root hash of the tree of `size`, base64; signed in the published checkpoint when that has the same size. */
  root: string;
}

export class ConsistencyView {
  from: number;
  to: number;
  /** RFC 6962 §2.1.2, base64; empty from 0 and from `to`. */
  proof: string[];
  fromRoot: string;
  toRoot: string;
}

export class EntrySubject {
  type: string;
  id: string;
  /** Index of the entry before this one about the same subject. */
  prev: number | null;
}

/** The members of an entry, as its bytes spell them. */
export class EntryFields {
  v: number;
  kind: string;
  at: Instant;
  actor: string;
  subjects: EntrySubject[];
  commitments: Commitments;
  clear?: object;
}

export class DisclosureView {
  group: string;
  /** 32 bytes, hex. */
  salt: string;
  /** RFC 8785 JSON, as text: the commitment is over these very characters. */
  content: string;
}

export class EntryView {
  index: number;
  /** The leaf's bytes, base64. */
  entry: string;
  parsed: EntryFields;
  /** RFC 6962 leaf hash, base64. */
  leafHash: string;
  /** Only what the reader may see: nothing without a code. */
  disclosures: DisclosureView[];
}
