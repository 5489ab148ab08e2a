import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { UnitFlow } from './units.events.js';
import type { HoldCode } from './holds.js';

/** Class: projection. One traced unit: a piece or a lot. */
@Entity('unit')
export class Unit {
  @PrimaryColumn({ name: 'id', type: 'text' })
  id: string;

  @Column({ name: 'kind', type: 'text' })
  kind: string;

  @Column({ name: 'name', type: 'text' })
  name: string;

  @Column({ name: 'category_id', type: 'text' })
  categoryId: string;

  @Column({ name: 'product_id', type: 'text', nullable: true })
  productId: string | null;

  @Column({ name: 'warehouse_id', type: 'text' })
  warehouseId: string;

  @Column({ name: 'merchant_id', type: 'text' })
  merchantId: string;

  @Column({ name: 'consignment_id', type: 'text' })
  consignmentId: string;

  @Column({ name: 'quantity_value', type: 'text' })
  quantityValue: string;

  @Column({ name: 'quantity_unit', type: 'text' })
  quantityUnit: string;

  /** What the category records of it: JSON object of attribute code to value. */
  @Column({ name: 'attributes', type: 'text' })
  attributes: string;

  /** What the merchant declared, to be compared: JSON object. */
  @Column({ name: 'declared', type: 'text' })
  declared: string;

  @Column({ name: 'lot_no', type: 'text', nullable: true })
  lotNo: string | null;

  @Column({ name: 'production_day', type: 'text', nullable: true })
  productionDay: string | null;

  @Column({ name: 'is_sample', type: 'boolean' })
  isSample: boolean;

  @Column({ name: 'stage', type: 'text' })
  stage: string;

  @Column({ name: 'inspection_gate_at', type: 'text', nullable: true })
  inspectionGateAt: string | null;

  @Column({ name: 'packaging_gate_at', type: 'text', nullable: true })
  packagingGateAt: string | null;

  @Column({ name: 'labelling_gate_at', type: 'text', nullable: true })
  labellingGateAt: string | null;

  @Column({ name: 'open_holds', type: 'integer' })
  openHolds: number;

  /** Those of the open holds that wait for a new inspection, and so let it happen. */
  @Column({ name: 'inspectable_holds', type: 'integer' })
  inspectableHolds: number;

  /** Who tests or films it; said when it was registered. */
  @Column({ name: 'flow', type: 'text' })
  flow: UnitFlow;

  /** How many inspections it has failed. */
  @Column({ name: 'tries', type: 'integer' })
  tries: number;

  @Column({ name: 'received_at', type: 'text' })
  receivedAt: string;

  /** Since when its deadline counts: when it came in, or began its way anew. */
  @Column({ name: 'clock_from', type: 'text' })
  clockFrom: string;

  @Column({ name: 'changed_at', type: 'text' })
  changedAt: string;
}

/** Class: projection. */
@Entity('unit_hold')
export class UnitHold {
  @PrimaryColumn({ name: 'id', type: 'text' })
  id: string;

  @Column({ name: 'unit_id', type: 'text' })
  unitId: string;

  /** One of HOLD_CODES; `other` of holds that were opened before there were codes. */
  @Column({ name: 'code', type: 'text' })
  code: HoldCode;

  @Column({ name: 'reason', type: 'text' })
  reason: string;

  /** JSON of the releasing rule; null where the usual one holds. */
  @Column({ name: 'releasing', type: 'text', nullable: true })
  releasing: string | null;

  @Column({ name: 'condition_met_at', type: 'text', nullable: true })
  conditionMetAt: string | null;

  /** Pseudonym of who opened it. */
  @Column({ name: 'opened_by', type: 'text' })
  openedBy: string;

  @Column({ name: 'opened_at', type: 'text' })
  openedAt: string;

  @Column({ name: 'released_at', type: 'text', nullable: true })
  releasedAt: string | null;

  @Column({ name: 'release_reason', type: 'text', nullable: true })
  releaseReason: string | null;
}

/** Class: projection. What a warehouse has said about the ways aside. */
@Entity('flow_rule')
export class FlowRule {
  @PrimaryColumn({ name: 'warehouse_id', type: 'text' })
  warehouseId: string;

  /** Null: not said. */
  @Column({ name: 'resubmission_limit', type: 'integer', nullable: true })
  resubmissionLimit: number | null;

  /** The warehouse tests everything itself, also where a category lets merchants film. */
  @Column({ name: 'is_filming_refused', type: 'boolean' })
  isFilmingRefused: boolean;

  @Column({ name: 'reason', type: 'text' })
  reason: string;

  @Column({ name: 'set_at', type: 'text' })
  setAt: string;
}
