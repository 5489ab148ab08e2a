import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { schema } from '../../src/app/schema.js';
import { verifyDatabase } from '../../src/app/verify-database.js';
import type { VerifiedLog, VerifyOptions } from '../../src/ledger/verify/verify-log.js';
import { readConfig } from '../../src/platform/config/config.js';
import { openSnapshot } from '../../src/platform/database/snapshot.js';

/** Verifies the log in a database, and its projected tables when asked. */
export async function verifyStored(url: string, options: VerifyOptions, isWithTables: boolean): Promise<VerifiedLog> {
  const snapshot = await openSnapshot(readConfig({ DATABASE_URL: url }), schema);
  const folder = isWithTables ? await mkdtemp(join(tmpdir(), 'yanzhen-verify-')) : undefined;
  try {
    return await verifyDatabase(snapshot.reader, { ...options, replayIn: folder });
  } finally {
    await snapshot.close();
    if (folder) await rm(folder, { recursive: true, force: true });
  }
}
