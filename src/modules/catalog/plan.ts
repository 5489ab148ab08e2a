import type { Text } from '../../kernel/language.js';
import type { CategoryItem } from './category.js';
import type { OwnSampling, SamplingRule } from './plan-sampling.js';

/**
 * What to say when a reading's uncertainty reaches across the limit: fail it, let the value alone decide
 * (simple acceptance, ILAC-G8), or leave it undecided, which is the default.
 */
export type UncertaintyRule = 'reject' | 'accept' | 'undecided';

/** What a warehouse chooses of a category: a file of `templates/plans`, or the body of a command. */
export interface PlanChoice {
  readonly category: string;
  readonly categoryVersion: string;
  /** Codes of items beyond the mandatory ones. */
  readonly adds: readonly string[];
  readonly limits: readonly OwnLimit[];
  readonly uncertaintyRule?: UncertaintyRule;
  /** How lots are sampled, for items that count defects. */
  readonly sampling?: readonly OwnSampling[];
}

/** Figures that a warehouse sets for one item, by its own rule and a named person. */
export interface OwnLimit {
  readonly item: string;
  /** Decimal strings in the item's unit, by path: `value`, `tolerance`, `map.银925`, `allowed.MA`. */
  readonly set: Readonly<Record<string, string>>;
  /** The warehouse's rule, such as `仓内规程 示例`; it stands in the item's source, with the number. */
  readonly source: string;
  /** The number of the person who answers for it. */
  readonly by: string;
}

/** A plan as an inspection keeps it: everything that is needed to judge, though the category changes later. */
export interface Plan {
  readonly category: string;
  readonly categoryVersion: string;
  readonly uncertaintyRule: UncertaintyRule;
  readonly items: readonly PlanItem[];
}

/** One item of a plan: the category's, with its limits filled in and in words. */
export interface PlanItem extends Omit<CategoryItem, 'basis' | 'note'> {
  readonly limitBy: 'category' | 'warehouse';
  /** Of lots only: a piece is its own sample. */
  readonly sampling?: SamplingRule;
}

/** An item of a category that a unit was not tested for, and why. */
export interface NotTestedItem {
  readonly code: string;
  readonly name: Text;
  readonly why: 'outside-plan' | 'not-applicable';
}
