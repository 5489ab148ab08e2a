import type { LedgerEvent } from '../../ledger/index.js';
import type { Reader } from '../../platform/database/sql.js';
import { type Certificate, changeState, liveCertificateOf } from '../certificates/index.js';
import { type LabelCopy, labelsOf, spoilCopy } from '../labelling/index.js';

/** What is issued about a unit and still counts. */
export interface Papers {
  /** Valid or suspended. */
  readonly certificate: Certificate | undefined;
  /** In the order of their numbers, spoiled ones too. */
  readonly copies: readonly LabelCopy[];
}

/** What becomes of the papers: the certificate's new state with a reason for everybody, and why labels are void. */
export interface PapersEnd {
  readonly state: 'suspended' | 'revoked';
  readonly reason: { readonly zh: string; readonly en?: string };
  readonly accountId: string;
}

export async function papersOf(reader: Reader, unitId: string): Promise<Papers> {
  return { certificate: await liveCertificateOf(reader, unitId), copies: await labelsOf(reader, unitId) };
}

/** The certificate stops counting, until another takes its place or for good; labels are void either way. */
export function endPapers({ certificate, copies }: Papers, { state, reason, accountId }: PapersEnd): LedgerEvent[] {
  const spoiled = copies.filter((copy) => copy.state !== 'spoiled').flatMap((copy) => spoilCopy(copy, reason.zh));
  const isChanged = certificate && !(state === 'suspended' && certificate.state === 'suspended');
  return [...(isChanged ? changeState(certificate, state, { reason, accountId }) : []), ...spoiled];
}
