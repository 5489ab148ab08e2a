import type { Text } from '../../kernel/language.js';
import type { UnitCode } from '../../kernel/units.js';
import type { LabelField, Limit, Severity } from './category-words.js';

/** How a reading is judged: 21 operations, each with its limits. What they mean is in `inspection/judge*.rules`. */
export type Judge =
  | { readonly op: 'max'; readonly value: Limit }
  | { readonly op: 'min'; readonly value: Limit }
  | { readonly op: 'range'; readonly min: Limit; readonly max: Limit }
  | { readonly op: 'nominal'; readonly value: Limit; readonly tolerance: Limit }
  | { readonly op: 'absent' }
  | { readonly op: 'notUsed' }
  | { readonly op: 'isTrue' }
  | { readonly op: 'manual' }
  | { readonly op: 'in'; readonly values: readonly string[] }
  | { readonly op: 'equalsNormalized'; readonly field: string }
  | { readonly op: 'mapEquals'; readonly field: string; readonly map: Readonly<Record<string, string>> }
  | MatchesDeclared
  | { readonly op: 'maxIf'; readonly field: string; readonly map: Readonly<Record<string, Limit>> }
  | { readonly op: 'minIf'; readonly field: string; readonly map: Readonly<Record<string, Limit>> }
  | { readonly op: 'maxEach'; readonly map: Readonly<Record<string, Limit>> }
  | DisclosedIf
  | TolerableShortage
  | { readonly op: 'samplingPlan'; readonly plans: readonly MicrobePlan[] }
  | { readonly op: 'allPresent'; readonly values: readonly Text[] }
  | LabelComplete
  | { readonly op: 'defectList'; readonly allowed: Readonly<Record<Severity, Limit>> };

export type JudgeOp = Judge['op'];

export interface MatchesDeclared {
  readonly op: 'matchesDeclared';
  readonly field: string;
  readonly compare: 'text' | 'number' | 'list';
  /** For numbers, in the item's unit (or, where the item has none, the unit of what was declared). */
  readonly tolerance: Limit;
}

/** What is found equal to `equals` must be declared too; a finding among `unknown` decides nothing. */
export interface DisclosedIf {
  readonly op: 'disclosedIf';
  readonly field: string;
  readonly equals: string;
  readonly unknown: readonly string[];
}

/** Tolerable shortage of net content, in grams; the rows are those of reference/net-content.json. */
export interface TolerableShortage {
  readonly op: 'tolerableShortage';
  readonly field: string;
  readonly shortage: readonly ShortageRow[];
  /** Decimal places of T by declared content; the last row has no upper end. */
  readonly rounding: readonly { readonly upTo: string | null; readonly places: number }[];
}

/** For a declared content above `over` and up to `upTo`: a percentage of it, or grams. */
export interface ShortageRow {
  readonly over: string;
  readonly upTo: string;
  readonly percent: string | null;
  readonly absolute: string | null;
}

/** GB 4789.1 words: n samples, at most c of them above m, none above M. */
export interface MicrobePlan {
  readonly organism: Text;
  readonly n: Limit;
  readonly c: Limit;
  readonly m: Limit;
  readonly M: Limit;
  readonly unit: UnitCode | null;
  readonly per: Text | null;
}

export interface LabelComplete {
  readonly op: 'labelComplete';
  /** Filled in when a plan is made: the label fields of the category as they were. */
  readonly fields?: readonly LabelField[];
}

/** Fields that a consignment declares beside the attributes of a category. */
export const DECLARED_FIELDS: readonly string[] = ['quantity', 'skuName', 'documents'];
