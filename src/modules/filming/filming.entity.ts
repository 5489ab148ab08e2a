import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { FilmKind } from './film-items.js';

/** Class: projection. A file of the packing that its merchant sent; its bytes are a blob. */
@Entity('packing_file')
export class PackingFile {
  @PrimaryColumn({ name: 'unit_id', type: 'text' })
  unitId: string;

  @PrimaryColumn({ name: 'kind', type: 'text' })
  kind: FilmKind;

  @Column({ name: 'sha256', type: 'text' })
  sha256: string;

  @Column({ name: 'media_type', type: 'text' })
  mediaType: string;

  @Column({ name: 'bytes', type: 'bigint' })
  bytes: number;

  @Column({ name: 'sent_at', type: 'text' })
  sentAt: string;
}
