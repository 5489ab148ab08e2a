import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Class: projection. Lots that were opened and packed anew (分装): from which came which. */
@Entity('unit_repacking')
export class Repacking {
  @PrimaryColumn({ name: 'id', type: 'text' })
  id: string;

  /** Of every amount of it. */
  @Column({ name: 'unit', type: 'text' })
  unit: string;

  @Column({ name: 'loss_value', type: 'text' })
  lossValue: string;

  @Column({ name: 'loss_reason', type: 'text', nullable: true })
  lossReason: string | null;

  @Column({ name: 'packer_number', type: 'text' })
  packerNumber: string;

  @Column({ name: 'at', type: 'text' })
  at: string;
}

/** Class: projection. A lot that went into a repacking, or came out of it; a lot comes out of one only. */
@Entity('unit_repacking_lot')
export class RepackingLot {
  @PrimaryColumn({ name: 'repacking_id', type: 'text' })
  repackingId: string;

  @PrimaryColumn({ name: 'unit_id', type: 'text' })
  unitId: string;

  /** `source` or `child`. */
  @Column({ name: 'role', type: 'text' })
  role: 'source' | 'child';

  /** How much was taken of it, or is in it. */
  @Column({ name: 'value', type: 'text' })
  value: string;

  /** Its place in the order, from 1. */
  @Column({ name: 'place', type: 'integer' })
  place: number;
}
