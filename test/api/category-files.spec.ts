import { appendFile, cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CATEGORIES_FOLDER } from '../../src/app/folders.js';
import { Ids } from '../../src/kernel/ids.js';
import { type Catalog, openCatalog } from '../../src/modules/catalog/catalog.js';
import { Blobs } from '../../src/platform/blobs/blobs.js';
import { CATEGORIES } from '../support/catalog.js';
import { describeOnBoth, type World } from '../support/world.js';

const FILE = 'ginseng.json';

describeOnBoth('category files at the start', (world) => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'yanzhen-categories-'));
    await cp(CATEGORIES_FOLDER, folder, { recursive: true });
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  function open(): Promise<Catalog> {
    const { app, ledger, database } = world();
    return openCatalog(folder, { ledger, database, blobs: app.get(Blobs), ids: app.get(Ids) });
  }

  async function change(edit: (content: string) => string): Promise<void> {
    const file = join(folder, FILE);
    await writeFile(file, edit(await readFile(file, 'utf8')));
  }

  it('are recorded once, however often the server starts', async () => {
    const before = await recorded(world());
    await open();
    await open();
    expect(await recorded(world())).toBe(before);
    expect(before).toBe(CATEGORIES.length);
  });

  it('are recorded again when their content changes, and the earlier content is still found', async () => {
    const earlier = (await open()).category('ginseng');
    await change((content) => content.replace('"version": "2026-11-22.1"', '"version": "2026-12-01"'));
    const before = await recorded(world());
    await open();
    const catalog = await open();
    expect(await recorded(world())).toBe(before + 1);
    expect(catalog.category('ginseng').version).toBe('2026-12-01');
    expect(await catalog.categoryOf(earlier.hash)).toEqual(earlier);
  });

  it('keep their hash when only their layout changes', async () => {
    const { hash } = (await open()).category('ginseng');
    await change((content) => JSON.stringify(JSON.parse(content)));
    expect((await open()).category('ginseng').hash).toBe(hash);
  });

  it.each([
    ['json', (content: string) => `${content}}`],
    ['schema', (content: string) => content.replace('"industry"', '"industri"')],
    ['duplicate-id', (content: string) => content.replace('"id": "ginseng"', '"id": "frozen-shrimp"')],
  ])('stop the start and name the file and the rule %s', async (rule, edit) => {
    await change(edit);
    await expect(open()).rejects.toThrow(new RegExp(`${FILE}.* · ${rule}: `));
  });

  it('do not stop the start of a log that can only be read', async () => {
    await change((content) => content.replace('"version": "2026-11-22.1"', '"version": "2026-12-24"'));
    const before = await recorded(world());
    await guardAhead(world());
    expect((await open()).category('ginseng').version).toBe('2026-12-24');
    expect(await recorded(world())).toBe(before);
  });
});

async function recorded({ database }: World): Promise<number> {
  return (await database.reader.query<object>('SELECT id FROM category_version')).length;
}

/** Makes the database look restored from a backup: the guard remembers a larger tree. */
async function guardAhead({ config }: World): Promise<void> {
  const guard = (await readdir(config.keysDir)).find((name) => name.endsWith('.guard')) ?? '';
  await appendFile(join(config.keysDir, guard), `999999 ${'0'.repeat(64)}\n`);
}
