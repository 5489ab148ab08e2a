import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Disposition, NonconformityState, Severity } from './nonconformity.events.js';

/** Class: projection. What does not conform, what was decided over it, and that it was done. */
@Entity('nonconformity')
export class Nonconformity {
  @PrimaryColumn({ name: 'id', type: 'text' })
  id: string;

  @Column({ name: 'warehouse_id', type: 'text' })
  warehouseId: string;

  @Column({ name: 'merchant_id', type: 'text' })
  merchantId: string;

  @Column({ name: 'state', type: 'text' })
  state: NonconformityState;

  @Column({ name: 'severity', type: 'text' })
  severity: Severity;

  @Column({ name: 'found', type: 'text' })
  found: string;

  @Column({ name: 'inspection_id', type: 'text', nullable: true })
  inspectionId: string | null;

  /** JSON list of the item codes that failed. */
  @Column({ name: 'items', type: 'text' })
  items: string;

  /** Account. A CHECK keeps it apart from `disposed_by`. */
  @Column({ name: 'opened_by', type: 'text' })
  openedBy: string;

  @Column({ name: 'opener_number', type: 'text' })
  openerNumber: string;

  @Column({ name: 'opened_at', type: 'text' })
  openedAt: string;

  @Column({ name: 'disposition', type: 'text', nullable: true })
  disposition: Disposition | null;

  @Column({ name: 'instruction', type: 'text', nullable: true })
  instruction: string | null;

  /** JSON of what the goods become, of a regrade. */
  @Column({ name: 'regrade', type: 'text', nullable: true })
  regrade: string | null;

  @Column({ name: 'disposed_by', type: 'text', nullable: true })
  disposedBy: string | null;

  @Column({ name: 'disposer_number', type: 'text', nullable: true })
  disposerNumber: string | null;

  @Column({ name: 'disposed_at', type: 'text', nullable: true })
  disposedAt: string | null;

  @Column({ name: 'note', type: 'text', nullable: true })
  note: string | null;

  @Column({ name: 'closer_number', type: 'text', nullable: true })
  closerNumber: string | null;

  @Column({ name: 'closed_at', type: 'text', nullable: true })
  closedAt: string | null;
}

/** Class: projection. A unit of a record, with the hold that the record keeps on it. */
@Entity('nonconformity_unit')
export class NonconformityUnit {
  @PrimaryColumn({ name: 'nonconformity_id', type: 'text' })
  nonconformityId: string;

  @PrimaryColumn({ name: 'unit_id', type: 'text' })
  unitId: string;

  @Column({ name: 'hold_id', type: 'text' })
  holdId: string;
}

/** Class: projection. Evidence; its bytes are a blob. */
@Entity('nonconformity_photo')
export class NonconformityPhoto {
  /** Index of the log entry. */
  @PrimaryColumn({ name: 'entry', type: 'bigint' })
  entry: number;

  @Column({ name: 'nonconformity_id', type: 'text' })
  nonconformityId: string;

  @Column({ name: 'sha256', type: 'text' })
  sha256: string;

  @Column({ name: 'at', type: 'text' })
  at: string;
}

/** Class: projection. Who saw goods destroyed. */
@Entity('nonconformity_witness')
export class NonconformityWitness {
  @PrimaryColumn({ name: 'nonconformity_id', type: 'text' })
  nonconformityId: string;

  @PrimaryColumn({ name: 'account_id', type: 'text' })
  accountId: string;

  @Column({ name: 'number', type: 'text' })
  number: string;

  @Column({ name: 'at', type: 'text' })
  at: string;
}
