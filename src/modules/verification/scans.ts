import { Injectable } from '@nestjs/common';
import { Ids } from '../../kernel/ids.js';
import { addMillis, Clock, type Instant, isInstant } from '../../kernel/instant.js';
import { invariant } from '../../kernel/invariant.js';
import { Refusal } from '../../kernel/refusal.js';
import { Ledger } from '../../ledger/index.js';
import { Database } from '../../platform/database/database.js';
import type { Reader, Tx } from '../../platform/database/sql.js';
import { Scan, ScanCount } from './scan.entity.js';
import type { VerifyScans } from './verification.view.js';
import { visitorNetwork } from './visitor-network.rules.js';

/** Long enough to look into copied labels, no longer: after that only the count remains. */
const KEPT_MILLIS = 90 * 24 * 3_600_000;

const COUNT = `INSERT INTO scan_count (label_id, scans, first_at, last_at) VALUES (?, 1, ?, ?)
  ON CONFLICT (label_id) DO UPDATE SET scans = scan_count.scans + 1, last_at = excluded.last_at`;

/** Counts scans of item codes, beside the log: a count is no fact about the goods. */
@Injectable()
export class Scans {
  constructor(
    private readonly ledger: Ledger,
    private readonly database: Database,
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  /** Counts a scan from an address; the answer includes it. */
  async count(labelId: string, address: string): Promise<VerifyScans> {
    const scan = { id: this.ids.next(), labelId, network: visitorNetwork(address) };
    try {
      return await this.ledger.run((tx, at) => countIn(tx, { ...scan, at }));
    } catch (error) {
      // A reader gets the page also while nothing can be written: a full disk, a log that is read-only.
      if (error instanceof Refusal && error.kind === 'busy') return this.uncounted(labelId);
      throw error;
    }
  }

  private async uncounted(labelId: string): Promise<VerifyScans> {
    const known = await countOf(this.database.reader, labelId);
    return { count: (known?.count ?? 0) + 1, first: known?.first ?? this.clock.now() };
  }
}

async function countIn(tx: Tx, scan: Scan & { readonly at: Instant }): Promise<VerifyScans> {
  await tx.execute('DELETE FROM scan WHERE at < ?', [addMillis(scan.at, -KEPT_MILLIS)]);
  await tx.insert(Scan, scan);
  await tx.execute(COUNT, [scan.labelId, scan.at, scan.at]);
  const counted = await countOf(tx, scan.labelId);
  invariant(counted, 'a scan that was counted has a count');
  return counted;
}

async function countOf(reader: Reader, labelId: string): Promise<VerifyScans | undefined> {
  const row = await reader.findOne(ScanCount, { labelId });
  if (!row) return undefined;
  invariant(isInstant(row.firstAt), 'a scan has a time');
  return { count: row.scans, first: row.firstAt };
}
