import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Class: projection. One certificate about one unit; a unit has at most one that is valid or suspended. */
@Entity('certificate')
export class Certificate {
  @PrimaryColumn({ name: 'id', type: 'text' })
  id: string;

  @Column({ name: 'unit_id', type: 'text' })
  unitId: string;

  @Column({ name: 'inspection_id', type: 'text' })
  inspectionId: string;

  @Column({ name: 'warehouse_id', type: 'text' })
  warehouseId: string;

  @Column({ name: 'merchant_id', type: 'text' })
  merchantId: string;

  /** `YZ-` and ten characters, the last a check character; printed as `YZ-XXXXX-XXXXX`. */
  @Column({ name: 'number', type: 'text' })
  number: string;

  /** The show code, 26 characters. */
  @Column({ name: 'code', type: 'text' })
  code: string;

  @Column({ name: 'state', type: 'text' })
  state: string;

  @Column({ name: 'state_since', type: 'text' })
  stateSince: string;

  /** Why it is in this state, as the public reads it; null while it is as it was issued. */
  @Column({ name: 'reason_zh', type: 'text', nullable: true })
  reasonZh: string | null;

  @Column({ name: 'reason_en', type: 'text', nullable: true })
  reasonEn: string | null;

  /** Id of the failed calibration for which it was suspended with others; null in every other state. */
  @Column({ name: 'suspended_for', type: 'text', nullable: true })
  suspendedFor: string | null;

  /** Id of the certificate that this one replaced. */
  @Column({ name: 'supersedes', type: 'text', nullable: true })
  supersedes: string | null;

  /** Id of the certificate that replaced this one. */
  @Column({ name: 'superseded_by', type: 'text', nullable: true })
  supersededBy: string | null;

  /** CertificateContent as canonical JSON, the bytes that the log committed to. */
  @Column({ name: 'content', type: 'text' })
  content: string;

  @Column({ name: 'issued_at', type: 'text' })
  issuedAt: string;

  /** SHA-256 (hex) of the PDF; null until it was rendered. */
  @Column({ name: 'pdf_sha256', type: 'text', nullable: true })
  pdfSha256: string | null;

  @Column({ name: 'pdf_bytes', type: 'integer', nullable: true })
  pdfBytes: number | null;
}
