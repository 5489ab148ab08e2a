import type { Day } from '../../kernel/instant.js';
import type { Text } from '../../kernel/language.js';

/** A limit: a decimal string in the item's unit, or null where no source gives a figure (then nothing can pass). */
export type Limit = string | null;

/** How sure we are of a figure or a rule: official text or two sources that agree, or one secondary source. */
export type Confidence = 'certain' | 'uncertain';

/** Critical, major, minor. */
export type Severity = 'CR' | 'MA' | 'MI';

export type Stage = 'receipt' | 'initial' | 'recheck' | 'lab' | 'packaging' | 'reference';

export type ValueType =
  'number' | 'integer' | 'text' | 'boolean' | 'enum' | 'map' | 'list' | 'defects' | 'plan' | 'file' | 'files';

export type AttributeType = 'enum' | 'multiEnum' | 'number' | 'integer' | 'text' | 'boolean' | 'date' | 'file' | 'lots';

/** Figures that follow from what was weighed; the formulas are in `inspection/weighings.rules`. */
export type WeighingFormula = 'glaze' | 'net' | 'drained';

/** A condition over the attributes of a unit; see `category-condition.rules`. */
export type Condition =
  | { readonly attribute: string; readonly in: readonly string[] }
  | { readonly attribute: string; readonly is: boolean }
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition };

/** Which of its days decides whether an edition applies to a unit; null is not checked. */
export type EditionBy = 'production-date' | 'inspection-date' | null;

export interface LabelField {
  readonly code: string;
  readonly name: Text;
  readonly required: boolean;
  readonly when: Condition | null;
  /** Required only of goods produced from this day on; null is always. */
  readonly from: Day | null;
  readonly source: string;
  readonly confidence: Confidence;
  readonly note: Text | null;
}
