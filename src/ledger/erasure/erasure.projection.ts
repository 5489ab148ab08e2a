import type { WriteTx } from '../../platform/database/sql.js';
import { IdempotencyKey, LedgerDisclosure } from '../ledger.entity.js';
import { on, type Projection } from '../projection.js';
import { personalErased } from './personal-erased.js';

/** In place of a request's hash, from which a short content could be guessed. */
export const ERASED_REQUEST = 'erased';

/**
 * Destroys what an erasure entry names: when it is decided, and again where an older database is brought up to date. The
 * modules' own projections take it out of their tables.
 */
export const erasureProjection: Projection = {
  tables: [],
  rules: [
    on(personalErased, async (tx, { index, contents }) => {
      for (const idx of contents.clear.entries) {
        if (idx >= index) continue;
        await tx.delete(LedgerDisclosure, { idx, grp: 'personal' });
        await forgetRequest(tx, idx);
      }
    }),
  ],
};

/** The key stays, so that a late repetition cannot bring the data back as a new command. */
async function forgetRequest(tx: WriteTx, idx: number): Promise<void> {
  const { name } = tx.shapeOf(IdempotencyKey);
  await tx.execute(`UPDATE ${name} SET request_hash = ? WHERE first_idx <= ? AND first_idx + entry_count > ?`, [
    ERASED_REQUEST,
    idx,
    idx,
  ]);
}
