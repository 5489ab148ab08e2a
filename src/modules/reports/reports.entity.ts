import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Day, Instant } from '../../kernel/instant.js';
import type { ReportState, SampleState } from './reports.states.js';

/** Class: projection. A sealed sample of a unit, sent to a laboratory. */
@Entity('lab_sample')
export class LabSample {
  @PrimaryColumn({ name: 'id', type: 'text' })
  id: string;

  @Column({ name: 'unit_id', type: 'text' })
  unitId: string;

  @Column({ name: 'unit_name', type: 'text' })
  unitName: string;

  @Column({ name: 'inspection_id', type: 'text' })
  inspectionId: string;

  @Column({ name: 'warehouse_id', type: 'text' })
  warehouseId: string;

  @Column({ name: 'merchant_id', type: 'text' })
  merchantId: string;

  @Column({ name: 'laboratory_id', type: 'text' })
  laboratoryId: string;

  @Column({ name: 'laboratory_name', type: 'text' })
  laboratoryName: string;

  @Column({ name: 'laboratory_cma', type: 'text' })
  laboratoryCma: string;

  @Column({ name: 'seal_no', type: 'text' })
  sealNo: string;

  @Column({ name: 'mass_value', type: 'text' })
  massValue: string;

  @Column({ name: 'mass_unit', type: 'text' })
  massUnit: string;

  /** JSON list of code and name. */
  @Column({ name: 'items', type: 'text' })
  items: string;

  /** JSON list of SHA-256. */
  @Column({ name: 'photos', type: 'text' })
  photos: string;

  @Column({ name: 'state', type: 'text' })
  state: SampleState;

  @Column({ name: 'sender_number', type: 'text' })
  senderNumber: string;

  @Column({ name: 'sent_at', type: 'text' })
  sentAt: Instant;

  @Column({ name: 'cancel_reason', type: 'text', nullable: true })
  cancelReason: string | null;
}

/** Class: projection. A file that was uploaded for a sample; a report of it names one of these. */
@Entity('lab_report_upload')
export class UploadedReport {
  @PrimaryColumn({ name: 'sample_id', type: 'text' })
  sampleId: string;

  @PrimaryColumn({ name: 'sha256', type: 'text' })
  sha256: string;

  @Column({ name: 'uploaded_at', type: 'text' })
  uploadedAt: Instant;
}

/** Class: projection. A laboratory's report about a sample; its results are readings of the inspection. */
@Entity('lab_report')
export class LabReport {
  @PrimaryColumn({ name: 'id', type: 'text' })
  id: string;

  @Column({ name: 'sample_id', type: 'text' })
  sampleId: string;

  @Column({ name: 'unit_id', type: 'text' })
  unitId: string;

  @Column({ name: 'inspection_id', type: 'text' })
  inspectionId: string;

  @Column({ name: 'warehouse_id', type: 'text' })
  warehouseId: string;

  @Column({ name: 'merchant_id', type: 'text' })
  merchantId: string;

  @Column({ name: 'laboratory_id', type: 'text' })
  laboratoryId: string;

  @Column({ name: 'laboratory_name', type: 'text' })
  laboratoryName: string;

  @Column({ name: 'laboratory_cma', type: 'text' })
  laboratoryCma: string;

  @Column({ name: 'number', type: 'text' })
  number: string;

  /** The number as it is compared: capitals, without spaces. */
  @Column({ name: 'number_key', type: 'text' })
  numberKey: string;

  @Column({ name: 'file_sha256', type: 'text' })
  fileSha256: string;

  @Column({ name: 'issued_on', type: 'text' })
  issuedOn: Day;

  @Column({ name: 'seal_no', type: 'text' })
  sealNo: string;

  @Column({ name: 'mass_value', type: 'text' })
  massValue: string;

  @Column({ name: 'mass_unit', type: 'text' })
  massUnit: string;

  /** JSON list of codes. */
  @Column({ name: 'items', type: 'text' })
  items: string;

  @Column({ name: 'state', type: 'text' })
  state: ReportState;

  @Column({ name: 'filer_number', type: 'text' })
  filerNumber: string;

  @Column({ name: 'filed_at', type: 'text' })
  filedAt: Instant;

  /** JSON of when it was filed and its accreditation ended; null unless the one came after the other. */
  @Column({ name: 'filed_late', type: 'text', nullable: true })
  filedLate: string | null;

  @Column({ name: 'withdrawer_number', type: 'text', nullable: true })
  withdrawerNumber: string | null;

  @Column({ name: 'withdraw_reason', type: 'text', nullable: true })
  withdrawReason: string | null;

  @Column({ name: 'withdrawn_at', type: 'text', nullable: true })
  withdrawnAt: Instant | null;
}

/** Class: projection. What a warehouse has decided about masses in reports. */
@Entity('lab_sample_rule')
export class SampleRule {
  @PrimaryColumn({ name: 'warehouse_id', type: 'text' })
  warehouseId: string;

  /** Null: the masses must agree as exactly as they are written. */
  @Column({ name: 'mass_percent', type: 'text', nullable: true })
  massPercent: string | null;

  @Column({ name: 'source', type: 'text' })
  source: string;

  /** Number of the person who answers for it. */
  @Column({ name: 'by_number', type: 'text' })
  by: string;

  @Column({ name: 'set_at', type: 'text' })
  setAt: Instant;
}
