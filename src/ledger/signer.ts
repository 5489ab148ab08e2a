import type { Refusal } from '../kernel/refusal.js';
import type { Reader } from '../platform/database/sql.js';
import { sha256 } from '../platform/keys/sha256.js';
import { formatCheckpoint, fromHex, parseNote, parseVkey, signNote } from '../tlog/index.js';
import type { SignedTree, SigningGuard } from './guard.js';
import type { KeyRing } from './key-ring.js';
import { refuse } from './ledger.refusals.js';
import { keysSigningAt, type LogKey, readLogKeys } from './log-keys.js';
import { storedRoot } from './tree-store.js';

/** The head of the log as the signer needs it: its tree, and the time of its last entry. */
export interface SignedHead extends SignedTree {
  readonly at: string;
}

interface Known extends SignedHead {
  readonly keys: readonly LogKey[];
}

/** Signs checkpoints of one log, and never two roots for one size. */
export class Signer {
  private verified: SignedTree | undefined;
  /** The newest head that this process knows, and which keys the log had named by then. */
  private known: Known = { size: 0, root: '', at: '', keys: [] };
  private halted: Refusal | undefined;

  constructor(
    private readonly ring: KeyRing,
    private readonly guard: SigningGuard,
  ) {}

  get origin(): string {
    return this.ring.origin;
  }

  /** The key that signs now; while two do, the older one, which everybody knows already. */
  get vkey(): string {
    return this.vkeys[0] ?? '';
  }

  /** All keys that sign now, the oldest first. */
  get vkeys(): readonly string[] {
    return this.vkeysAt(this.known.keys, this.known.at);
  }

  /** The key to check a note with: the oldest of the log's keys that signed it. */
  vkeyOf(note: string): string {
    const ids = new Set(parseNote(note).signatures.map(({ name, keyId }) => `${name} ${keyId}`));
    const signed = this.known.keys.find(({ vkey }) => {
      const { name, keyId } = parseVkey(sha256, vkey);
      return ids.has(`${name} ${keyId}`);
    });
    return signed?.vkey ?? this.vkey;
  }

  /** Every key that the log ever named as its own. */
  get announced(): readonly LogKey[] {
    return this.known.keys;
  }

  /** Keys at hand that the log has not named yet: made for the next rotation. */
  get prepared(): readonly string[] {
    const named = new Set(this.known.keys.map(({ vkey }) => vkey));
    return this.ring.vkeys.filter((vkey) => !named.has(vkey));
  }

  /** Tells whether this process can sign with the key, looking for new files. */
  holds(vkey: string): boolean {
    return this.ring.signerOf(vkey) !== undefined;
  }

  /** The keys that the log has named up to a head: only entries of another process can have changed them unseen. */
  async keysFor(reader: Reader, head: SignedTree): Promise<readonly LogKey[]> {
    const { size, root, keys } = this.known;
    return size === head.size && root === head.root ? keys : readLogKeys(reader, this.origin);
  }

  /** Learns of the head that another process has written. */
  async refresh(reader: Reader, head: SignedHead): Promise<void> {
    const keys = await this.keysFor(reader, head);
    if (head.size >= this.known.size) this.known = { size: head.size, root: head.root, at: head.at, keys };
  }

  /**
   * Throws a refusal unless the tree at the head extends all that this log has signed and released:
   * a restored backup has fewer entries than the guard, or other ones. And while a witness says that it has seen more.
   */
  async checkHead(reader: Reader, head: SignedTree): Promise<void> {
    if (this.halted) throw this.halted;
    const guarded = this.guard.read();
    if (!guarded && head.size > 0) throw refuse.readOnly({ reason: `${NO_GUARD.zh} ${NO_GUARD.en}` });
    if (!guarded || (guarded.size === this.verified?.size && guarded.root === this.verified.root)) return;
    if (guarded.size > head.size) throw refuse.readOnly({ reason: `${OLDER.zh} ${OLDER.en}` });
    const root = guarded.size === head.size ? head.root : await storedRoot(reader, guarded.size, head.size);
    if (root !== guarded.root) throw refuse.readOnly({ reason: `${FORKED.zh} ${FORKED.en}` });
    this.verified = guarded;
  }

  /** The largest tree that was signed and released, as the guard outside the database has it. */
  signedTree(): SignedTree | undefined {
    return this.guard.read();
  }

  /** Nothing is signed from now on, for this reason; undefined lets it go on. */
  halt(reason: Refusal | undefined): void {
    this.halted = reason;
  }

  /**
   * The note of a checkpoint, signed by every key of its time that is at hand: refused only when there is none.
   * Nothing that it returns may leave before the commit.
   */
  sign(head: SignedHead, keys: readonly LogKey[]): string {
    const text = formatCheckpoint({ origin: this.origin, size: head.size, root: fromHex(head.root) });
    const signers = this.vkeysAt(keys, head.at).flatMap((vkey) => this.ring.signerOf(vkey) ?? []);
    if (signers.length === 0) throw refuse.readOnly({ reason: `${NO_KEY.zh} ${NO_KEY.en}` });
    return signNote(text, ...signers);
  }

  /** Remembers the tree outside the database: after its commit, before anything of it is released. */
  remember({ size, root, at }: SignedHead, keys: readonly LogKey[]): void {
    this.guard.write({ size, root });
    this.verified = { size, root };
    this.known = { size, root, at, keys };
  }

  /** A log that is still empty has named no key: it will name the first one at hand. */
  private vkeysAt(keys: readonly LogKey[], at: string): readonly string[] {
    return keys.length === 0 ? this.ring.vkeys.slice(0, 1) : keysSigningAt(keys, at).map(({ vkey }) => vkey);
  }
}

const NO_GUARD = {
  zh: '找不到签名守护文件(KEYS_DIR)。',
  en: 'The signing guard (KEYS_DIR) is missing; bring it back from where this log was signed last.',
};
const OLDER = {
  zh: '数据库比已签名的账本旧(可能是恢复的备份);请用 npm run recover 补回缺失的条目。',
  en: 'The database is older than what was signed (a restored backup?). Recover the missing entries first: npm run recover.',
};
const FORKED = {
  zh: '数据库与已签名的账本不一致,不是这份账本的副本;请恢复另一份,再用 npm run recover。',
  en: 'The database differs from what was signed: it is not a copy of this log. Restore another one, then npm run recover.',
};
const NO_KEY = {
  zh: '没有当前有效的签名密钥(KEYS_DIR 或 LOG_SIGNING_KEY)。',
  en: 'None of the keys that sign now is here (KEYS_DIR or LOG_SIGNING_KEY); bring the announced one.',
};
