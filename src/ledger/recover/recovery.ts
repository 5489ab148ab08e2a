import type { Reader } from '../../platform/database/sql.js';
import type { SignedTree } from '../guard.js';
import type { Projections } from '../projection.js';
import type { LogSource } from '../verify/log-source.js';

/** Where missing entries come from. Nothing that it gives is believed before it is checked. */
export interface RecoverySource {
  readonly log: LogSource;
  /** A database that has the contents of entries, as far as it goes. Exported logs and servers do not give them. */
  readonly contents: Reader | undefined;
}

export interface RecoveryOptions {
  readonly projections: Projections;
  /** Keys of the log from elsewhere than the source: those at hand, and those that the older database names. */
  readonly vkeys: readonly string[];
  /** What was signed and released last; undefined when the guard is missing too. */
  readonly guarded: SignedTree | undefined;
  /** Entries whose contents are lost may stand in the log alone. */
  readonly acceptsLoss: boolean;
}

export interface Recovered {
  readonly origin: string;
  /** The size that the database had before. */
  readonly from: number;
  readonly to: number;
  /** Root hash, hex. */
  readonly root: string;
  readonly lost: readonly LostEntry[];
  /** How many of the refilled entries erased people: they have been erased here too. */
  readonly erasures: number;
}

/** An entry that stands in the log, and whose contents nobody has any more. */
export interface LostEntry {
  readonly index: number;
  readonly kind: string;
}

/** Why nothing was recovered, in both languages. */
export class RecoveryFault extends Error {
  override readonly name = 'RecoveryFault';

  constructor(
    readonly zh: string,
    readonly en: string,
  ) {
    super(`${zh}\n${en}`);
  }
}
