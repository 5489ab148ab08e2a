import { eventKind, subjectType } from '../../ledger/index.js';
import type { Standing } from './switching.rules.js';

/** The lots of one merchant in one category of one warehouse, one after another. */
export const stream = subjectType('sampling-stream');

interface OfStream {
  readonly warehouseId: string;
  readonly merchantId: string;
  readonly categoryId: string;
  readonly before: Standing;
  readonly after: Standing;
}

/** A lot that came for the first time was accepted or not by its sample, and its stream stands so since. */
export const lotJudged = eventKind<{ public: { isAccepted: boolean }; party: OfStream }>('sampling.lot-judged');

/** The supplier has acted and an administrator says so: tightened inspection begins again. */
export const streamResumed = eventKind<{ party: OfStream & { reason: string; accountId: string } }>(
  'sampling.stream-resumed',
);
