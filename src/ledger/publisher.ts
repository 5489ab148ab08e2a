import { sha256 } from '../platform/keys/sha256.js';
import { verifyEd25519 } from '../platform/keys/signing-key.js';
import { formatNote, openCheckpoint, parseNote, parsePolicy, TlogError } from '../tlog/index.js';
import type { Ledger } from './ledger.js';
import type { LogPolicy } from './log-policy.js';
import type { LogQueries } from './log.queries.js';
import type { PublicationLock } from './publication-lock.js';
import type { Signer } from './signer.js';
import type { Round } from './witnesses.js';
import type { Witnessing } from './witnessing.js';

export interface PublisherParts {
  readonly ledger: Ledger;
  readonly queries: LogQueries;
  readonly signer: Signer;
  readonly policy: LogPolicy;
  readonly lock: PublicationLock;
}

/** From the beginning of a round without a quorum to the next at least this, twice as long each time. */
const FIRST_PAUSE_MILLIS = 1_000;
const LONGEST_PAUSE_MILLIS = 30_000;

/** Publishes checkpoints: brings the newest signed one to the witnesses and stores it once a quorum has cosigned. */
export class Publisher {
  private pauseMillis = FIRST_PAUSE_MILLIS;
  private nextTry = 0;
  private checked: { readonly note: string; readonly isEnough: boolean } | undefined;

  constructor(
    private readonly parts: PublisherParts,
    private readonly witnessing: Witnessing,
  ) {}

  /** One attempt, if this process publishes and there is something to publish. Throws when it cannot be stored. */
  async publish(now = performance.now()): Promise<void> {
    if (!this.witnessing.isOn || now < this.nextTry || !(await this.parts.lock.isMine())) return;
    if (!(await this.isDue()) && !this.witnessing.isContested) return;
    const round = await this.witnessing.round();
    if (!round?.isQuorumMet) {
      this.pause(now);
      return;
    }
    this.pauseMillis = FIRST_PAUSE_MILLIS;
    await this.store(round.size, withCosignatures(round));
  }

  /** Asks no more; what is being asked ends at once. */
  stop(): void {
    this.witnessing.close();
  }

  /** Lets another process publish. */
  release(): void {
    this.parts.lock.release();
  }

  private async isDue(): Promise<boolean> {
    const signed = await this.parts.queries.newestSigned();
    const published = await this.parts.queries.newestPublished();
    if (!signed) return false;
    return !published || published.size < signed.size || !this.isEnough(published.note);
  }

  /** The policy may ask for other witnesses than it did when the checkpoint was published. */
  private isEnough(note: string): boolean {
    if (this.checked?.note !== note) this.checked = { note, isEnough: this.isTrusted(note) };
    return this.checked.isEnough;
  }

  private isTrusted(note: string): boolean {
    const vkeys = this.parts.signer.announced.map(({ vkey }) => vkey);
    try {
      openCheckpoint(note, parsePolicy(sha256, this.parts.policy.textFor(vkeys, undefined)), verifyEd25519);
      return true;
    } catch (error) {
      if (error instanceof TlogError) return false;
      throw error;
    }
  }

  private pause(now: number): void {
    this.nextTry = now + this.pauseMillis;
    this.pauseMillis = Math.min(2 * this.pauseMillis, LONGEST_PAUSE_MILLIS);
  }

  private async store(size: number, note: string): Promise<void> {
    await this.parts.ledger.run((tx) =>
      tx.execute(
        `INSERT INTO ledger_published (size, note) VALUES (?, ?) ON CONFLICT (size) DO UPDATE SET note = excluded.note`,
        [size, note],
      ),
    );
  }
}

function withCosignatures({ note, cosignatures }: Pick<Round, 'cosignatures'> & { readonly note: string }): string {
  const { text, signatures } = parseNote(note);
  return formatNote({ text, signatures: [...signatures, ...cosignatures] });
}
