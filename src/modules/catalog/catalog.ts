import { Logger } from '@nestjs/common';
import { SYSTEM_ACTOR } from '../../kernel/actor.js';
import type { Ids } from '../../kernel/ids.js';
import { Refusal } from '../../kernel/refusal.js';
import type { Ledger } from '../../ledger/index.js';
import type { Blobs } from '../../platform/blobs/blobs.js';
import type { Database } from '../../platform/database/database.js';
import type { Reader } from '../../platform/database/sql.js';
import { CategoryVersion } from './catalog.entity.js';
import { category as categorySubject, categoryLoaded } from './catalog.events.js';
import { refuse } from './catalog.refusals.js';
import { categoryOfBytes, readCategories } from './category-folder.js';
import type { LoadedCategory } from './loaded-category.js';

/** The categories of this server: those in its files, and earlier contents by their hash. */
export class Catalog {
  private readonly byHash = new Map<string, LoadedCategory>();

  constructor(
    private readonly current: readonly LoadedCategory[],
    private readonly blobs: Blobs,
  ) {
    for (const loaded of current) this.byHash.set(loaded.hash, loaded);
  }

  /** The category as it is now; throws `catalog.category-unknown`. */
  category(id: string): LoadedCategory {
    const found = this.current.find(({ category }) => category.id === id);
    if (!found) throw refuse.categoryUnknown({ id, known: this.current.map(({ category }) => category.id).join(', ') });
    return found;
  }

  categories(): readonly LoadedCategory[] {
    return this.current;
  }

  /** The category as it was when something was judged by it; throws an error when its blob is lost. */
  async categoryOf(hash: string): Promise<LoadedCategory> {
    const known = this.byHash.get(hash);
    if (known) return known;
    const bytes = await this.blobs.get(hash);
    if (!bytes) throw new Error(`the category of hash ${hash} is missing among the blobs`);
    const category = categoryOfBytes(bytes);
    const loaded = { category, hash, version: category.version };
    this.byHash.set(hash, loaded);
    return loaded;
  }
}

export interface CatalogParts {
  readonly ledger: Ledger;
  readonly database: Database;
  readonly blobs: Blobs;
  readonly ids: Ids;
}

/** Reads the category files, keeps each content as a blob, and records those that the log does not know yet. */
export async function openCatalog(folder: string, parts: CatalogParts): Promise<Catalog> {
  const loaded: LoadedCategory[] = [];
  for (const { category, canonical } of await readCategories(folder)) {
    const hash = await parts.blobs.put(Buffer.from(canonical, 'utf8'));
    loaded.push({ category, hash, version: category.version });
  }
  await recordNew(loaded, parts);
  return new Catalog(loaded, parts.blobs);
}

/** A log that cannot be written must still come up to be read, so a busy ledger does not stop the start. */
async function recordNew(loaded: readonly LoadedCategory[], { ledger, database, ids }: CatalogParts): Promise<void> {
  if ((await unknownTo(database.reader, loaded)).length === 0) return;
  try {
    await ledger.record(SYSTEM_ACTOR, async (tx) =>
      (await unknownTo(tx, loaded)).map(({ category, hash, version }) =>
        categoryLoaded([categorySubject(ids.next())], { clear: { categoryId: category.id, hash, version } }),
      ),
    );
  } catch (error) {
    if (!(error instanceof Refusal) || error.kind !== 'busy') throw error;
    new Logger('catalog').warn({ event: 'categories-not-recorded', error });
  }
}

async function unknownTo(reader: Reader, loaded: readonly LoadedCategory[]): Promise<LoadedCategory[]> {
  const known = await reader.find(CategoryVersion, { hash: loaded.map(({ hash }) => hash) });
  return loaded.filter(({ hash }) => !known.some((version) => version.hash === hash));
}
