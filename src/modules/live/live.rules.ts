import type { LedgerEvent } from '../../ledger/index.js';
import { type Certificate, certificate as certificateSubject } from '../certificates/index.js';
import type { LiveSession } from './live.entity.js';
import * as events from './live.events.js';
import { type CodeStyle, type Layout, liveSession } from './live.events.js';
import { refuse } from './live.refusals.js';

export interface NewSession {
  readonly id: string;
  readonly partyId: string;
  readonly accountId: string;
  readonly title: string;
  readonly layout: Layout;
  readonly codeStyle: CodeStyle;
}

export function openSession({ id, ...opened }: NewSession): LedgerEvent[] {
  return [events.sessionOpened([liveSession(id)], { party: opened })];
}

/** What a host wants to show, and who wants it. */
export interface PickOrder {
  readonly certificate: Certificate;
  readonly isUnitOnHold: boolean;
  readonly accountId: string;
}

/** Puts a certificate on the screen: only one that counts now. What is on it already changes nothing. */
export function pickCertificate(session: LiveSession, order: PickOrder): LedgerEvent[] {
  requireOpen(session);
  const { id, number, state } = order.certificate;
  if (state !== 'valid') throw refuse.certificateNotValid({ number, state });
  if (order.isUnitOnHold) throw refuse.unitOnHold({ number });
  if (session.certificateId === id) return [];
  const subjects = [liveSession(session.id), certificateSubject(id)];
  const { accountId } = order;
  return [events.certificatePicked(subjects, { public: { certificateNumber: number }, party: { accountId } })];
}

/** Empties the screen; an empty one stays as it is. */
export function clearScreen(session: LiveSession, accountId: string): LedgerEvent[] {
  requireOpen(session);
  if (session.certificateId === null) return [];
  return [events.screenCleared([liveSession(session.id)], { party: { accountId } })];
}

/** The caller gives the session its new token and forgets the old one. */
export function replaceToken(session: LiveSession, accountId: string): LedgerEvent[] {
  requireOpen(session);
  return [events.tokenReplaced([liveSession(session.id)], { party: { accountId } })];
}

/** Ends a session once. The caller forgets its token. */
export function endSession(session: LiveSession, accountId: string): LedgerEvent[] {
  requireOpen(session);
  return [events.sessionEnded([liveSession(session.id)], { party: { accountId } })];
}

function requireOpen({ state }: LiveSession): void {
  if (state !== 'open') throw refuse.sessionEnded();
}
