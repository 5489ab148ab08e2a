import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Class: projection. A hand-over to a carrier. The recipient is personal: null once it was erased. */
@Entity('shipment')
export class Shipment {
  @PrimaryColumn({ name: 'id', type: 'text' })
  id: string;

  @Column({ name: 'warehouse_id', type: 'text' })
  warehouseId: string;

  @Column({ name: 'carrier_name', type: 'text' })
  carrierName: string;

  @Column({ name: 'waybill', type: 'text' })
  waybill: string;

  @Column({ name: 'recipient_name', type: 'text', nullable: true })
  recipientName: string | null;

  @Column({ name: 'recipient_phone', type: 'text', nullable: true })
  recipientPhone: string | null;

  @Column({ name: 'recipient_address', type: 'text', nullable: true })
  recipientAddress: string | null;

  @Column({ name: 'handed_over_at', type: 'text' })
  handedOverAt: string;
}

/** Class: projection. */
@Entity('shipment_unit')
export class ShipmentUnit {
  @PrimaryColumn({ name: 'shipment_id', type: 'text' })
  shipmentId: string;

  @PrimaryColumn({ name: 'unit_id', type: 'text' })
  unitId: string;
}
