import type { Day } from '../../kernel/instant.js';
import type { Text } from '../../kernel/language.js';
import type { UnitCode } from '../../kernel/units.js';
import type { ConsistencyCheck } from './category-consistency.js';
import type { Judge } from './category-judge.js';
import type {
  AttributeType,
  Condition,
  Confidence,
  EditionBy,
  LabelField,
  Severity,
  Stage,
  ValueType,
  WeighingFormula,
} from './category-words.js';

/** A file of `templates/categories`, once `category-files.rules` has found no problem in it. */
export interface Category {
  readonly schema: 'yanzhen-category/1';
  readonly id: string;
  /** The day of the version, such as `2026-11-22`; a second one of a day is `2026-11-22.1`. */
  readonly version: string;
  readonly name: Text;
  readonly industry: string;
  readonly region: Text | null;
  readonly unitKinds: readonly ('piece' | 'lot')[];
  readonly modeNote: Text | null;
  /** Left out: the warehouse tests. */
  readonly flow?: 'merchant-films';
  readonly standards: readonly CategoryStandard[];
  readonly attributes: readonly CategoryAttribute[];
  readonly items: readonly CategoryItem[];
  readonly labelFields: readonly LabelField[];
  readonly certificateFields: readonly CertificateField[];
  readonly consistencyRules: readonly ConsistencyRule[];
  readonly forbiddenClaims: readonly ForbiddenClaim[];
  readonly notCovered: readonly NotCovered[];
  readonly retentionNote: Text | null;
  readonly returnRule: ReturnRule | null;
}

export interface CategoryStandard {
  readonly no: string;
  readonly name: Text | null;
  readonly inForce: Day | null;
  readonly until: Day | null;
  readonly confidence: Confidence;
  readonly note: Text | null;
}

export interface CategoryAttribute {
  readonly code: string;
  readonly name: Text;
  readonly type: AttributeType;
  readonly required: boolean;
  /** Asked for only when this holds; null is always. */
  readonly when: Condition | null;
  /** For enums. What is stored is the Chinese text. */
  readonly values: readonly Text[] | null;
  readonly unit: UnitCode | null;
  readonly source: string | null;
  readonly note: Text | null;
}

export interface CategoryItem {
  readonly code: string;
  readonly name: Text;
  readonly unit: UnitCode | null;
  readonly valueType: ValueType;
  /** For enums. What is read and judged is the Chinese text. */
  readonly values: readonly Text[] | null;
  /** Formulas by which the figure may follow from weighings; files from before there were any have none. */
  readonly weighings?: readonly WeighingFormula[];
  readonly stage: Stage;
  /** No certificate without it, unless `when` says that it does not apply (docs/decisions/0003). */
  readonly mandatory: boolean;
  readonly when: Condition | null;
  readonly judge: Judge;
  readonly limitText: Text;
  readonly method: Text | null;
  readonly standard: Text | null;
  /** The standard with its edition, such as `GB 2762-2025`; null when no source names one. */
  readonly edition: string | null;
  readonly inForce: Day | null;
  readonly until: Day | null;
  readonly editionBy: EditionBy;
  readonly severity: Severity;
  readonly source: string;
  readonly confidence: Confidence;
  readonly basis: 'sourced' | 'design' | 'open';
  readonly note: Text | null;
}

export interface CertificateField {
  readonly code: string;
  readonly name: Text;
  readonly public: boolean;
  readonly required: boolean;
  readonly source: string | null;
  readonly note: Text | null;
}

export interface ConsistencyRule {
  readonly id: string;
  readonly text: Text;
  /** Asked only when this holds; null is always. Files from before there were checks have neither this nor `check`. */
  readonly when?: Condition | null;
  /** Left out, only a person can tell. */
  readonly check?: ConsistencyCheck;
  readonly source: string | null;
  readonly note: Text | null;
}

export interface ForbiddenClaim {
  readonly rule: Text;
  /** Words that give the claim away; empty when no word does. */
  readonly words: readonly string[];
  /** Forbidden only when this holds; null is always. */
  readonly when?: Condition | null;
  readonly source: string;
  readonly confidence: Confidence;
}

/** What a certificate of this category does not say, printed on every one. */
export interface NotCovered {
  readonly text: Text;
  readonly source: string;
  readonly confidence: Confidence;
}

export interface ReturnRule {
  readonly sevenDayReturn: boolean;
  readonly source: string;
  readonly confidence: Confidence;
}
