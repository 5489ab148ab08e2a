import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Class: projection. What a merchant sends to the warehouse in one go. */
@Entity('consignment')
export class Consignment {
  @PrimaryColumn({ name: 'id', type: 'text' })
  id: string;

  @Column({ name: 'warehouse_id', type: 'text' })
  warehouseId: string;

  @Column({ name: 'merchant_id', type: 'text' })
  merchantId: string;

  /** The merchant's own number for it. */
  @Column({ name: 'reference', type: 'text', nullable: true })
  reference: string | null;

  @Column({ name: 'state', type: 'text' })
  state: string;

  @Column({ name: 'announced_at', type: 'text' })
  announcedAt: string;

  @Column({ name: 'changed_at', type: 'text' })
  changedAt: string;

  @Column({ name: 'cancel_reason', type: 'text', nullable: true })
  cancelReason: string | null;
}

/** Class: projection. Each line becomes units at receipt: pieces one by one, a lot as one. */
@Entity('consignment_line')
export class ConsignmentLine {
  @PrimaryColumn({ name: 'consignment_id', type: 'text' })
  consignmentId: string;

  @PrimaryColumn({ name: 'line_no', type: 'integer' })
  lineNo: number;

  @Column({ name: 'kind', type: 'text' })
  kind: string;

  @Column({ name: 'name', type: 'text' })
  name: string;

  @Column({ name: 'category_id', type: 'text' })
  categoryId: string;

  @Column({ name: 'product_id', type: 'text', nullable: true })
  productId: string | null;

  @Column({ name: 'quantity_value', type: 'text' })
  quantityValue: string;

  @Column({ name: 'quantity_unit', type: 'text' })
  quantityUnit: string;

  /** JSON object of attribute code to value. */
  @Column({ name: 'attributes', type: 'text' })
  attributes: string;

  /** JSON object of text to text. */
  @Column({ name: 'declared', type: 'text' })
  declared: string;

  @Column({ name: 'lot_no', type: 'text', nullable: true })
  lotNo: string | null;

  @Column({ name: 'production_day', type: 'text', nullable: true })
  productionDay: string | null;

  /** How many units the line makes: as many as pieces, or one lot. */
  @Column({ name: 'expected_units', type: 'integer' })
  expectedUnits: number;

  @Column({ name: 'received_units', type: 'integer' })
  receivedUnits: number;

  /** What a lot weighed, measured or counted at receipt; null for pieces and before. */
  @Column({ name: 'received_value', type: 'text', nullable: true })
  receivedValue: string | null;
}

/** Class: projection. Of the units that came otherwise than announced, what was found last. */
@Entity('intake_exception')
export class IntakeException {
  @PrimaryColumn({ name: 'unit_id', type: 'text' })
  unitId: string;

  /** JSON list of IntakeDifference. */
  @Column({ name: 'differs', type: 'text' })
  differs: string;

  @Column({ name: 'found', type: 'text' })
  found: string;

  /** Account of who found it. */
  @Column({ name: 'found_by', type: 'text' })
  foundBy: string;

  @Column({ name: 'found_at', type: 'text' })
  foundAt: string;

  /** Null while the merchant has not accepted it. */
  @Column({ name: 'accepted_at', type: 'text', nullable: true })
  acceptedAt: string | null;

  @Column({ name: 'acceptance', type: 'text', nullable: true })
  acceptance: string | null;
}
