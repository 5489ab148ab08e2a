import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Severity } from './switching.rules.js';

/** Class: projection. Where the lots of a merchant stand in a category of a warehouse; there is none before the first. */
@Entity('sampling_stream')
export class SamplingStream {
  @PrimaryColumn({ name: 'id', type: 'text' })
  id: string;

  @Column({ name: 'warehouse_id', type: 'text' })
  warehouseId: string;

  @Column({ name: 'merchant_id', type: 'text' })
  merchantId: string;

  @Column({ name: 'category_id', type: 'text' })
  categoryId: string;

  @Column({ name: 'severity', type: 'text' })
  severity: Severity;

  /** The last lots under this severity, oldest first: `+` accepted, `-` not. */
  @Column({ name: 'recent', type: 'text' })
  recent: string;

  @Column({ name: 'not_accepted', type: 'integer' })
  notAccepted: number;

  /** How many lots were judged in all. */
  @Column({ name: 'lots', type: 'integer' })
  lots: number;

  @Column({ name: 'changed_at', type: 'text' })
  changedAt: string;
}

/** Class: projection. A lot that was judged by its sample: later judgements of the same lot change no stream. */
@Entity('sampling_lot')
export class SamplingLot {
  @PrimaryColumn({ name: 'unit_id', type: 'text' })
  unitId: string;

  @Column({ name: 'stream_id', type: 'text' })
  streamId: string;

  @Column({ name: 'is_accepted', type: 'boolean' })
  isAccepted: boolean;

  @Column({ name: 'at', type: 'text' })
  at: string;
}
