import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { InterruptedImport } from '../support/interrupted-import.js';
import { ServerProcess } from '../support/server-process.js';

const ROWS = 1_200;

describe('an import whose process is killed while it records', () => {
  let folder: string;
  let servers: ServerProcess[] = [];
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'yanzhen-import-'));
  });
  afterEach(async () => {
    await Promise.all(servers.map((server) => server.stop()));
    await rm(folder, { recursive: true, force: true });
  });

  it.each([
    ['sqlite', 1],
    // Both begin with it at their start, and take its chunks from each other.
    ['postgres', 2],
  ] as const)('is completed on %s after a restart by %i, each row recorded once', async (kind, processes) => {
    const sheet = await InterruptedImport.plant(kind, folder, ROWS);
    servers = [await ServerProcess.start(sheet.environment)];
    await sheet.commit(servers[0] as ServerProcess);
    await sheet.untilBeyond(0);
    await servers[0]?.stop('SIGKILL');
    expect(await sheet.progress()).toMatchObject({ state: 'recording' });
    servers = await Promise.all(Array.from({ length: processes }, () => ServerProcess.start(sheet.environment)));
    await sheet.untilRecorded();
    expect(await sheet.faults()).toEqual([]);
    expect(servers.map(({ words }) => words).join('')).not.toMatch(/import-stands-still/);
  });
});
