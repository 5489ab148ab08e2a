import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { DATABASES } from '../support/databases.js';
import { InterruptedImport } from '../support/interrupted-import.js';
import { seededRandom } from '../support/seeded-random.js';
import { ServerProcess } from '../support/server-process.js';

const ROWS = 20_000;
const LONGEST_MILLIS = 1_500;

describe('an import that is killed again and again', () => {
  const seed = Number(process.env['FAULTS_SEED'] ?? Date.now() % 2 ** 32);
  const random = seededRandom(seed);
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'yanzhen-imports-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it.each(DATABASES)(
    'has each of its rows recorded once in the end, on %s',
    async (kind) => {
      process.stdout.write(`killed imports: FAULTS_SEED=${seed}\n`);
      const sheet = await InterruptedImport.plant(kind, folder, ROWS);
      const first = await ServerProcess.start(sheet.environment);
      await sheet.commit(first);
      let kills = 0;
      for (let server = first; (await sheet.progress()).state === 'recording'; kills++) {
        await sleep(random() * LONGEST_MILLIS);
        await server.stop('SIGKILL');
        server = await ServerProcess.start(sheet.environment);
        if ((await sheet.progress()).state !== 'recording') await server.stop();
      }
      process.stdout.write(`killed imports: ${kills} kills on ${kind}, ${ROWS} rows\n`);
      expect(kills).toBeGreaterThan(3);
      expect(await sheet.faults()).toEqual([]);
    },
    60 * 60_000,
  );
});
