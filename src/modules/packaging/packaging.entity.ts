import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Class: projection. How a unit was packed. */
@Entity('packing')
export class Packing {
  @PrimaryColumn({ name: 'unit_id', type: 'text' })
  unitId: string;

  /** The number on the tamper seal: one seal, one pack. */
  @Column({ name: 'seal_no', type: 'text' })
  sealNo: string;

  @Column({ name: 'mass_value', type: 'text' })
  massValue: string;

  @Column({ name: 'mass_unit', type: 'text' })
  massUnit: string;

  @Column({ name: 'packer_number', type: 'text' })
  packerNumber: string;

  @Column({ name: 'packed_at', type: 'text' })
  packedAt: string;
}

/** Class: projection. A pack that was opened for another inspection; its seal is never used again. */
@Entity('packing_opened')
export class PackingOpened {
  @PrimaryColumn({ name: 'seal_no', type: 'text' })
  sealNo: string;

  @Column({ name: 'unit_id', type: 'text' })
  unitId: string;

  @Column({ name: 'packed_at', type: 'text' })
  packedAt: string;

  @Column({ name: 'opened_at', type: 'text' })
  openedAt: string;
}
