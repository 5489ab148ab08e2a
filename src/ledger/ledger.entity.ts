import { Column, Entity, PrimaryColumn } from 'typeorm';

// The two tables that hold bytes, ledger_entry and ledger_tile, have no entity: TypeORM has no type of bytes that
// both databases know. They are read and written in leaf-store.ts only.

/** Class: ledger. The one row whose update is the turn of a writer. */
@Entity('ledger_head')
export class LedgerHead {
  @PrimaryColumn({ name: 'id', type: 'integer' })
  id: number;

  @Column({ name: 'origin', type: 'text' })
  origin: string;

  @Column({ name: 'size', type: 'bigint' })
  size: number;

  /** Root hash of the tree, hex. */
  @Column({ name: 'root', type: 'text' })
  root: string;

  /** Time of the last entry: entry times never run backwards. */
  @Column({ name: 'at', type: 'text' })
  at: string;

  @Column({ name: 'turn', type: 'bigint' })
  turn: number;
}

/** Class: ledger. Content and salt behind a commitment; the row of an erased group is gone. */
@Entity('ledger_disclosure')
export class LedgerDisclosure {
  @PrimaryColumn({ name: 'idx', type: 'bigint' })
  idx: number;

  @PrimaryColumn({ name: 'grp', type: 'text' })
  grp: string;

  @Column({ name: 'salt', type: 'text' })
  salt: string;

  @Column({ name: 'content', type: 'text' })
  content: string;
}

/** Class: ledger. Which entries a subject stands in; a function of the entries. */
@Entity('ledger_subject')
export class LedgerSubject {
  @PrimaryColumn({ name: 'type', type: 'text' })
  type: string;

  @PrimaryColumn({ name: 'id', type: 'text' })
  id: string;

  @PrimaryColumn({ name: 'idx', type: 'bigint' })
  idx: number;
}

/** Class: ledger. The signed note of every commit. */
@Entity('ledger_checkpoint')
export class LedgerCheckpoint {
  @PrimaryColumn({ name: 'size', type: 'bigint' })
  size: number;

  @Column({ name: 'note', type: 'text' })
  note: string;
}

/** Class: ledger. The checkpoints that a quorum of witnesses cosigned, with their cosignatures. */
@Entity('ledger_published')
export class LedgerPublished {
  @PrimaryColumn({ name: 'size', type: 'bigint' })
  size: number;

  @Column({ name: 'note', type: 'text' })
  note: string;
}

/** Class: private. The entries that a request with an Idempotency-Key made; the answer is rebuilt from them. */
@Entity('idempotency_key')
export class IdempotencyKey {
  @PrimaryColumn({ name: 'account_id', type: 'text' })
  accountId: string;

  @PrimaryColumn({ name: 'key', type: 'text' })
  key: string;

  @Column({ name: 'request_hash', type: 'text' })
  requestHash: string;

  @Column({ name: 'first_idx', type: 'bigint' })
  firstIdx: number;

  @Column({ name: 'entry_count', type: 'integer' })
  entryCount: number;

  @Column({ name: 'at', type: 'text' })
  at: string;
}
