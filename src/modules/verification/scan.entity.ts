import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Class: private. How often the code of one label copy was opened. */
@Entity('scan_count')
export class ScanCount {
  @PrimaryColumn({ name: 'label_id', type: 'text' })
  labelId: string;

  @Column({ name: 'scans', type: 'integer' })
  scans: number;

  @Column({ name: 'first_at', type: 'text' })
  firstAt: string;

  @Column({ name: 'last_at', type: 'text' })
  lastAt: string;
}

/** Class: private. One scan, kept for a bounded time; of its address only the network. */
@Entity('scan')
export class Scan {
  @PrimaryColumn({ name: 'id', type: 'text' })
  id: string;

  @Column({ name: 'label_id', type: 'text' })
  labelId: string;

  @Column({ name: 'at', type: 'text' })
  at: string;

  /** IPv4 /24 or IPv6 /48. */
  @Column({ name: 'network', type: 'text' })
  network: string;
}
