import type { Reader } from '../platform/database/sql.js';
import { sha256 } from '../platform/keys/sha256.js';
import type { SigningKey } from '../platform/keys/signing-key.js';
import { formatCheckpoint, formatVkey, fromHex, keyId, KeyType, type NoteSigner, signNote } from '../tlog/index.js';
import type { SignedTree, SigningGuard } from './guard.js';
import { refuse } from './ledger.refusals.js';
import { storedRoot } from './tree-store.js';

/** Signs checkpoints of one log, and never two roots for one size. */
export class Signer {
  readonly vkey: string;
  private readonly noteSigner: NoteSigner;
  private verified: SignedTree | undefined;

  constructor(
    readonly origin: string,
    key: SigningKey,
    private readonly guard: SigningGuard,
  ) {
    this.vkey = formatVkey(sha256, { name: origin, type: KeyType.ed25519, key: key.publicKey });
    const id = keyId(sha256, origin, KeyType.ed25519, key.publicKey);
    this.noteSigner = { name: origin, keyId: id, sign: key.sign };
  }

  /**
   * Throws a refusal unless the tree at the head extends all that this log has signed and released:
   * a restored backup has fewer entries than the guard, or other ones.
   */
  async checkHead(reader: Reader, head: SignedTree): Promise<void> {
    const guarded = this.guard.read();
    if (!guarded && head.size > 0) throw refuse.readOnly({ reason: `${NO_GUARD.zh} ${NO_GUARD.en}` });
    if (!guarded || (guarded.size === this.verified?.size && guarded.root === this.verified.root)) return;
    if (guarded.size > head.size) throw refuse.readOnly({ reason: `${OLDER.zh} ${OLDER.en}` });
    const root = guarded.size === head.size ? head.root : await storedRoot(reader, guarded.size, head.size);
    if (root !== guarded.root) throw refuse.readOnly({ reason: `${FORKED.zh} ${FORKED.en}` });
    this.verified = guarded;
  }

  /** The signed note of a checkpoint. Nothing that it returns may leave before the commit. */
  sign(tree: SignedTree): string {
    const text = formatCheckpoint({ origin: this.origin, size: tree.size, root: fromHex(tree.root) });
    return signNote(text, this.noteSigner);
  }

  /** Remembers the tree outside the database: after its commit, before anything of it is released. */
  remember(tree: SignedTree): void {
    this.guard.write(tree);
    this.verified = tree;
  }
}

const NO_GUARD = {
  zh: '找不到签名守护文件(KEYS_DIR)。',
  en: 'The signing guard (KEYS_DIR) is missing; bring it back from where this log was signed last.',
};
const OLDER = {
  zh: '数据库比已签名的账本旧(可能是恢复的备份)。',
  en: 'The database is older than what was signed (a restored backup?). Recover the missing entries first.',
};
const FORKED = {
  zh: '数据库与已签名的账本不一致。',
  en: 'The database differs from what was signed.',
};
