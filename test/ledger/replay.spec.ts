import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../../src/app/folders.js';
import { projections } from '../../src/app/projections.js';
import { schema } from '../../src/app/schema.js';
import { compareTables, Projections, replay } from '../../src/ledger/index.js';
import { readConfig } from '../../src/platform/config/config.js';
import { openDatabase, type OpenedDatabase } from '../../src/platform/database/open-database.js';
import { type DemoWarehouse, demoWarehouse } from '../support/catalog.js';
import { labelledUnit, certifiedBracelet, certifiedShrimpLot } from '../support/certificates.js';
import { withdrawnReading } from '../support/inspection.js';
import { DATABASES, emptyDatabase } from '../support/databases.js';
import { type Caller, World } from '../support/world.js';

const LISTS = [
  'units',
  'consignments',
  'instruments',
  'inspections',
  'certificates',
  'shipments',
  'parties',
  'plans',
  'products',
  'accounts',
  'categories',
];

/** What the API answers to an account, of everything that it may see. */
async function answersTo(world: World, as: Caller, unitIds: readonly string[]): Promise<unknown[]> {
  const paths = [
    ...LISTS.map((list) => `/api/v1/${list}`),
    ...unitIds.flatMap((id) => [`/api/v1/units/${id}`, `/api/v1/units/${id}/labels`]),
  ];
  const answers: unknown[] = [];
  for (const path of paths) {
    const { status, body } = await world.get(path, { as });
    // A problem carries the number of its request, which is new each time.
    answers.push({ path, status, body: { ...body, requestId: undefined } });
  }
  return answers;
}

describe.each(DATABASES)('replay (%s)', (kind) => {
  let folder: string;
  let live: World;
  let people: DemoWarehouse;
  let unitIds: string[];
  let target: string;
  let rebuilt: OpenedDatabase;
  const all = new Projections(projections);

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'yanzhen-replay-'));
    live = await World.open(kind, { BLOBS_DIR: join(folder, 'blobs'), KEYS_DIR: join(folder, 'keys') });
    people = await demoWarehouse(live);
    const bracelet = await certifiedBracelet(live, people);
    const lot = await certifiedShrimpLot(live, people);
    await labelledUnit(live, people, bracelet.unitId);
    unitIds = [bracelet.unitId, lot.unitId];
    await withdrawnReading(live, people);
    await live.post('/api/v1/shipments', {
      as: people.shipper,
      body: { carrierName: '示例物流', waybill: 'SF1', unitIds: [bracelet.unitId], recipient: { name: '收件人' } },
    });
    target = await emptyDatabase(kind, folder);
    rebuilt = await openDatabase(readConfig({ DATABASE_URL: target, DATA_DIR: folder }), schema);
  });

  afterAll(async () => {
    await rebuilt.close();
    await live.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('rebuilds every projected table, row by row', async () => {
    const { size, wrongDisclosures } = await replay(live.database.reader, rebuilt.database, all);
    expect(size).toBeGreaterThan(60);
    expect(wrongDisclosures).toEqual([]);
    expect(await compareTables(live.database.reader, rebuilt.database.reader, all.tables)).toEqual([]);
    const [filled] = await rebuilt.database.reader.query<{ count: number }>('SELECT count(*) AS "count" FROM unit');
    expect(filled?.count).toBe(3);
  });

  it('is equal in another time zone, by the command that a person runs', () => {
    const { database } = live.config;
    const env = {
      ...process.env,
      TZ: 'Pacific/Kiritimati',
      DATA_DIR: folder,
      DATABASE_URL: database.kind === 'sqlite' ? `sqlite:${database.file}` : database.url,
    };
    const { status, stdout } = spawnSync(process.execPath, [join(ROOT, 'dist/scripts/replay.js')], {
      env,
      encoding: 'utf8',
    });
    expect([status, stdout.trim().split('\n').at(-1)]).toEqual([0, 'equal']);
  });

  it('names the table in which a row was changed', async () => {
    await live.ledger.run((tx) => tx.execute(`UPDATE unit SET name = '假水晶' WHERE id = ?`, [unitIds[0] ?? '']));
    const differences = await compareTables(live.database.reader, rebuilt.database.reader, all.tables);
    expect(differences).toMatchObject([{ table: 'Unit', live: { name: '假水晶' }, replayed: { name: '紫晶手串' } }]);
    await live.ledger.run((tx) => tx.execute(`UPDATE unit SET name = '紫晶手串' WHERE id = ?`, [unitIds[0] ?? '']));
  });

  it('answers as before, under another clock and other random numbers', async () => {
    const callers = [people.inspector, people.merchant, people.admin];
    const before = await Promise.all(callers.map((caller) => answersTo(live, caller, unitIds)));
    const environment = { DATABASE_URL: target, BLOBS_DIR: join(folder, 'blobs'), KEYS_DIR: join(folder, 'keys') };
    const again = await World.open(kind, environment, '2031-05-05T05:05:05.000Z');
    const sessions = await Promise.all(callers.map(({ accountId, partyId }) => again.session(accountId, partyId)));
    const after = await Promise.all(sessions.map((caller) => answersTo(again, caller, unitIds)));
    await again.close();
    expect(after).toEqual(before);
    expect(before.flat().filter((answer) => (answer as { status: number }).status >= 500)).toEqual([]);
  });
});
