import type { RecoverySource } from '../ledger/recover/recovery.js';
import { DatabaseSource } from '../ledger/verify/database-source.js';
import { folderSource } from '../ledger/verify/folder-source.js';
import { webSource } from '../ledger/verify/web-source.js';
import { type Environment, readConfig } from '../platform/config/config.js';
import { openSnapshot, type Snapshot } from '../platform/database/snapshot.js';
import { schema } from './schema.js';

export interface SourceWish {
  /** A database URL, a folder in the layout of C2SP tlog-tiles, or the web address of a log. */
  readonly from: string;
  /** A database that has the contents of entries, where `from` is no database. */
  readonly disclosures: string | undefined;
}

const DATABASE = /^(postgres(ql)?:\/\/|sqlite:)/;

/** Opens what entries and their contents are read from; nothing there is written or migrated. */
export async function openRecoverySource(
  environment: Environment,
  { from, disclosures }: SourceWish,
): Promise<RecoverySource & { close(): Promise<void> }> {
  const url = DATABASE.test(from) ? from : disclosures;
  const database = url === undefined ? undefined : await snapshotOf(environment, url);
  try {
    return { ...(await logAndContents(from, database)), close: async () => database?.close() };
  } catch (error) {
    await database?.close();
    throw error;
  }
}

async function logAndContents(from: string, database: Snapshot | undefined): Promise<RecoverySource> {
  const contents = database?.reader;
  if (contents && DATABASE.test(from)) return { log: new DatabaseSource(contents), contents };
  if (/^https?:\/\//.test(from)) return { log: await webSource(from), contents };
  return { log: folderSource(from), contents };
}

function snapshotOf(environment: Environment, url: string): Promise<Snapshot> {
  return openSnapshot(readConfig({ ...environment, DATABASE_URL: url }), schema);
}
