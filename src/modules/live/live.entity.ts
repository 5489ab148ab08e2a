import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Class: projection. One live room and what its screen shows. */
@Entity('live_session')
export class LiveSession {
  @PrimaryColumn({ name: 'id', type: 'text' })
  id: string;

  /** Whose host opened it. */
  @Column({ name: 'party_id', type: 'text' })
  partyId: string;

  @Column({ name: 'title', type: 'text' })
  title: string;

  /** `portrait` or `landscape`. */
  @Column({ name: 'layout', type: 'text' })
  layout: string;

  /** How the screen leads viewers to the certificate: `none`, `number`, `short` or `qr`. */
  @Column({ name: 'code_style', type: 'text' })
  codeStyle: string;

  /** `open` or `ended`. */
  @Column({ name: 'state', type: 'text' })
  state: string;

  /** What is on the screen; null while it is empty. */
  @Column({ name: 'certificate_id', type: 'text', nullable: true })
  certificateId: string | null;

  @Column({ name: 'opened_at', type: 'text' })
  openedAt: string;

  @Column({ name: 'ended_at', type: 'text', nullable: true })
  endedAt: string | null;
}

/** Class: projection. The on-air log: which certificate was shown, and from when to when. */
@Entity('live_pick')
export class LivePick {
  /** Index of the log entry. */
  @PrimaryColumn({ name: 'entry', type: 'bigint' })
  entry: number;

  @Column({ name: 'session_id', type: 'text' })
  sessionId: string;

  @Column({ name: 'certificate_id', type: 'text' })
  certificateId: string;

  @Column({ name: 'certificate_number', type: 'text' })
  certificateNumber: string;

  @Column({ name: 'shown_at', type: 'text' })
  shownAt: string;

  /** Null while it is on the screen. */
  @Column({ name: 'taken_down_at', type: 'text', nullable: true })
  takenDownAt: string | null;
}

/** Class: private. The address of a session's overlay; whoever has it sees what everybody in the room sees. */
@Entity('live_token')
export class LiveToken {
  /** SHA-256 of the token, hex. */
  @PrimaryColumn({ name: 'token_hash', type: 'text' })
  tokenHash: string;

  @Column({ name: 'session_id', type: 'text' })
  sessionId: string;
}
