import { sha256 } from '../../src/platform/keys/sha256.js';
import { newSigningKey } from '../../src/platform/keys/signing-key.js';
import {
  type ChangedTile,
  formatAddCheckpoint,
  formatCheckpoint,
  formatVkey,
  type Hash,
  keyId,
  KeyType,
  leafHash,
  type NoteSigner,
  proveConsistency,
  signNote,
  tileHashes,
  TreeEdge,
} from '../../src/tlog/index.js';

/** A log in memory with a key of its own, for tests of witnesses. */
export class SmallLog {
  readonly vkey: string;
  private readonly signer: NoteSigner;
  private readonly tiles = new Map<string, Uint8Array>();
  private readonly edge = new TreeEdge(sha256);
  private readonly roots: Hash[] = [this.edge.root()];

  constructor(
    readonly origin: string,
    private readonly key = newSigningKey().key,
  ) {
    this.vkey = formatVkey(sha256, { name: origin, type: KeyType.ed25519, key: key.publicKey });
    this.signer = { name: origin, keyId: keyId(sha256, origin, KeyType.ed25519, key.publicKey), sign: key.sign };
  }

  /** Another, empty log that signs by the same key under the same origin: what no log may ever do. */
  fork(): SmallLog {
    return new SmallLog(this.origin, this.key);
  }

  append(...entries: readonly string[]): void {
    for (const entry of entries) {
      this.edge.append([leafHash(sha256, Buffer.from(entry))]).forEach((tile) => this.keep(tile));
      this.roots.push(this.edge.root());
    }
  }

  get size(): number {
    return this.edge.size;
  }

  checkpoint(size = this.size, signer: NoteSigner = this.signer): string {
    return signNote(
      formatCheckpoint({ origin: this.origin, size, root: this.roots[size] ?? new Uint8Array(32) }),
      signer,
    );
  }

  async request(old: number, size = this.size): Promise<string> {
    return formatAddCheckpoint({ old, proof: await this.proof(old, size), checkpoint: this.checkpoint(size) });
  }

  proof(old: number, size = this.size): Promise<Hash[]> {
    return proveConsistency(
      sha256,
      Math.min(old, size),
      size,
      tileHashes(sha256, this.size, (level, index) =>
        Promise.resolve(this.tiles.get(`${level}/${index}`) ?? new Uint8Array()),
      ),
    );
  }

  private keep({ level, index, data }: ChangedTile): void {
    this.tiles.set(`${level}/${index}`, new Uint8Array(data));
  }
}
