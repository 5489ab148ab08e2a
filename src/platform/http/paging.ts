import { Type } from 'class-transformer';
import { IsInt, Max, Min } from 'class-validator';
import { IsText, MayBeLeftOut } from './fields.js';

/** `?after=<cursor>&limit=50`: a page of a list. */
export class PageQuery {
  /** The `next` of the page before. */
  @MayBeLeftOut()
  @IsText(200)
  after?: string;

  @MayBeLeftOut()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(200)
  limit?: number;
}

export interface Paged<T> {
  readonly items: readonly T[];
  /** Cursor of the next page; null at the end. */
  readonly next: string | null;
}

export const DEFAULT_LIMIT = 50;

/** Cuts a list that was read one longer than asked, and names the cursor of what follows. */
export function paged<T>(rows: readonly T[], limit: number, cursorOf: (row: T) => string): Paged<T> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, next: rows.length > limit && last ? cursorOf(last) : null };
}
