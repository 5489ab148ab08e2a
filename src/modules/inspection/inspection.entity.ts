import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Day, Instant } from '../../kernel/instant.js';
import type { UncertaintyRule } from '../catalog/index.js';
import type { Decision, OverrideDecision } from './inspection.events.js';
import type { InspectionState } from './inspection.states.js';
import type { GapState } from './instrument-gaps.rules.js';
import type { Verdict } from './judge.js';

/** Class: projection. One run of a plan over a unit. */
@Entity('inspection')
export class Inspection {
  @PrimaryColumn({ name: 'id', type: 'text' })
  id: string;

  @Column({ name: 'unit_id', type: 'text' })
  unitId: string;

  @Column({ name: 'warehouse_id', type: 'text' })
  warehouseId: string;

  @Column({ name: 'merchant_id', type: 'text' })
  merchantId: string;

  @Column({ name: 'plan_id', type: 'text' })
  planId: string;

  @Column({ name: 'plan_version', type: 'integer' })
  planVersion: number;

  @Column({ name: 'category_version', type: 'text' })
  categoryVersion: string;

  @Column({ name: 'category_hash', type: 'text' })
  categoryHash: string;

  @Column({ name: 'uncertainty_rule', type: 'text' })
  uncertaintyRule: UncertaintyRule;

  @Column({ name: 'state', type: 'text' })
  state: InspectionState;

  @Column({ name: 'started_at', type: 'text' })
  startedAt: Instant;

  /** Account of who submitted last. A CHECK keeps it apart from `reviewed_by`. */
  @Column({ name: 'submitted_by', type: 'text', nullable: true })
  submittedBy: string | null;

  /** What certificates print of that person. */
  @Column({ name: 'submitter_number', type: 'text', nullable: true })
  submitterNumber: string | null;

  @Column({ name: 'submitted_at', type: 'text', nullable: true })
  submittedAt: Instant | null;

  @Column({ name: 'verdict', type: 'text', nullable: true })
  verdict: Verdict | null;

  /** JSON list of item, verdict, limit and reason as they were submitted. */
  @Column({ name: 'results', type: 'text', nullable: true })
  results: string | null;

  /** JSON list of code and name. */
  @Column({ name: 'left_out', type: 'text', nullable: true })
  leftOut: string | null;

  @Column({ name: 'reviewed_by', type: 'text', nullable: true })
  reviewedBy: string | null;

  @Column({ name: 'reviewer_number', type: 'text', nullable: true })
  reviewerNumber: string | null;

  @Column({ name: 'reviewed_at', type: 'text', nullable: true })
  reviewedAt: Instant | null;

  /** Of the last review: `sign` or `return`. */
  @Column({ name: 'decision', type: 'text', nullable: true })
  decision: Decision | null;

  @Column({ name: 'review_reason', type: 'text', nullable: true })
  reviewReason: string | null;
}

/** Class: projection. The items of the plan as they were at the start; apart, since they are long. */
@Entity('inspection_plan')
export class InspectionPlan {
  @PrimaryColumn({ name: 'inspection_id', type: 'text' })
  inspectionId: string;

  /** JSON list of plan items. */
  @Column({ name: 'items', type: 'text' })
  items: string;
}

/** Class: projection. How a lot is sampled, as it was said last; a piece has none. */
@Entity('inspection_sampling')
export class InspectionSampling {
  @PrimaryColumn({ name: 'inspection_id', type: 'text' })
  inspectionId: string;

  /** Index of the log entry: the sample is drawn by the first checkpoint that has it. */
  @Column({ name: 'entry', type: 'bigint' })
  entry: number;

  /** Null while nobody counted. */
  @Column({ name: 'lot_size', type: 'bigint', nullable: true })
  lotSize: number | null;

  /** Everything is looked at, by decision of an administrator. */
  @Column({ name: 'is_full', type: 'boolean' })
  isFull: boolean;

  /** Counted at the inspection, since the lot came by mass. */
  @Column({ name: 'is_stated', type: 'boolean' })
  isStated: boolean;

  /** JSON: where the stream of lots stood at the start. */
  @Column({ name: 'standing', type: 'text' })
  standing: string;

  /** JSON list of a scheme for each sampled item. */
  @Column({ name: 'schemes', type: 'text' })
  schemes: string;
}

/** Class: projection. Every reading that was recorded; the latest entry of an item counts. */
@Entity('inspection_reading')
export class InspectionReading {
  /** Index of the log entry. */
  @PrimaryColumn({ name: 'entry', type: 'bigint' })
  entry: number;

  @Column({ name: 'inspection_id', type: 'text' })
  inspectionId: string;

  @Column({ name: 'item', type: 'text' })
  item: string;

  /** JSON of the value. */
  @Column({ name: 'value', type: 'text' })
  value: string;

  /** Its code in the register; in older entries whatever was typed. */
  @Column({ name: 'instrument', type: 'text', nullable: true })
  instrument: string | null;

  @Column({ name: 'instrument_name', type: 'text', nullable: true })
  instrumentName: string | null;

  @Column({ name: 'instrument_id', type: 'text', nullable: true })
  instrumentId: string | null;

  /** Of an outside laboratory's report; null for what the warehouse read itself, as the next five. */
  @Column({ name: 'report_id', type: 'text', nullable: true })
  reportId: string | null;

  @Column({ name: 'report_number', type: 'text', nullable: true })
  reportNumber: string | null;

  @Column({ name: 'laboratory_id', type: 'text', nullable: true })
  laboratoryId: string | null;

  @Column({ name: 'laboratory_name', type: 'text', nullable: true })
  laboratoryName: string | null;

  @Column({ name: 'laboratory_cma', type: 'text', nullable: true })
  laboratoryCma: string | null;

  /** JSON of when it was filed and its accreditation ended; null unless the one came after the other. */
  @Column({ name: 'filed_late', type: 'text', nullable: true })
  filedLate: string | null;

  /** When its report was withdrawn; from then on it does not count. */
  @Column({ name: 'withdrawn_at', type: 'text', nullable: true })
  withdrawnAt: Instant | null;

  /** The account that withdrew it; null in older entries. */
  @Column({ name: 'withdrawn_by', type: 'text', nullable: true })
  withdrawnBy: string | null;

  @Column({ name: 'inspector_number', type: 'text' })
  inspectorNumber: string;

  @Column({ name: 'account_id', type: 'text' })
  accountId: string;

  @Column({ name: 'at', type: 'text' })
  at: Instant;
}

/** Class: projection. A reading that was taken back; its row among the readings is gone. */
@Entity('inspection_withdrawal')
export class InspectionWithdrawal {
  /** Index of the log entry of the reading. */
  @PrimaryColumn({ name: 'reading_entry', type: 'bigint' })
  readingEntry: number;

  @Column({ name: 'inspection_id', type: 'text' })
  inspectionId: string;

  @Column({ name: 'item', type: 'text' })
  item: string;

  /** Whose reading it was; it is still one who took part. */
  @Column({ name: 'account_id', type: 'text' })
  accountId: string;
}

/** Class: projection. A photograph of the unit; its bytes are a blob. */
@Entity('inspection_photo')
export class InspectionPhoto {
  /** Index of the log entry. */
  @PrimaryColumn({ name: 'entry', type: 'bigint' })
  entry: number;

  @Column({ name: 'inspection_id', type: 'text' })
  inspectionId: string;

  @Column({ name: 'unit_id', type: 'text' })
  unitId: string;

  @Column({ name: 'sha256', type: 'text' })
  sha256: string;

  @Column({ name: 'account_id', type: 'text' })
  accountId: string;

  @Column({ name: 'at', type: 'text' })
  at: Instant;
}

/** Class: projection. Readings of an instrument out of calibration that one person asked for and another let through. */
@Entity('inspection_override')
export class InspectionOverride {
  @PrimaryColumn({ name: 'id', type: 'text' })
  id: string;

  @Column({ name: 'inspection_id', type: 'text' })
  inspectionId: string;

  @Column({ name: 'instrument_id', type: 'text' })
  instrumentId: string;

  @Column({ name: 'instrument_code', type: 'text' })
  instrumentCode: string;

  @Column({ name: 'instrument_name', type: 'text' })
  instrumentName: string;

  /** How the instrument stood when it was asked for; nothing worse is covered. */
  @Column({ name: 'state', type: 'text' })
  state: GapState;

  @Column({ name: 'until', type: 'text', nullable: true })
  until: Day | null;

  @Column({ name: 'certificate_no', type: 'text', nullable: true })
  certificateNo: string | null;

  @Column({ name: 'reason_zh', type: 'text' })
  reasonZh: string;

  @Column({ name: 'reason_en', type: 'text', nullable: true })
  reasonEn: string | null;

  /** Account of who asked. A CHECK keeps it apart from `decided_by`. */
  @Column({ name: 'requested_by', type: 'text' })
  requestedBy: string;

  @Column({ name: 'requester_number', type: 'text' })
  requesterNumber: string;

  @Column({ name: 'requested_at', type: 'text' })
  requestedAt: Instant;

  @Column({ name: 'decision', type: 'text', nullable: true })
  decision: OverrideDecision | null;

  @Column({ name: 'decided_by', type: 'text', nullable: true })
  decidedBy: string | null;

  @Column({ name: 'decider_number', type: 'text', nullable: true })
  deciderNumber: string | null;

  @Column({ name: 'decided_at', type: 'text', nullable: true })
  decidedAt: Instant | null;
}
