import type { Actor } from '../../kernel/actor.js';
import { normalizeText } from '../../kernel/text.js';
import type { LedgerEvent } from '../../ledger/index.js';
import {
  awaitMerchant,
  reachStage,
  requireClosedGates,
  requireStage,
  sendBack,
  unit as unitSubject,
  type Unit,
  type UnitHold,
} from '../units/index.js';
import type { PickUp } from './diversions.entity.js';
import type { Collector, DepartureWay, PickUpParty } from './diversions.events.js';
import * as events from './diversions.events.js';
import { refuse } from './diversions.refusals.js';
import { endPapers, type Papers } from './ended-papers.js';

const RETURNED = {
  zh: '商品已退回商家，证书不再有效',
  en: 'The goods went back to the merchant; the certificate is void',
};

/** A unit with what is open on it and issued about it. */
export interface Leaving {
  readonly unit: Unit;
  readonly holds: readonly UnitHold[];
  readonly papers: Papers;
}

export interface ReturnWish {
  readonly id: string;
  readonly reason: string;
  readonly carrierName?: string;
  readonly waybill?: string;
  readonly collector?: Collector;
}

/** 退回: back to the merchant by a carrier with its waybill, or into the hands of a person. Its papers end. */
export function returnUnit(actor: Actor, { unit, holds, papers }: Leaving, wish: ReturnWish): LedgerEvent[] {
  const { id, reason, carrierName, waybill, collector } = wish;
  const isByCarrier = carrierName !== undefined && waybill !== undefined;
  if (isByCarrier === (collector !== undefined) || (carrierName === undefined) !== (waybill === undefined)) {
    throw refuse.carrierOrPerson();
  }
  // Whoever collects goods says the code of the pick-up.
  if (collector && unit.stage === 'awaiting-pickup') throw refuse.handOverInstead();
  const left = departed(actor, unit, {
    ...{ id, way: isByCarrier ? 'returned-by-carrier' : 'returned-by-hand', reason },
    ...(isByCarrier ? { carrierName, waybill } : {}),
    ...(collector ? { collector } : {}),
  });
  const { accountId } = actor;
  return [
    left,
    ...sendBack(unit, holds, normalizeText(reason)),
    ...endPapers(papers, { state: 'revoked', reason: RETURNED, accountId }),
  ];
}

/** 待自提. A buyer gets what went through all gates, with a valid certificate and a good label; a merchant its own goods back. */
export function orderPickUp(
  actor: Actor,
  { unit, holds, papers }: Leaving,
  wish: { by: PickUpParty; code: string },
): LedgerEvent[] {
  const { by, code } = wish;
  if (by === 'buyer') requireSellable(unit, papers);
  return [
    events.pickUpOrdered([unitSubject(unit.id)], { public: { by }, party: { code, accountId: actor.accountId } }),
    ...(by === 'buyer' ? reachStage(unit, 'awaiting-pickup') : awaitMerchant(unit, holds)),
  ];
}

/** The buyer's pick-up is called off: the goods are as they were. What a merchant asked back is returned instead. */
export function callOffPickUp(actor: Actor, unit: Unit, pickUp: PickUp | undefined, reason: string): LedgerEvent[] {
  requireStage(unit, ['awaiting-pickup']);
  if (pickUp?.byWhom !== 'buyer') throw refuse.merchantsPickUp();
  const party = { reason: normalizeText(reason), accountId: actor.accountId };
  return [events.pickUpCalledOff([unitSubject(unit.id)], { party }), ...reachStage(unit, 'labelled')];
}

export interface HandOver {
  readonly id: string;
  readonly code: string;
  readonly collector: Collector;
  /** How the person was identified. */
  readonly proof: string;
}

/** The goods are given to the person who says the code. Ends the unit. */
export function handOverPickUp(
  actor: Actor,
  { unit, holds, papers }: Leaving,
  pickUp: PickUp | undefined,
  { id, code, collector, proof }: HandOver,
): LedgerEvent[] {
  requireStage(unit, ['awaiting-pickup']);
  if (!pickUp || pickUp.code !== code.replace(/[\s-]/g, '').toUpperCase()) throw refuse.wrongCode();
  const isBuyer = pickUp.byWhom === 'buyer';
  if (isBuyer) requireSellable(unit, papers);
  const { accountId } = actor;
  const left = departed(actor, unit, { id, way: isBuyer ? 'picked-up' : 'returned-by-hand', collector, proof });
  if (isBuyer) return [left, ...reachStage(unit, 'picked-up')];
  const ended = endPapers(papers, { state: 'revoked', reason: RETURNED, accountId });
  return [left, ...sendBack(unit, holds, '商家自提 / picked up by the merchant'), ...ended];
}

interface Left {
  readonly id: string;
  readonly way: DepartureWay;
  readonly reason?: string;
  readonly carrierName?: string;
  readonly waybill?: string;
  readonly collector?: Collector;
  readonly proof?: string;
}

function departed({ accountId, number }: Actor, { id: unitId }: Unit, left: Left): LedgerEvent {
  const { id, way, reason, carrierName, waybill, collector, proof } = left;
  return events.departed([events.departure(id), unitSubject(unitId)], {
    public: { way, by: number, ...(carrierName === undefined ? {} : { carrierName: normalizeText(carrierName) }) },
    party: {
      ...(reason === undefined ? {} : { reason: normalizeText(reason) }),
      ...(waybill === undefined ? {} : { waybill: normalizeText(waybill) }),
      accountId,
    },
    ...(collector ? { personal: { collector, ...(proof === undefined ? {} : { proof: normalizeText(proof) }) } } : {}),
  });
}

/** As for a shipment: three gates, a certificate that is valid, a label that can be scanned. */
function requireSellable(unit: Unit, { certificate, copies }: Papers): void {
  requireClosedGates(unit);
  if (certificate?.state !== 'valid') throw refuse.notCertified();
  if (!copies.some(({ state }) => state === 'applied')) throw refuse.noGoodLabel();
}
