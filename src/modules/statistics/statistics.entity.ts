import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Verdict } from '../inspection/index.js';

/** Class: projection. An item that did not pass in the last submission of an inspection. */
@Entity('statistic_finding')
export class StatisticFinding {
  @PrimaryColumn({ name: 'inspection_id', type: 'text' })
  inspectionId: string;

  @PrimaryColumn({ name: 'item', type: 'text' })
  item: string;

  @Column({ name: 'verdict', type: 'text' })
  verdict: Verdict;
}

/** Class: projection. Where a unit came from before its merchant, where its category records that. */
@Entity('statistic_supplier')
export class StatisticSupplier {
  @PrimaryColumn({ name: 'unit_id', type: 'text' })
  unitId: string;

  @Column({ name: 'supplier', type: 'text' })
  supplier: string;
}
