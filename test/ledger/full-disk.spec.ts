import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SYSTEM_ACTOR } from '../../src/kernel/actor.js';
import { Blobs } from '../../src/platform/blobs/blobs.js';
import { registerUnit, WAREHOUSE } from '../support/commands.js';
import { type DatabaseKind, DATABASES } from '../support/databases.js';
import { faultsOfLog } from '../support/log-check.js';
import { type Answer, type Caller, World } from '../support/world.js';

/** A small disk of its own; undefined where tests may not mount one (they are no root). */
function smallDisk(): string | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'yanzhen-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=12m', 'tmpfs', folder], { stdio: 'ignore' });
    return folder;
  } catch {
    rmSync(folder, { recursive: true });
    return undefined;
  }
}

const disk = smallDisk();

/** Takes all space that is left; answers the file. */
function fill(folder: string): string {
  const file = join(folder, 'filler');
  const block = Buffer.alloc(4_096, 1);
  writeFileSync(file, '');
  for (let size = 0; ; size += block.length) {
    try {
      writeFileSync(file, block, { flag: 'a' });
    } catch {
      truncateSync(file, size);
      return file;
    }
  }
}

const title = disk ? 'a disk that is full' : 'a disk that is full (not tried: only root may mount a small tmpfs)';

(disk === undefined ? describe.skip : describe)(title, () => {
  const folder = disk ?? '';
  let world: World;
  let inspector: Caller;
  let unitId: string;

  afterAll(() => {
    execFileSync('umount', [folder]);
    rmSync(folder, { recursive: true });
  });

  async function open(environment: Readonly<Record<string, string>>, kind: DatabaseKind = 'sqlite'): Promise<void> {
    world = await World.open(kind, { LOG_LEVEL: 'silent', ...environment });
    inspector = await world.account(WAREHOUSE, 'warehouse', 'inspector');
    unitId = await registerUnit(world);
  }
  afterEach(async () => {
    await world.close();
    for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true });
  });

  const hold = (reason = '待核'): Promise<Answer> =>
    world.post(`/api/v1/units/${unitId}/holds`, { as: inspector, body: { reason } });
  const look = (): Promise<Answer> => world.get(`/api/v1/units/${unitId}`, { as: inspector });
  const codes = (answers: readonly Answer[]): string[] => [
    ...new Set(answers.map(({ status, body }) => `${status} ${body.code ?? ''}`)),
  ];

  it('under the database: commands are told so, reads go on, and it recovers by itself', async () => {
    await open({ DATABASE_URL: `sqlite:${folder}/yanzhen.db` });
    const filler = fill(folder);
    const refused: Answer[] = [];
    // Pages of the log that are there already take some commands first.
    for (let i = 0; i < 300 && refused.length < 20; i++) {
      const answer = await hold('满'.repeat(500));
      if (answer.status !== 201) refused.push(answer);
    }
    expect(codes(refused)).toEqual(['503 ledger.storage-failed']);
    expect(codes(await Promise.all(Array.from({ length: 20 }, () => hold('满'.repeat(500)))))).toEqual([
      '503 ledger.storage-failed',
    ]);
    expect((await look()).status).toBe(200);
    rmSync(filler);
    expect(codes(await Promise.all(Array.from({ length: 20 }, () => hold())))).toEqual(['201 ']);
    expect(await faultsOfLog(world.database.reader)).toEqual([]);
  });

  it('under the files: nothing is stored by halves, and it recovers by itself', async () => {
    await open({ BLOBS_DIR: join(folder, 'blobs') });
    const blobs = world.app.get(Blobs);
    const bytes = Buffer.alloc(300_000, 7);
    const filler = fill(folder);
    await expect(blobs.put(bytes)).rejects.toMatchObject({ kind: 'busy', code: 'files.not-stored' });
    truncateSync(filler, statSync(filler).size - 100_000);
    await expect(blobs.put(bytes)).rejects.toMatchObject({ code: 'files.not-stored' });
    const left = readdirSync(join(folder, 'blobs'), { recursive: true }).map(String);
    expect(left.filter((name) => name.endsWith('.new'))).toEqual([]);
    rmSync(filler);
    expect(await blobs.get(await blobs.put(bytes))).toHaveLength(bytes.length);
  });

  it.each(DATABASES)(
    'under the signing guard: what stands is not released; it recovers by itself (%s)',
    async (kind) => {
      await open({ KEYS_DIR: join(folder, 'keys') }, kind);
      const filler = fill(folder);
      const answers: Answer[] = [];
      // The guard's last page takes some lines first.
      for (let i = 0; i < 120; i++) answers.push(await hold());
      expect(codes(answers)).toEqual(['201 ', '503 ledger.outcome-unknown']);
      expect((await look()).status).toBe(200);
      rmSync(filler);
      expect((await hold()).status).toBe(201);
      expect(await world.ledger.record(SYSTEM_ACTOR, () => [])).toMatchObject({ entries: [] });
      expect(await faultsOfLog(world.database.reader)).toEqual([]);
    },
  );
});
