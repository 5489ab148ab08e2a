import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { DepartureWay, PickUpParty } from './diversions.events.js';

/** Class: projection. The pick-up that a unit waits for, or waited for last. */
@Entity('pick_up')
export class PickUp {
  @PrimaryColumn({ name: 'unit_id', type: 'text' })
  unitId: string;

  @Column({ name: 'by_whom', type: 'text' })
  byWhom: PickUpParty;

  /** Shown to the merchant only. */
  @Column({ name: 'code', type: 'text' })
  code: string;

  @Column({ name: 'ordered_at', type: 'text' })
  orderedAt: string;
}

/** Class: projection. How a unit left other than by a shipment. The person is personal: null once erased. */
@Entity('departure')
export class Departure {
  @PrimaryColumn({ name: 'id', type: 'text' })
  id: string;

  @Column({ name: 'unit_id', type: 'text' })
  unitId: string;

  @Column({ name: 'way', type: 'text' })
  way: DepartureWay;

  @Column({ name: 'reason', type: 'text', nullable: true })
  reason: string | null;

  @Column({ name: 'carrier_name', type: 'text', nullable: true })
  carrierName: string | null;

  @Column({ name: 'waybill', type: 'text', nullable: true })
  waybill: string | null;

  @Column({ name: 'person_name', type: 'text', nullable: true })
  personName: string | null;

  @Column({ name: 'person_phone', type: 'text', nullable: true })
  personPhone: string | null;

  /** How the person was identified. */
  @Column({ name: 'proof', type: 'text', nullable: true })
  proof: string | null;

  /** Number of who gave it out. */
  @Column({ name: 'handed_over_by', type: 'text' })
  handedOverBy: string;

  @Column({ name: 'at', type: 'text' })
  at: string;
}
