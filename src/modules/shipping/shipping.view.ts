import type { Actor } from '../../kernel/actor.js';
import type { ShipmentDetailView, ShipmentView } from './shipping.dto.js';
import type { Shipment } from './shipping.entity.js';
import type { Recipient } from './shipping.events.js';

export function shipmentView({ id, warehouseId, carrierName, waybill, handedOverAt }: Shipment): ShipmentView {
  return { id, warehouseId, carrierName, waybill, handedOverAt };
}

export function shipmentDetailView(viewer: Actor, shipment: Shipment, unitIds: string[]): ShipmentDetailView {
  const recipient = viewer.partyId === shipment.warehouseId ? recipientOf(shipment) : null;
  return { ...shipmentView(shipment), unitIds, recipient };
}

function recipientOf({ recipientName, recipientPhone, recipientAddress }: Shipment): Recipient | null {
  if (recipientName === null) return null;
  return { name: recipientName, phone: recipientPhone ?? undefined, address: recipientAddress ?? undefined };
}
