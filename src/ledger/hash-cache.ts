import type { Hash, NodeId, ReadHashes } from '../tlog/index.js';

/** About 3 MB: of what was asked for last, some two thousand proofs that share little. */
const MOST_HASHES = 16_384;

/**
 * Hashes of complete subtrees, which never change once the log has them. A proof that was asked for before reads and
 * hashes nothing; one that was not has only the lowest tile of its entry to read.
 */
export class HashCache {
  private readonly known = new Map<number, Hash>();

  constructor(private readonly most = MOST_HASHES) {}

  /** Reads through `read` what is not known yet, in one call. */
  over(read: ReadHashes): ReadHashes {
    return async (nodes) => {
      const found = nodes.map((node) => this.take(keyOf(node)));
      const missing = nodes.filter((_, at) => !found[at]);
      const hashes = missing.length > 0 ? await read(missing) : [];
      missing.forEach((node, at) => this.keep(keyOf(node), hashes[at]));
      const rest = hashes.values();
      return found.flatMap((hash) => hash ?? rest.next().value ?? []);
    };
  }

  /** A hash that is taken becomes the newest. */
  private take(key: number): Hash | undefined {
    const hash = this.known.get(key);
    if (hash && this.known.delete(key)) this.known.set(key, hash);
    return hash;
  }

  private keep(key: number, hash: Hash | undefined): void {
    if (hash) this.known.set(key, hash);
    const [oldest] = this.known.keys();
    if (this.known.size > this.most && oldest !== undefined) this.known.delete(oldest);
  }
}

/** One number for both: levels stay below 64, and indexes of trees below 2^47 keep the number exact. */
function keyOf({ level, index }: NodeId): number {
  return index * 64 + level;
}
