import type { Condition, Limit } from './category-words.js';

/**
 * What a machine can check of a consistency rule. The set is closed; what each means is in `consistency.rules`.
 * Texts are named by `name`, by what was declared (`skuName`), by an attribute, or by an item (what was written there).
 */
export type ConsistencyCheck =
  | NamesValue
  | MustAppear
  | MustNotAppear
  | Requires
  | ClaimNeedsDocument
  | MassWithin
  | MassInTexts
  | DateOrder
  | HoursBetween
  | { readonly op: 'massBalance' }
  | { readonly op: 'person' };

export type ConsistencyOp = ConsistencyCheck['op'];

/** The texts name the attribute's own value and no other of its values. */
export interface NamesValue {
  readonly op: 'namesValue';
  /** An attribute with choices. */
  readonly field: string;
  readonly in: readonly string[];
  /** By value: the words that name it, where they are not the value itself; none means that no word does. */
  readonly words: Readonly<Record<string, readonly string[]>>;
  /** Words of one value that may stand for others too: 水晶 for 紫晶. */
  readonly broader: Readonly<Record<string, readonly string[]>>;
  /** A value after one of these is not the main one (配黄晶). */
  readonly beside: readonly string[];
  /** Some text has to name it. */
  readonly isNeeded: boolean;
}

/** Words in texts; a phrase among `ignoring` (未见覆膜) does not count as its words. */
export interface Mention {
  readonly words: readonly string[];
  readonly in: readonly string[];
  readonly ignoring: readonly string[];
}

/** Each of the texts that exist has at least one of the words; asked only when `mention` is found, null is always. */
export interface MustAppear {
  readonly op: 'mustAppear';
  readonly words: readonly string[];
  readonly in: readonly string[];
  readonly mention: Mention | null;
}

/** No text has any of the words. */
export interface MustNotAppear {
  readonly op: 'mustNotAppear';
  readonly words: readonly string[];
  /** Null is every text that the merchant gives. */
  readonly in: readonly string[] | null;
  readonly ignoring: readonly string[];
}

/** The attributes are as `needs` says; asked only when `mention` is found, null is always. */
export interface Requires {
  readonly op: 'requires';
  readonly needs: Condition;
  readonly mention: Mention | null;
}

/** A claim needs a document whose name has one of the words; asked only when `mention` is found, null is always. */
export interface ClaimNeedsDocument {
  readonly op: 'claimNeedsDocument';
  readonly mention: Mention | null;
  readonly documents: readonly string[];
}

/** What an item measured, against what an attribute declares. */
export interface MassWithin {
  readonly op: 'massWithin';
  readonly item: string;
  readonly field: string;
  /** In the attribute's unit; null where no source gives one: then the plan's own limit counts, or a person looks. */
  readonly tolerance: Limit;
}

/** A mass that a text states (`21 g`, `500克`), against what an attribute declares. */
export interface MassInTexts {
  readonly op: 'massInTexts';
  readonly field: string;
  readonly in: readonly string[];
  readonly tolerance: Limit;
}

/** Days in their order: attributes, or `productionDay` and `receivedDay`. Those in `needs` must be known. */
export interface DateOrder {
  readonly op: 'dateOrder';
  readonly days: readonly string[];
  readonly needs: readonly string[];
}

/** From one day to another at most so many hours. */
export interface HoursBetween {
  readonly op: 'hoursBetween';
  readonly from: string;
  readonly to: string;
  readonly max: Limit;
}
