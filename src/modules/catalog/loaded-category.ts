import type { Category } from './category.js';

/** A category as a file had it. */
export interface LoadedCategory {
  readonly category: Category;
  /** SHA-256 of its canonical JSON, hex. */
  readonly hash: string;
  readonly version: string;
}
