import type { Reader, Tx } from '../../platform/database/sql.js';
import { sha256 } from '../../platform/keys/sha256.js';
import { type ChangedTile, type Checkpoint, equalBytes, leafHash, toHex, type TreeEdge } from '../../tlog/index.js';
import { personalErased } from '../erasure/personal-erased.js';
import { LedgerCheckpoint, LedgerDisclosure } from '../ledger.entity.js';
import { saveTile } from '../leaf-store.js';
import type { IndexedEntry } from '../log-keys.js';
import { restoreEntry } from '../restore-entry.js';
import { TrustedKeys } from '../verify/trusted-keys.js';
import type { PlacedBytes } from './missing-entries.js';
import { type LostEntry, RecoveryFault, type RecoveryOptions } from './recovery.js';

export interface RefillParts extends RecoveryOptions {
  readonly contents: Reader | undefined;
  /** The edge of the older tree; it grows. */
  readonly edge: TreeEdge;
  /** The entries about the log itself that are there already: they name its keys. */
  readonly named: readonly IndexedEntry[];
}

/** Puts entries behind those that are there, checking each signed checkpoint and the guard as the tree passes them. */
export class Refill {
  readonly lost: LostEntry[] = [];
  /** The time of the last entry; empty before the first. */
  lastAt = '';
  /** How many entries erased people. */
  erasures = 0;
  /** How many checkpoints were stored. */
  notes = 0;
  private readonly keys: TrustedKeys;
  private readonly firstMissing: number;

  constructor(
    private readonly tx: Tx,
    private readonly parts: RefillParts,
  ) {
    this.keys = new TrustedKeys(parts.vkeys);
    for (const entry of parts.named) this.keys.read(entry);
    this.firstMissing = parts.edge.size;
  }

  async add(entries: readonly PlacedBytes[]): Promise<void> {
    const notes = await this.notesOver(entries);
    const changed = new Map<string, ChangedTile>();
    for (const { index, bytes } of entries) {
      await this.restore(index, bytes);
      for (const tile of this.parts.edge.append([leafHash(sha256, bytes)])) {
        changed.set(`${tile.level}/${tile.index}`, tile);
      }
      this.checkGuard();
      const note = notes.get(index + 1);
      if (note !== undefined) await this.keep(note);
    }
    for (const tile of changed.values()) await saveTile(this.tx, tile);
  }

  /** The tree must be the one of the source's checkpoint, and that signed by a key of the log. */
  async finish({ size, root }: Checkpoint, note: string): Promise<void> {
    const { edge } = this.parts;
    if (edge.size !== size || !equalBytes(edge.root(), root)) throw otherTree(this.firstMissing);
    const [stored] = await this.tx.find(LedgerCheckpoint, { size });
    if (!stored) await this.keep(note);
  }

  /** Without the contents of an entry it is put into the log alone. */
  private async restore(index: number, bytes: Uint8Array): Promise<void> {
    const disclosures = (await this.parts.contents?.find(LedgerDisclosure, { idx: index })) ?? [];
    const { entry, wrong, lost } = await restoreEntry(this.tx, this.parts.projections, { index, bytes, disclosures });
    const [group] = wrong;
    if (group) throw wrongContent(index, group);
    if (lost.length > 0) this.lost.push({ index, kind: entry.kind });
    if (entry.kind === personalErased.kind) this.erasures++;
    this.keys.read({ index, entry });
    this.lastAt = entry.at;
  }

  /** Signed notes of the source, where it is a database; they are what vouches for keys that were announced meanwhile. */
  private async notesOver(entries: readonly PlacedBytes[]): Promise<Map<number, string>> {
    const [first, last] = [entries[0], entries.at(-1)];
    if (!this.parts.contents || !first || !last) return new Map();
    const rows = await this.parts.contents.query<{ size: number; note: string }>(
      'SELECT size AS "size", note AS "note" FROM ledger_checkpoint WHERE size > ? AND size <= ?',
      [first.index, last.index + 1],
    );
    return new Map(rows.map(({ size, note }) => [size, note]));
  }

  private async keep(note: string): Promise<void> {
    const { edge } = this.parts;
    const signed = this.keys.open(note, this.lastAt);
    if (!signed) throw notSigned(edge.size);
    if (signed.size !== edge.size || !equalBytes(signed.root, edge.root())) throw otherTree(this.firstMissing);
    this.keys.believeUpTo(edge.size);
    await this.tx.insert(LedgerCheckpoint, { size: edge.size, note });
    this.notes++;
  }

  private checkGuard(): void {
    const { edge, guarded } = this.parts;
    if (guarded?.size === edge.size && guarded.root !== toHex(edge.root())) throw notGuarded(edge.size);
  }
}

function wrongContent(index: number, group: string): RecoveryFault {
  return new RecoveryFault(
    `第 ${index} 条的 ${group} 内容不是条目所承诺的。`,
    `Entry ${index}: the ${group} content is not what it committed to.`,
  );
}

function otherTree(first: number): RecoveryFault {
  return new RecoveryFault(
    `来源的条目接在本数据库之后,得不出来源签名的根:其中一方不是这份账本(从第 ${first} 条起,或更早)。`,
    `With the source's entries behind this database's, the root is not the signed one: one of them is not this log, from entry ${first} on or before.`,
  );
}

function notSigned(size: number): RecoveryFault {
  return new RecoveryFault(
    `来源在第 ${size} 条处的检查点没有本账本的签名。`,
    `The source's checkpoint at ${size} is not signed by a key of this log.`,
  );
}

function notGuarded(size: number): RecoveryFault {
  return new RecoveryFault(
    `来源在第 ${size} 条处与签名守护文件不一致:它不是签过名的那一份。`,
    `At ${size} entries the source differs from the signing guard: it is not the log that was signed.`,
  );
}
