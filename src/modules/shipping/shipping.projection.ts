import { on, personalErased, type Projection, subjectOf, subjectsOf } from '../../ledger/index.js';
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
      for (const unitId of subjectsOf(event, 'unit')) await tx.insert(ShipmentUnit, { shipmentId, unitId });
    }),
    on(personalErased, async (tx, event) => {
      const nobody = { recipientName: null, recipientPhone: null, recipientAddress: null };
      for (const id of subjectsOf(event, 'shipment')) await tx.update(Shipment, { id }, nobody);
    }),
  ],
};
