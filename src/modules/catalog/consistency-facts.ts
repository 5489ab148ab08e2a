import type { Day } from '../../kernel/instant.js';
import type { Text } from '../../kernel/language.js';
import type { Quantity } from '../../kernel/quantity.js';
import type { Attributes } from './category-condition.rules.js';
import type { Limit } from './category-words.js';

/** What is known of goods when their texts are checked: before they arrive little, at the certificate everything. */
export interface GoodsFacts {
  /** As declared, and over that as found. */
  readonly attributes: Attributes;
  /** By field: `name`, what was declared beside it, text attributes. */
  readonly texts: Readonly<Record<string, string>>;
  readonly documents: readonly string[];
  /** By item code. */
  readonly measured: Readonly<Record<string, Measured>>;
  /** By item code: what inspectors wrote. */
  readonly written: Readonly<Record<string, string>>;
  /** `productionDay`, `receivedDay`; days among the attributes are found there. */
  readonly days: Readonly<Record<string, Day>>;
  /** Made by repacking here, so that its amount was balanced against its sources. */
  readonly isRepackedHere: boolean;
}

/** What an item measured, and how it was judged. */
export interface Measured {
  readonly amount: Quantity | undefined;
  /** The tolerance of the plan, in the item's unit. */
  readonly tolerance: Limit;
  readonly verdict: 'pass' | 'fail' | 'undecided';
}

/**
 * What became of one rule. `fail` has to be put right; `undecided` needs a person who looks and says so;
 * `unasked` does not apply to these goods.
 */
export interface ConsistencyFinding {
  /** Id of the rule. */
  readonly rule: string;
  readonly text: Text;
  readonly outcome: ConsistencyOutcome;
  /** With facts that the merchant declared: for the parties, not for the public. */
  readonly reason: Text;
  /** What to change; empty unless it failed. */
  readonly remedy: Text;
}

export type ConsistencyOutcome = 'pass' | 'fail' | 'undecided' | 'unasked';
