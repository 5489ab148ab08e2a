import type { Reader } from '../../platform/database/sql.js';
import { type Checkpoint, TILE_WIDTH, toHex } from '../../tlog/index.js';
import { LedgerHead } from '../ledger.entity.js';
import { DisclosureCheck } from './disclosure-check.js';
import type { Findings } from './findings.js';
import { NoteCheck } from './note-check.js';
import { SubjectCheck } from './subject-check.js';
import type { Beside, ReadEntry, SignedNote } from './verify-log.js';

/** The other tables of the ledger: each must be what the entries say, with no row more and none less. */
export class DatabaseCheck implements Beside {
  private readonly notes: NoteCheck;
  private readonly subjects: SubjectCheck;
  private readonly disclosures: DisclosureCheck;
  private lastAt = '';

  /** Read through a snapshot: what a server writes meanwhile would look like tampering. */
  constructor(
    private readonly reader: Reader,
    private readonly findings: Findings,
  ) {
    this.notes = new NoteCheck(reader, findings);
    this.subjects = new SubjectCheck(reader, findings);
    this.disclosures = new DisclosureCheck(reader, findings);
  }

  notesBetween(first: number, end: number): Promise<readonly SignedNote[]> {
    return this.notes.between(first, end);
  }

  async read(range: { readonly first: number; readonly end: number }, entries: readonly ReadEntry[]): Promise<void> {
    this.notes.checkCommits(entries);
    await this.subjects.read(entries);
    await this.disclosures.read(range, entries);
    this.lastAt = entries.at(-1)?.entry.at ?? this.lastAt;
  }

  async finish(checkpoint: Checkpoint): Promise<void> {
    await this.checkHead(checkpoint);
    await this.checkNoOtherEntry(checkpoint.size);
    await this.checkNoOtherTile(checkpoint.size);
    await this.notes.finish(checkpoint.size);
    await this.subjects.finish(checkpoint.size);
    await this.disclosures.finish(checkpoint.size);
  }

  private async checkHead({ origin, size, root }: Checkpoint): Promise<void> {
    const heads = await this.reader.find(LedgerHead, {});
    const [head] = heads;
    if (!head || heads.length > 1) {
      this.findings.add('ledger_head', '应恰有一行', 'there must be one row');
      return;
    }
    await this.checkNewestNote(head.size, size);
    const turns = await this.notes.count();
    const expected = { id: 1, origin, size, root: toHex(root), at: this.lastAt };
    for (const [column, value] of Object.entries(expected)) {
      const stored = new Map<string, unknown>(Object.entries(head)).get(column);
      if (stored === value) continue;
      this.findings.add(`ledger_head.${column}`, `应为 ${value},却是 ${stored}`, `is ${stored}, the log says ${value}`);
    }
    if (head.turn >= turns) return;
    this.findings.add('ledger_head.turn', '比检查点的数目还小', 'is less than the number of checkpoints');
  }

  /** Where head and entries agree on a larger tree, it is the newest checkpoint that was taken away. */
  private async checkNewestNote(headSize: number, size: number): Promise<void> {
    const [last] = await this.reader.query<{ idx: number | null }>('SELECT max(idx) AS "idx" FROM ledger_entry');
    if (headSize <= size || last?.idx !== headSize - 1) return;
    this.findings.add(`ledger_checkpoint ${headSize}`, '缺少最新的检查点', 'the newest checkpoint is missing');
  }

  private async checkNoOtherEntry(size: number): Promise<void> {
    const rows = await this.reader.query<{ idx: number }>(
      'SELECT idx AS "idx" FROM ledger_entry WHERE idx < 0 OR idx >= ? ORDER BY idx LIMIT 1',
      [size],
    );
    for (const { idx } of rows) {
      this.findings.add(
        `entry ${idx}`,
        '多出的条目,不在已签的日志中',
        'an entry too many: it is not in the signed log',
      );
    }
  }

  /** Every tile of the tree was compared; whatever else stands in the table does not belong there. */
  private async checkNoOtherTile(size: number): Promise<void> {
    const levels = await this.reader.query<{ level: number }>('SELECT DISTINCT level AS "level" FROM ledger_tile');
    for (const { level } of levels) {
      const end = level < 0 || level > 7 ? 0 : Math.ceil(Math.floor(size / TILE_WIDTH ** level) / TILE_WIDTH);
      const rows = await this.reader.query<{ idx: number }>(
        'SELECT idx AS "idx" FROM ledger_tile WHERE level = ? AND (idx < 0 OR idx >= ?) ORDER BY idx LIMIT 1',
        [level, end],
      );
      for (const { idx } of rows) {
        this.findings.add(`ledger_tile ${level} ${idx}`, '多出的分片', 'a tile too many: the tree has no such tile');
      }
    }
  }
}
