import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Class: private. A file that was looked through and of which nothing is recorded yet; gone once it is, or after days. */
@Entity('import_draft')
export class ImportDraft {
  @PrimaryColumn({ name: 'id', type: 'text' })
  id: string;

  @Column({ name: 'kind', type: 'text' })
  kind: string;

  @Column({ name: 'party_id', type: 'text' })
  partyId: string;

  @Column({ name: 'account_id', type: 'text' })
  accountId: string;

  @Column({ name: 'file_name', type: 'text' })
  fileName: string;

  /** SHA-256 in hex of the file as it came. */
  @Column({ name: 'file_hash', type: 'text' })
  fileHash: string;

  /** checking, checked or failed. */
  @Column({ name: 'state', type: 'text' })
  state: string;

  /** Thousandths of the file that are looked through. */
  @Column({ name: 'progress', type: 'integer' })
  progress: number;

  /** Rows with something in them, without the header. */
  @Column({ name: 'row_count', type: 'integer' })
  rows: number;

  /** What can be recorded: a product, a consignment with its lines, the readings of a unit. */
  @Column({ name: 'record_count', type: 'integer' })
  records: number;

  @Column({ name: 'problem_count', type: 'integer' })
  problems: number;

  /** SHA-256 in hex of the list of records, as canonical JSON lines. */
  @Column({ name: 'list_hash', type: 'text', nullable: true })
  listHash: string | null;

  /** JSON: the first problems. */
  @Column({ name: 'first_problems', type: 'text' })
  firstProblems: string;

  /** JSON: the first records as they will be recorded. */
  @Column({ name: 'preview', type: 'text' })
  preview: string;

  @Column({ name: 'made_at', type: 'text' })
  madeAt: string;

  /** When whoever looks through it was last heard of. */
  @Column({ name: 'seen_at', type: 'text' })
  seenAt: string;
}

/** Class: projection. An import that was committed: how far it is recorded, or taken back. */
@Entity('import_run')
export class ImportRun {
  @PrimaryColumn({ name: 'id', type: 'text' })
  id: string;

  @Column({ name: 'kind', type: 'text' })
  kind: string;

  @Column({ name: 'party_id', type: 'text' })
  partyId: string;

  @Column({ name: 'account_id', type: 'text' })
  accountId: string;

  /** Empty, but for entries from before names were left out. */
  @Column({ name: 'file_name', type: 'text' })
  fileName: string;

  @Column({ name: 'file_hash', type: 'text' })
  fileHash: string;

  @Column({ name: 'list_hash', type: 'text' })
  listHash: string;

  @Column({ name: 'row_count', type: 'integer' })
  rows: number;

  @Column({ name: 'record_count', type: 'integer' })
  records: number;

  /** recording, recorded, stopped, undoing or undone. */
  @Column({ name: 'state', type: 'text' })
  state: string;

  /** How many records of the list are dealt with. */
  @Column({ name: 'position', type: 'integer' })
  position: number;

  @Column({ name: 'recorded', type: 'integer' })
  recorded: number;

  @Column({ name: 'refused', type: 'integer' })
  refused: number;

  @Column({ name: 'undone', type: 'integer' })
  undone: number;

  /** Records that could not be taken back. */
  @Column({ name: 'kept', type: 'integer' })
  kept: number;

  /** Why it stopped before its end; null otherwise. */
  @Column({ name: 'stopped_by', type: 'text', nullable: true })
  stoppedBy: string | null;

  @Column({ name: 'undo_reason', type: 'text', nullable: true })
  undoReason: string | null;

  @Column({ name: 'committed_at', type: 'text' })
  committedAt: string;

  @Column({ name: 'changed_at', type: 'text' })
  changedAt: string;
}

/** Class: projection. What became of one record of an import. */
@Entity('import_record')
export class ImportRecord {
  @PrimaryColumn({ name: 'import_id', type: 'text' })
  importId: string;

  /** Its place in the list, from 0. */
  @PrimaryColumn({ name: 'place', type: 'integer' })
  place: number;

  /** The number of its first row in the sheet. */
  @Column({ name: 'sheet_row', type: 'integer' })
  row: number;

  /** recorded, refused, undone or kept. */
  @Column({ name: 'state', type: 'text' })
  state: string;

  /** Of the product, consignment or inspection; null when it was refused. */
  @Column({ name: 'subject_id', type: 'text', nullable: true })
  subjectId: string | null;

  /** Its entries in the log: from the first, up to before the last. */
  @Column({ name: 'first_entry', type: 'bigint' })
  firstEntry: number;

  @Column({ name: 'end_entry', type: 'bigint' })
  endEntry: number;

  /** Code of the refusal, and what it says; null when all is well. */
  @Column({ name: 'problem', type: 'text', nullable: true })
  problem: string | null;

  @Column({ name: 'problem_zh', type: 'text', nullable: true })
  problemZh: string | null;

  @Column({ name: 'problem_en', type: 'text', nullable: true })
  problemEn: string | null;
}
