import { on, type Projection, subjectOf } from '../../ledger/index.js';
import { Shipment, ShipmentUnit } from './shipping.entity.js';
import { handedOver } from './shipping.events.js';

export const shippingProjection: Projection = {
  tables: [Shipment, ShipmentUnit],
  rules: [
    on(handedOver, async (tx, event) => {
      const shipmentId = subjectOf(event, 'shipment');
      const { recipient } = event.contents.personal ?? {};
      await tx.insert(Shipment, {
        id: shipmentId,
        ...event.contents.party,
        carrierName: event.contents.public.carrierName,
        recipientName: recipient?.name ?? null,
        recipientPhone: recipient?.phone ?? null,
        recipientAddress: recipient?.address ?? null,
        handedOverAt: event.at,
      });
      const units = event.subjects.filter(({ type }) => type === 'unit');
      for (const { id } of units) await tx.insert(ShipmentUnit, { shipmentId, unitId: id });
    }),
  ],
};
