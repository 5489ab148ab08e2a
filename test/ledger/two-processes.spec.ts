import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { schema } from '../../src/app/schema.js';
import { UnitHold } from '../../src/modules/units/index.js';
import { readConfig } from '../../src/platform/config/config.js';
import { openDatabase, type OpenedDatabase } from '../../src/platform/database/open-database.js';
import { registerUnit, WAREHOUSE } from '../support/commands.js';
import { emptyDatabase } from '../support/databases.js';
import { faultsOfLog } from '../support/log-check.js';
import { ServerProcess } from '../support/server-process.js';
import { World } from '../support/world.js';

const COMMANDS = 200;

describe('two processes on one PostgreSQL', () => {
  let folder: string;
  let servers: ServerProcess[];
  let opened: OpenedDatabase;
  let units: string[];
  let cookie: string;
  let answers: { status: number; body: { entries: { subjects: { id: string }[] }[]; code: string } }[];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'yanzhen-two-'));
    const environment = { DATABASE_URL: await emptyDatabase('postgres', folder), KEYS_DIR: join(folder, 'keys') };
    // A clock that agrees with the processes', so that their session is not yet over.
    const world = await World.open('postgres', environment, new Date().toISOString());
    units = await Promise.all(Array.from({ length: 10 }, () => registerUnit(world)));
    cookie = (await world.account(WAREHOUSE, 'warehouse', 'inspector')).cookie;
    await world.close();
    servers = await Promise.all([ServerProcess.start(environment), ServerProcess.start(environment)]);
    opened = await openDatabase(readConfig({ ...environment, DATA_DIR: folder }), schema);
    answers = await Promise.all(Array.from({ length: COMMANDS }, (_, i) => send(i)));
  });

  afterAll(async () => {
    await opened.close();
    await Promise.all(servers.map((server) => server.stop()));
    await rm(folder, { recursive: true, force: true });
  });

  async function send(i: number): Promise<(typeof answers)[number]> {
    const { url } = servers[i % 2] as ServerProcess;
    const unit = i % 4 === 3 ? randomUUID() : units[i % units.length];
    const response = await fetch(`${url}/api/v1/units/${unit}/holds`, {
      method: 'POST',
      headers: { cookie, origin: url, 'content-type': 'application/json' },
      body: JSON.stringify({ reason: `理由 ${i}` }),
    });
    return { status: response.status, body: (await response.json()) as (typeof answers)[number]['body'] };
  }

  it('acknowledges what it should and refuses the rest', () => {
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(150);
    expect(answers.filter(({ body }) => body.code === 'units.unknown')).toHaveLength(50);
  });

  it('keeps one tree without a gap, with every acknowledged command and no other', async () => {
    const { reader } = opened.database;
    expect(await faultsOfLog(reader)).toEqual([]);
    const told = answers.filter(({ status }) => status === 201).map(({ body }) => body.entries[0]?.subjects[1]?.id);
    const holds = await reader.find(UnitHold, {});
    expect(holds.map(({ id }) => id).toSorted()).toEqual(told.toSorted());
  });

  it('serves the same checkpoint from both', async () => {
    const notes = await Promise.all(servers.map(async ({ url }) => (await fetch(`${url}/log/checkpoint`)).text()));
    expect(notes[0]).toBe(notes[1]);
  });
});
