import type { Actor } from '../../kernel/actor.js';
import type { LedgerEvent } from '../../ledger/index.js';
import { type Certificate, changeState } from '../certificates/index.js';
import { type LabelCopy, spoilCopy } from '../labelling/index.js';
import type { TakenLot } from './repacking-order.js';
import { isUsedUp } from './repacking.rules.js';

const VOIDED = '分装后作废 / void after repacking';

const USED_UP = {
  zh: '该批次已全部分装，请以新批次的证书为准',
  en: 'All of this lot was repacked; the new lots have certificates of their own',
};
const IN_PART = {
  zh: '该批次已部分分装，数量已变，须换发证书',
  en: 'Part of this lot was repacked, so its quantity is another; a new certificate is needed',
};

/** What is issued about a lot that is opened. */
export interface Papers {
  /** Valid or suspended. */
  readonly certificate: Certificate | undefined;
  readonly copies: readonly LabelCopy[];
}

/**
 * Of a lot that is used up the certificate ends for good; of one that is smaller now it is suspended until another one
 * takes its place. Its labels are void either way.
 */
export function endPapers(actor: Actor, source: TakenLot, { certificate, copies }: Papers): LedgerEvent[] {
  const spoiled = copies.filter(({ state }) => state !== 'spoiled').flatMap((copy) => spoilCopy(copy, VOIDED));
  return [...certificateEvents(actor, source, certificate), ...spoiled];
}

function certificateEvents(
  { accountId }: Actor,
  source: TakenLot,
  certificate: Certificate | undefined,
): LedgerEvent[] {
  if (!certificate) return [];
  if (isUsedUp(source)) return changeState(certificate, 'revoked', { reason: USED_UP, accountId });
  return certificate.state === 'valid' ? changeState(certificate, 'suspended', { reason: IN_PART, accountId }) : [];
}
