import { eventKind, subjectType } from '../../ledger/index.js';
import type { CertificateContent } from './certificate-content.js';

export const certificate = subjectType('certificate');

export const CERTIFICATE_STATES = ['valid', 'suspended', 'revoked', 'superseded'] as const;
export type CertificateState = (typeof CERTIFICATE_STATES)[number];

/** Why, in words for everybody; the English is left out when nobody wrote it. */
export interface PublicReason {
  readonly zh: string;
  readonly en?: string;
}

/** The public group is the content itself, so that its commitment is one to the certificate word by word. */
export const certificateIssued = eventKind<{
  public: CertificateContent;
  party: {
    warehouseId: string;
    merchantId: string;
    inspectionId: string;
    accountId: string;
    supersedes?: string;
  };
}>('certificates.issued');

export const certificateStateChanged = eventKind<{
  public: {
    state: CertificateState;
    /** There is none when a newer certificate supersedes this one. */
    reason?: PublicReason;
    supersededBy?: { readonly id: string; readonly number: string };
  };
  /** The failed calibration for which a whole list was suspended. */
  party: { accountId: string; calibrationId?: string };
}>('certificates.state-changed');

/** The file that was made of the content, recorded once: equal content gives equal bytes. */
export const certificateRendered = eventKind<{ public: { sha256: string; bytes: number } }>('certificates.rendered');
