import { Type } from 'class-transformer';
import { IsInt, Max, Min } from 'class-validator';
import { IsText, MayBeLeftOut } from '../../platform/http/fields.js';
import { MAX_COPIES } from './labelling.events.js';

export class PrintBody {
  @IsInt()
  @Min(1)
  @Max(MAX_COPIES)
  copies: number;
}

export class SpoilBody {
  /** Seen by the parties concerned, not by the public. */
  @IsText(300)
  reason: string;
}

const MOST_NUMBER = 1_000_000;

/** Which copies to print, by their numbers; all when left out. */
export class SheetQuery {
  @MayBeLeftOut()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(MOST_NUMBER)
  from?: number;

  @MayBeLeftOut()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(MOST_NUMBER)
  to?: number;
}

export class LabelView {
  id: string;
  number: number;
  of: number;
  /** The item code; null for everybody but the warehouse's own people. */
  code: string | null;
  state: string;
  printedAt: string;
  appliedAt: string | null;
  spoiledAt: string | null;
  spoilReason: string | null;
}

export class LabelCountsView {
  printed: number;
  applied: number;
  spoiled: number;
}

export class LabelPage {
  items: LabelView[];
  next: string | null;
  counts: LabelCountsView;
}
