import type { Clock, Instant } from '../kernel/instant.js';
import type { Random } from '../kernel/ids.js';
import type { Database, Dialect } from '../platform/database/database.js';
import type { WriteSession } from '../platform/database/write-session.js';
import { toHex, type TreeEdge } from '../tlog/index.js';
import { LedgerCheckpoint, LedgerHead } from './ledger.entity.js';
import { refuse } from './ledger.refusals.js';
import { keyAnnounced, type LogKey } from './log-keys.js';
import type { Projections } from './projection.js';
import type { SignedHead, Signer } from './signer.js';
import type { PlacedEntry } from './store-entries.js';
import { TreeStore } from './tree-store.js';
import { Turn } from './turn.js';

/** What a commit made durable. */
export interface CommitResult {
  readonly entries: readonly PlacedEntry[];
  readonly size: number;
  /** The signed checkpoint over all entries of the commit. */
  readonly note: string;
}

export interface CommitterParts {
  readonly projections: Projections;
  readonly random: Random;
  readonly clock: Clock;
}

const HEAD = 1;

/** One transaction at a time: takes the turn on the head row, folds the new leaves in, signs, commits. */
export class Committer {
  private readonly trees = new TreeStore();
  private head: LedgerHead | undefined;
  private keys: readonly LogKey[] = [];
  private lastNote = '';
  onCommit: (commit: CommitResult) => void = () => undefined;
  onFailure: (error: unknown) => void = () => undefined;

  constructor(
    private readonly database: Database,
    private readonly signer: Signer,
    private readonly parts: CommitterParts,
  ) {}

  get dialect(): Dialect {
    return this.database.dialect;
  }

  get session(): WriteSession {
    return this.database.session;
  }

  async open(): Promise<Turn> {
    await this.session.begin();
    const { tx, ahead } = this.session;
    // The head is updated first: it makes writers of other processes wait here, before they have read anything.
    await ahead.execute('UPDATE ledger_head SET turn = turn + 1 WHERE id = ?', [HEAD]);
    const head = await ahead.findOne(LedgerHead, { id: HEAD });
    if (!head) throw new Error('the log has no head: it was not founded');
    await this.signer.checkHead(tx, head);
    this.keys = await this.signer.keysFor(tx, head);
    this.head = head;
    const now = this.parts.clock.now();
    const at = (now > head.at ? now : head.at) as Instant;
    return new Turn(tx, ahead, { size: head.size, at }, this.parts);
  }

  async close(turn: Turn): Promise<CommitResult> {
    if (turn.placed.length === 0) {
      await this.session.commit();
      return { entries: [], size: turn.size, note: this.lastNote };
    }
    const edge = await this.growTree(turn);
    const tree = { size: edge.size, root: toHex(edge.root()), at: turn.at };
    const isRotated = turn.placed.some(({ kind }) => kind === keyAnnounced.kind);
    if (isRotated || tree.size === turn.placed.length) this.keys = await this.signer.keysFor(turn.tx, tree);
    const note = this.signer.sign(tree, this.keys);
    await this.saveHead(turn, tree, note);
    await this.commitFor(tree, note);
    this.remember(tree);
    this.trees.keep(edge);
    this.lastNote = note;
    const commit = { entries: [...turn.placed], size: tree.size, note };
    this.onCommit(commit);
    return commit;
  }

  /** Ends a transaction that failed, and gives a broken connection back. */
  async abort(): Promise<void> {
    try {
      await this.session.rollback();
    } catch (error) {
      this.onFailure(error);
    } finally {
      this.session.end();
    }
  }

  asRefusal(error: unknown): unknown {
    this.onFailure(error);
    return refuse.storageFailed();
  }

  private async growTree(turn: Turn): Promise<TreeEdge> {
    const head = this.requireHead();
    const edge = await this.trees.edgeAt(turn.tx, head.size, head.root);
    const leaves = turn.placed.map((entry) => entry.leafHash);
    await this.trees.grow(turn.ahead, edge, leaves);
    return edge;
  }

  private async saveHead(turn: Turn, tree: SignedHead, note: string): Promise<void> {
    const before = this.requireHead();
    await turn.ahead.insert(LedgerCheckpoint, { size: tree.size, note });
    if (this.dialect === 'postgres') {
      await turn.ahead.execute(`SELECT pg_notify('ledger_head', ?)`, [String(tree.size)]);
    }
    const changed = await turn.tx.update(
      LedgerHead,
      { id: HEAD, size: before.size, root: before.root },
      { size: tree.size, root: tree.root, at: turn.at },
    );
    if (changed !== 1) throw new Error('the head changed under an open turn');
  }

  /** Commits; when the outcome is unknown, waits for the turn again and looks before anything is said. */
  private async commitFor(tree: SignedHead, note: string): Promise<void> {
    try {
      await this.session.commit();
    } catch (error) {
      this.onFailure(error);
      await this.abort();
      if (!(await this.isCommitted(tree, note))) throw error;
    }
  }

  private async isCommitted(tree: SignedHead, note: string): Promise<boolean> {
    try {
      await this.session.begin();
      await this.session.tx.execute('UPDATE ledger_head SET turn = turn + 1 WHERE id = ?', [HEAD]);
      const stored = await this.session.tx.findOne(LedgerCheckpoint, { size: tree.size });
      await this.session.rollback();
      return stored?.note === note;
    } catch (error) {
      throw withCause(refuse.outcomeUnknown(), error);
    }
  }

  /** A guard that cannot be written keeps the answers back: the entries stand, but are not released. */
  private remember(tree: SignedHead): void {
    try {
      this.signer.remember(tree, this.keys);
    } catch (error) {
      this.onFailure(error);
      throw withCause(refuse.outcomeUnknown(), error);
    }
  }

  private requireHead(): LedgerHead {
    if (!this.head) throw new Error('no turn is open');
    return this.head;
  }
}

function withCause(refusal: Error, cause: unknown): Error {
  refusal.cause = cause;
  return refusal;
}
