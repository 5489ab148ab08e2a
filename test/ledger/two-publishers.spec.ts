import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseCheckpoint, parseNote } from '../../src/tlog/index.js';
import { registerUnit } from '../support/commands.js';
import { emptyDatabase } from '../support/databases.js';
import { eventually } from '../support/eventually.js';
import { ServerProcess } from '../support/server-process.js';
import { WitnessProcess, writePolicy } from '../support/witness-process.js';
import { World } from '../support/world.js';

describe('two servers on one PostgreSQL with a witness', () => {
  let folder: string;
  let environment: Readonly<Record<string, string>>;
  let witness: WitnessProcess;
  let servers: ServerProcess[];
  let writer: World;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'yanzhen-publishers-'));
    const plain = { DATABASE_URL: await emptyDatabase('postgres', folder), KEYS_DIR: join(folder, 'keys') };
    writer = await World.open('postgres', plain, new Date().toISOString());
    const vkey = (await writer.get('/log/key')).text.trim();
    witness = await WitnessProcess.start({ folder, name: 'w1', logs: [vkey] });
    const policy = join(folder, 'policy');
    await writePolicy(policy, [witness], 1);
    environment = { ...plain, DATA_DIR: folder, LOG_POLICY: policy, LOG_PUBLISH_MILLIS: '50' };
    servers = [await ServerProcess.start(environment), await ServerProcess.start(environment)];
  });

  afterAll(async () => {
    await writer.close();
    await Promise.all([...servers.map((server) => server.stop()), witness.stop()]);
    await rm(folder, { recursive: true, force: true });
  });

  /** One more entry from the process of this test, which publishes nothing itself; answers the size of the log. */
  async function grow(): Promise<number> {
    await registerUnit(writer);
    const [head] = await writer.database.reader.query<{ size: number }>('SELECT size FROM ledger_head');
    return head?.size ?? 0;
  }

  /** The sizes that the servers which are up serve; 0 for a checkpoint that the witness has not cosigned. */
  async function servedSizes(): Promise<number[]> {
    const up = servers.filter(({ isUp }) => isUp);
    const notes = await Promise.all(up.map(async ({ url }) => (await fetch(`${url}/log/checkpoint`)).text()));
    return notes.map((note) => (note.includes('— w1 ') ? parseCheckpoint(parseNote(note).text).size : 0));
  }

  const locks = async (): Promise<number> => {
    const [row] = await writer.database.reader.query<{ count: number }>(
      `SELECT count(*)::integer AS "count" FROM pg_locks WHERE locktype = 'advisory' AND granted
         AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
    );
    return row?.count ?? 0;
  };

  it('serve the same witnessed checkpoint, and one of them publishes', async () => {
    const size = await grow();
    await eventually(servedSizes, (sizes) => sizes.length === 2 && sizes.every((served) => served === size));
    expect(await locks()).toBe(1);
  });

  it('go on publishing when one is killed, whichever it is', async () => {
    for (const number of [0, 1]) {
      await servers[number]?.stop('SIGKILL');
      const size = await grow();
      await eventually(servedSizes, (sizes) => sizes.length === 1 && sizes[0] === size);
      servers[number] = await ServerProcess.start(environment);
    }
    await eventually(servedSizes, (sizes) => sizes.length === 2 && sizes[0] === sizes[1]);
    expect(await locks()).toBe(1);
  });
});
