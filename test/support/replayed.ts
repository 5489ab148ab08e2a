import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projections } from '../../src/app/projections.js';
import { schema } from '../../src/app/schema.js';
import { compareTables, type Projection, Projections, replay } from '../../src/ledger/index.js';
import { readConfig } from '../../src/platform/config/config.js';
import { openDatabase } from '../../src/platform/database/open-database.js';
import { type DatabaseKind, emptyDatabase } from './databases.js';
import type { World } from './world.js';

/** Replays the log of a world into an empty database; answers how a module's tables differ from the live ones. */
export async function differencesAfterReplay(
  world: World,
  kind: DatabaseKind,
  { tables }: Projection,
): Promise<readonly object[]> {
  const folder = await mkdtemp(join(tmpdir(), 'yanzhen-replay-'));
  const environment = { DATA_DIR: folder, KEYS_DIR: folder, DATABASE_URL: await emptyDatabase(kind, folder) };
  const rebuilt = await openDatabase(readConfig(environment), schema);
  try {
    await replay(world.database.reader, rebuilt.database, new Projections(projections));
    return await compareTables(world.database.reader, rebuilt.database.reader, tables);
  } finally {
    await rebuilt.close();
    await rm(folder, { recursive: true, force: true });
  }
}
