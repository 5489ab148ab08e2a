import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Day, Instant } from '../../kernel/instant.js';
import type { CalibrationNeed, CalibrationResult } from './instruments.events.js';

/** Class: projection. What a warehouse measures and looks with. */
@Entity('instrument')
export class Instrument {
  @PrimaryColumn({ name: 'id', type: 'text' })
  id: string;

  @Column({ name: 'warehouse_id', type: 'text' })
  warehouseId: string;

  /** Such as `B-03`: what its label says and readings name. One instrument of a warehouse ever has it. */
  @Column({ name: 'code', type: 'text' })
  code: string;

  @Column({ name: 'name', type: 'text' })
  name: string;

  @Column({ name: 'kind', type: 'text' })
  kind: string;

  @Column({ name: 'model', type: 'text', nullable: true })
  model: string | null;

  /** The maker's. */
  @Column({ name: 'serial_no', type: 'text', nullable: true })
  serialNo: string | null;

  @Column({ name: 'calibration', type: 'text' })
  calibration: CalibrationNeed;

  /** Why it needs none, or again; null while nobody changed it. */
  @Column({ name: 'calibration_reason', type: 'text', nullable: true })
  calibrationReason: string | null;

  /** Of the latest calibration by its day, as are the next three. */
  @Column({ name: 'certificate_no', type: 'text', nullable: true })
  certificateNo: string | null;

  @Column({ name: 'calibrated_on', type: 'text', nullable: true })
  calibratedOn: Day | null;

  @Column({ name: 'due_on', type: 'text', nullable: true })
  dueOn: Day | null;

  @Column({ name: 'last_result', type: 'text', nullable: true })
  lastResult: CalibrationResult | null;

  @Column({ name: 'state', type: 'text' })
  state: 'in-use' | 'retired';

  @Column({ name: 'registered_at', type: 'text' })
  registeredAt: Instant;

  @Column({ name: 'retired_at', type: 'text', nullable: true })
  retiredAt: Instant | null;

  @Column({ name: 'retire_reason', type: 'text', nullable: true })
  retireReason: string | null;
}

/** Class: projection. One calibration, good or bad. */
@Entity('instrument_calibration')
export class Calibration {
  @PrimaryColumn({ name: 'id', type: 'text' })
  id: string;

  /** Index of the log entry: the order in which calibrations of one day were recorded. */
  @Column({ name: 'entry', type: 'bigint' })
  entry: number;

  @Column({ name: 'instrument_id', type: 'text' })
  instrumentId: string;

  @Column({ name: 'warehouse_id', type: 'text' })
  warehouseId: string;

  @Column({ name: 'certificate_no', type: 'text' })
  certificateNo: string;

  @Column({ name: 'calibrated_by', type: 'text' })
  calibratedBy: string;

  @Column({ name: 'day', type: 'text' })
  day: Day;

  /** The last day on which it counts; null when it failed. */
  @Column({ name: 'due', type: 'text', nullable: true })
  due: Day | null;

  @Column({ name: 'result', type: 'text' })
  result: CalibrationResult;

  @Column({ name: 'file_hash', type: 'text', nullable: true })
  fileHash: string | null;

  @Column({ name: 'recorded_at', type: 'text' })
  recordedAt: Instant;
}
