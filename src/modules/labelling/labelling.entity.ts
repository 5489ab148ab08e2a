import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Class: projection. One printed copy of a unit's label, with an item code of its own. */
@Entity('label_copy')
export class LabelCopy {
  @PrimaryColumn({ name: 'id', type: 'text' })
  id: string;

  @Column({ name: 'unit_id', type: 'text' })
  unitId: string;

  @Column({ name: 'warehouse_id', type: 'text' })
  warehouseId: string;

  /** The certificate that counted when the copy was printed. */
  @Column({ name: 'certificate_id', type: 'text' })
  certificateId: string;

  /** As printed: number `number` of `of`. */
  @Column({ name: 'number', type: 'integer' })
  number: number;

  /** How many copies of the unit had been printed with this print. */
  @Column({ name: 'of_copies', type: 'integer' })
  of: number;

  /** The item code, 26 characters. */
  @Column({ name: 'code', type: 'text' })
  code: string;

  /** `printed`, `applied` or `spoiled`. */
  @Column({ name: 'state', type: 'text' })
  state: string;

  @Column({ name: 'printed_at', type: 'text' })
  printedAt: string;

  @Column({ name: 'applied_at', type: 'text', nullable: true })
  appliedAt: string | null;

  @Column({ name: 'spoiled_at', type: 'text', nullable: true })
  spoiledAt: string | null;

  @Column({ name: 'spoil_reason', type: 'text', nullable: true })
  spoilReason: string | null;
}
