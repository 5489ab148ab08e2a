import type { Actor } from '../../kernel/actor.js';
import { normalizeText } from '../../kernel/text.js';
import type { LedgerEvent } from '../../ledger/index.js';
import type { LabelCopy } from '../labelling/index.js';
import { ship, type Unit, unit } from '../units/index.js';
import { handedOver, type Recipient, shipment } from './shipping.events.js';
import { refuse } from './shipping.refusals.js';

export interface HandOver {
  readonly id: string;
  readonly warehouseId: string;
  readonly carrierName: string;
  readonly waybill: string;
  readonly recipient?: Recipient;
}

/** Goods leave with a label that can be scanned; copies may be spoiled after the last gate, too. */
export function requireGoodLabel({ name }: Unit, copies: readonly LabelCopy[]): void {
  if (!copies.some(({ state }) => state === 'applied')) throw refuse.noGoodLabel({ name });
}

/** The warehouse whose goods leave: the shipper's own, or the one that audited what a merchant filmed and packed. */
export function warehouseShipping({ partyKind, partyId }: Actor, units: readonly Unit[]): string {
  if (partyKind !== 'merchant') return partyId;
  const [first] = units;
  const isOwn = units.every(({ flow, warehouseId }) => flow === 'merchant-films' && warehouseId === first?.warehouseId);
  if (!first || !isOwn) throw refuse.warehouseShips();
  return first.warehouseId;
}

/** Units leave together, and only when each of them may: one that may not keeps the others back. */
export function handOver(wish: HandOver, units: readonly Unit[]): LedgerEvent[] {
  const { id, warehouseId, recipient } = wish;
  const left = units.flatMap(ship);
  return [
    handedOver([shipment(id), ...units.map((leaving) => unit(leaving.id))], {
      public: { carrierName: normalizeText(wish.carrierName) },
      party: { warehouseId, waybill: normalizeText(wish.waybill) },
      ...(recipient ? { personal: { recipient } } : {}),
    }),
    ...left,
  ];
}
