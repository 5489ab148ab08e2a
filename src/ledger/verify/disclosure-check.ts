import type { Reader } from '../../platform/database/sql.js';
import { commitmentOf } from '../commitment.js';
import type { Commitments } from '../entry.js';
import { erasedBy } from '../erasure/personal-erased.js';
import { DISCLOSURE_GROUPS } from '../event.js';
import { LedgerDisclosure } from '../ledger.entity.js';
import type { Findings } from './findings.js';
import type { ReadEntry } from './verify-log.js';

/** As `disclose` writes it; Buffer would read other spellings as the same bytes. */
const SALT = /^[0-9a-f]{64}$/;

const ROWS_AT_ONCE = 500;

/** Contents and salts against the commitments of the entries: all are there but those that a later entry erases. */
export class DisclosureCheck {
  /** Entries without their `personal` group that no erasure has named so far. */
  private readonly unexplained = new Set<number>();
  private readonly erased: number[] = [];

  constructor(
    private readonly reader: Reader,
    private readonly findings: Findings,
  ) {}

  async read(
    { first, end }: { readonly first: number; readonly end: number },
    entries: readonly ReadEntry[],
  ): Promise<void> {
    const rows = await this.reader.query<LedgerDisclosure>(
      `SELECT idx AS "idx", grp AS "grp", salt AS "salt", content AS "content" FROM ledger_disclosure
       WHERE idx >= ? AND idx < ? ORDER BY idx`,
      [first, end],
    );
    const found = new Set<string>();
    const byIndex = new Map(entries.map(({ index, entry }) => [index, entry.commitments]));
    for (const row of rows) {
      found.add(placeOf(row.idx, row.grp));
      const commitments = byIndex.get(row.idx);
      if (commitments) this.check(row, commitments);
    }
    for (const { index, entry } of entries) {
      this.checkNoneMissing(index, entry.commitments, found);
      for (const named of erasedBy(entry, index)) {
        this.unexplained.delete(named);
        this.erased.push(named);
      }
    }
  }

  async finish(size: number): Promise<void> {
    for (const index of this.unexplained) this.addMissing(placeOf(index, 'personal'));
    await this.checkErased();
    const rows = await this.reader.query<{ idx: number; grp: string }>(
      'SELECT idx AS "idx", grp AS "grp" FROM ledger_disclosure WHERE idx < 0 OR idx >= ? ORDER BY idx LIMIT 1',
      [size],
    );
    for (const { idx, grp } of rows) this.findings.add(placeOf(idx, grp), '没有对应的条目', 'there is no such entry');
  }

  private check(row: LedgerDisclosure, commitments: Commitments): void {
    const group = DISCLOSURE_GROUPS.find((known) => known === row.grp);
    const committed = group && commitments[group];
    if (group && committed && SALT.test(row.salt) && committed === commitmentOf({ ...row, group })) return;
    this.findings.add(
      placeOf(row.idx, row.grp),
      committed ? '内容不是条目所承诺的' : '条目对该组没有承诺',
      committed ? 'the content is not what the entry committed to' : 'the entry has no commitment for this group',
    );
  }

  private checkNoneMissing(index: number, commitments: Commitments, found: ReadonlySet<string>): void {
    for (const group of Object.keys(commitments)) {
      const where = placeOf(index, group);
      if (found.has(where)) continue;
      if (group === 'personal') this.unexplained.add(index);
      else this.addMissing(where);
    }
  }

  private addMissing(where: string): void {
    this.findings.add(where, '缺少所承诺的内容', 'the content that was committed to is missing');
  }

  private async checkErased(): Promise<void> {
    for (let first = 0; first < this.erased.length; first += ROWS_AT_ONCE) {
      const idx = this.erased.slice(first, first + ROWS_AT_ONCE);
      for (const row of await this.reader.find(LedgerDisclosure, { idx, grp: 'personal' })) {
        this.findings.add(placeOf(row.idx, row.grp), '已删除的内容又出现了', 'content that was erased is there again');
      }
    }
  }
}

function placeOf(index: number, group: string): string {
  return `ledger_disclosure ${index} ${group}`;
}
