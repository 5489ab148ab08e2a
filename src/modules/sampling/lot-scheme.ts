import type { Aql, Severity } from '../catalog/index.js';
import type { Letter } from './sampling-table.js';

/** How an item of one lot is sampled, fixed before anybody looks: public, and kept with the inspection. */
export type LotScheme = SampleScheme | NoScheme;

export interface SampleScheme {
  readonly kind: 'sample';
  /** Code of the item of the plan. */
  readonly item: string;
  readonly standard: string;
  readonly level: 'II';
  /** `full` when everything is looked at by decision of an administrator, outside the tables. */
  readonly severity: 'normal' | 'full';
  readonly lotSize: number;
  /** Of the lot, before arrows; null where the tables were not asked. */
  readonly letter: Letter | null;
  /** How many are looked at: the most that any grade needs. */
  readonly n: number;
  readonly grades: readonly GradeScheme[];
}

/** Accepted up to `Ac`, not accepted from `Re` on. */
export interface GradeScheme {
  readonly grade: Severity;
  readonly aql: Aql;
  /** After the arrows, with its own sample size; null where the tables were not asked. */
  readonly letter: Letter | null;
  readonly n: number;
  readonly Ac: number;
  readonly Re: number;
}

/** Why there is no scheme: nobody counted the lot, or the stream left normal inspection, for which there is a table. */
export interface NoScheme {
  readonly kind: 'none';
  readonly item: string;
  readonly why: 'lot-size' | 'tightened' | 'discontinued';
}
