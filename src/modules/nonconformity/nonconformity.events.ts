import { eventKind, subjectType } from '../../ledger/index.js';
import type { Attributes } from '../units/index.js';

export const nonconformity = subjectType('nonconformity');

/** Critical, major, minor: what the category files call their items. */
export const SEVERITIES = ['CR', 'MA', 'MI'] as const;
export type Severity = (typeof SEVERITIES)[number];

export const DISPOSITIONS = ['rework', 'regrade', 'return', 'destroy'] as const;
export type Disposition = (typeof DISPOSITIONS)[number];

/** `closed` is final: what is found later is another record. */
export const NONCONFORMITY_STATES = ['open', 'disposed', 'closed'] as const;
export type NonconformityState = (typeof NONCONFORMITY_STATES)[number];

/** What the goods are from now on, by a regrade. */
export interface Regrade {
  readonly name?: string;
  /** Over what the unit has. */
  readonly attributes: Attributes;
}

/** Subjects: the record, its units (at most 20), their holds. */
export const nonconformityOpened = eventKind<{
  public: { severity: Severity };
  party: {
    warehouseId: string;
    merchantId: string;
    found: string;
    inspectionId?: string;
    items: readonly string[];
    units: readonly { readonly unitId: string; readonly holdId: string }[];
    number: string;
    accountId: string;
  };
}>('nonconformity.opened');

export const evidenceAdded = eventKind<{ party: { sha256: string; accountId: string } }>(
  'nonconformity.evidence-added',
);

/** Decided by another person than who opened it. Subjects: the record, its units. */
export const nonconformityDisposed = eventKind<{
  public: { disposition: Disposition };
  party: { instruction: string; regrade?: Regrade; number: string; accountId: string };
}>('nonconformity.disposed');

/** Somebody was there when the goods were destroyed. */
export const destructionWitnessed = eventKind<{ party: { number: string; accountId: string } }>(
  'nonconformity.destruction-witnessed',
);

/** It was carried out. Subjects: the record, its units. */
export const nonconformityClosed = eventKind<{
  public: { disposition: Disposition };
  party: { note: string; number: string; accountId: string };
}>('nonconformity.closed');
