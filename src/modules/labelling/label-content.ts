import type { Day } from '../../kernel/instant.js';

/** What one print of labels says; every copy has a code of its own. */
export interface LabelContent {
  readonly copies: readonly LabelCopy[];
  readonly unitName: string;
  /** As printed: `1 件 · 32.46 g`. */
  readonly quantityText: string;
  /** As printed: `YZ-7K3QX-9M2D0`. */
  readonly certificateNumber: string;
  readonly warehouseName: string;
  readonly printedOn: Day;
  readonly isSample: boolean;
}

/** One numbered copy, `number` of `of`. */
export interface LabelCopy {
  readonly number: number;
  readonly of: number;
  /** The item code: 26 characters of Crockford base 32. */
  readonly code: string;
  readonly url: string;
}
