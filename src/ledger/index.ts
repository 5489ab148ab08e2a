export {
  type CommittedEvent,
  type DisclosureGroup,
  type EventContents,
  type EventKind,
  eventKind,
  type LedgerEvent,
  type Subject,
  subjectOf,
  subjectsOf,
  subjectType,
} from './event.js';
export { personalEntries } from './erasure/erase-personal.js';
export { ErasureBody, ErasureReceipt } from './erasure/erasure.dto.js';
export { erasureProjection } from './erasure/erasure.projection.js';
export { Erasures } from './erasure/erasures.js';
export { ERASURE_GROUNDS, type ErasureGround, personalErased } from './erasure/personal-erased.js';
export { Feed, type FeedEntry } from './feed.js';
export { type Decide, Ledger } from './ledger.js';
export { KeyRing } from './key-ring.js';
export { announceKey, makeKeyFile } from './key-rotation.js';
export { keysSigningAt, keyVerifiers, type LogKey, readLogKeys } from './log-keys.js';
export { LedgerModule } from './ledger.module.js';
export { LogClock } from './log-clock.js';
export { LogPolicy } from './log-policy.js';
export { type DisclosedGroup, LogQueries, type ProvenEntry } from './log.queries.js';
export { on, type Projection, type ProjectionRule, Projections } from './projection.js';
export { EntryPath, EntryView } from './public-log.dto.js';
export { provenEntryView, PublicLogQueries } from './public-log.queries.js';
export { newId } from './receipt.js';
export { Receipt } from './receipt.dto.js';
export { SelfAudit } from './self-audit.js';
export { Signer } from './signer.js';
export { compareTables, type TableDifference } from './compare-tables.js';
export { replay, type Replayed } from './replay.js';
