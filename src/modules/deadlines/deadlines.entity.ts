import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../kernel/instant.js';

/** Class: projection. The deadlines that a warehouse has set itself. */
@Entity('deadline_rule')
export class DeadlineRuleRow {
  @PrimaryColumn({ name: 'warehouse_id', type: 'text' })
  warehouseId: string;

  @Column({ name: 'total_minutes', type: 'integer' })
  totalMinutes: number;

  @Column({ name: 'test_minutes', type: 'integer' })
  testMinutes: number;

  @Column({ name: 'hand_over_minutes', type: 'integer' })
  handOverMinutes: number;

  /** JSON of the working time; null counts round the clock. */
  @Column({ name: 'working', type: 'text', nullable: true })
  working: string | null;

  @Column({ name: 'reason', type: 'text' })
  reason: string;

  @Column({ name: 'set_at', type: 'text' })
  setAt: Instant;
}
