import { eventKind, subjectType } from '../../ledger/index.js';

export const shipment = subjectType('shipment');

/** Whom the goods go to; erasable. */
export interface Recipient {
  readonly name: string;
  readonly phone?: string;
  readonly address?: string;
}

/** Subjects: the shipment and its units, at most 60. */
export const handedOver = eventKind<{
  public: { carrierName: string };
  party: { warehouseId: string; waybill: string };
  personal?: { recipient: Recipient };
}>('shipping.handed-over');
