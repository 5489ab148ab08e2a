import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projections } from '../../src/app/projections.js';
import { schema } from '../../src/app/schema.js';
import { compareWithReplayed, verifyDatabase } from '../../src/app/verify-database.js';
import { Projections, replay } from '../../src/ledger/index.js';
import { readConfig } from '../../src/platform/config/config.js';
import { openDatabase, type OpenedDatabase } from '../../src/platform/database/open-database.js';
import type { Reader, Tx } from '../../src/platform/database/sql.js';
import { ATTRIBUTES, type DemoWarehouse, demoWarehouse, numberOf } from '../support/catalog.js';
import { certifiedBracelet } from '../support/certificates.js';
import { registerUnits } from '../support/commands.js';
import { startedInspection, withdrawnReading } from '../support/inspection.js';
import { importedProducts } from '../support/imports.js';
import { DATABASES_OF_LONG_RUNS } from '../support/databases.js';
import { receivedShrimpLot } from '../support/intake.js';
import { filedReport, sentSample } from '../support/reports.js';
import { signedLot } from '../support/sampling.js';
import { openedSession, picked } from '../support/live.js';
import { askedOverride } from '../support/overrides.js';
import { plantNonconformities, plantWaysAside } from '../support/ways-aside.js';
import { shippedBracelet, shippedShrimpLot } from '../support/shipped.js';
import {
  deleteRow,
  dropChecks,
  everyTable,
  freshRow,
  insertRow,
  type OpenTable,
  otherValue,
  overwrite,
  rowsOf,
  storedColumns,
  type StoredRow,
  swapRows,
} from '../support/tampering.js';
import { type Answer, World } from '../support/world.js';

/** What no entry of the log speaks of: these tables may change without anyone noticing. */
const PRIVATE = [
  'api_key_secret',
  'credential',
  'idempotency_key',
  'import_draft',
  'live_token',
  'scan',
  'scan_count',
  'session',
] as const;

/** A counter that is only there to be locked; it says nothing. */
const UNCHECKED_COLUMNS = ['ledger_head.turn'];

/** Which of its checkpoints were published the log does not say, so that the loss of one is no lie. */
const MAY_BE_MISSING = ['ledger_published'];

const ALL = new Projections(projections);

/** A log of more than two tiles in which every table has rows. */
async function fill(world: World): Promise<void> {
  const people = await demoWarehouse(world);
  const bracelet = await shippedBracelet(world, people);
  await shippedShrimpLot(world, people);
  await plantOthers(world, people, bracelet.number);
  for (let i = 0; i < 7; i++) await registerUnits(world, 60);
  await world.ledger.run((tx) => tx.execute(PUBLISHED));
}

// Without witnesses nothing is published, so the rows are made of what was signed.
const PUBLISHED =
  'INSERT INTO ledger_published (size, note) SELECT size, note FROM ledger_checkpoint ORDER BY size DESC LIMIT 3';

async function plantOthers(world: World, people: DemoWarehouse, number: string): Promise<void> {
  const { admin, inspector, merchant, host } = people;
  const key = { label: '扫码枪', scopes: ['admin'], days: 30 };
  const attributes = ATTRIBUTES['crystal-jewelry'];
  const product = { name: '紫晶手串', categoryId: 'crystal-jewelry', attributes, declared: {} };
  for (let i = 0; i < 2; i++) {
    await done(world.post(`/api/v1/accounts/${admin.accountId}/api-keys`, { as: admin, body: key }));
    await done(world.post('/api/v1/products', { as: merchant, body: product }));
    await done(picked(world, host, await openedSession(world, host), { number }));
    await askedOverride(world, people);
    const { unitId } = await certifiedBracelet(world, people);
    await done(world.post(`/api/v1/units/${unitId}/holds`, { as: inspector, body: { reason: `复核 ${i}` } }));
    await plantFindings(world, i === 0 ? people : await demoWarehouse(world));
  }
}

/** A rule of the warehouse's own, goods of a known supplier, and an inspection that did not pass. */
async function plantFindings(world: World, people: DemoWarehouse): Promise<void> {
  const { admin, inspector } = people;
  const body = { totalMinutes: 300, testMinutes: 100, handOverMinutes: 200, reason: '加急' };
  await done(world.put('/api/v1/deadlines/rule', { as: admin, body }));
  const id = await startedInspection(world, inspector, await receivedShrimpLot(world, people));
  await done(world.post(`/api/v1/inspections/${id}/submission`, { as: inspector }));
  await withdrawnReading(world, people);
  await signedLot(world, people, { sampled: 80 });
  await importedProducts(world, people.merchant, ['玛瑙手串', '紫晶吊坠']);
  await plantWaysAside(world, people);
  await plantNonconformities(world, people);
  await filedReport(world, inspector, await sentSample(world, people));
  const rule = { percent: '1', source: '仓内规程', by: await numberOf(world, admin) };
  await done(world.put('/api/v1/samples/mass-tolerance', { as: admin, body: rule }));
  const source = await receivedShrimpLot(world, people);
  const kg = (value: string) => ({ value, unit: 'KGM' });
  const wish = { taken: kg('500'), children: [{ quantity: kg('200') }, { quantity: kg('300') }], loss: kg('0') };
  await done(world.post(`/api/v1/units/${source}/repacking`, { as: people.packer, body: wish }));
}

async function done(calling: Promise<Answer>): Promise<void> {
  const { status, text } = await calling;
  if (status >= 300) throw new Error(text);
}

/** All that are not private, but for those without a row, which the first test names. */
async function tablesToTamper(reader: Reader): Promise<OpenTable[]> {
  const open = everyTable(reader).filter(({ name }) => !(PRIVATE as readonly string[]).includes(name));
  const rows = await Promise.all(open.map((table) => rowsOf(reader, table)));
  return open.filter((_, i) => (rows[i]?.length ?? 0) > 0);
}

/** The other tables are the same at each of hundreds of changes; deleted and added rows show that none of them is named. */
type Compared = 'every table' | 'this table';

/** Of which table a finding speaks. */
function tableOf(where: string): string {
  if (/^entry \d+$/.test(where)) return 'ledger_entry';
  if (where.startsWith('tile/')) return 'ledger_tile';
  return /^(?:table )?(\w+)/.exec(where)?.[1] ?? where;
}

describe.each(DATABASES_OF_LONG_RUNS)('somebody with a database shell (%s)', (kind) => {
  let folder: string;
  let world: World;
  let rebuilt: OpenedDatabase;
  let tables: readonly OpenTable[];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'yanzhen-tamper-'));
    world = await World.open(kind);
    await fill(world);
    rebuilt = await openDatabase(readConfig({ DATA_DIR: folder, KEYS_DIR: folder }), schema);
    await replay(world.database.reader, rebuilt.database, ALL);
    tables = await tablesToTamper(world.database.reader);
  });
  afterAll(async () => {
    await rebuilt.close();
    await world.close();
    await rm(folder, { recursive: true, force: true });
  });

  /** What is named: of the ledger's tables by verifying the log, of the others by comparing them with a replay. */
  async function named(live: Reader, { name }: OpenTable, compared: Compared): Promise<string[]> {
    if (name.startsWith('ledger_')) return (await verifyDatabase(live)).findings.map(({ where }) => where);
    const some = ALL.tables.filter((table) => compared === 'every table' || live.shapeOf(table).name === name);
    return (await compareWithReplayed(live, rebuilt.database.reader, some)).map(({ where }) => where);
  }

  /** Tampers in a transaction that is rolled back, and answers what is named meanwhile; undefined when the database refused. */
  async function after(
    table: OpenTable,
    tamper: (tx: Tx) => Promise<unknown>,
    compared: Compared = 'every table',
  ): Promise<string[] | undefined> {
    const { session } = world.database;
    await session.begin();
    try {
      await dropChecks(session.tx, kind, table);
      await tamper(session.tx);
      return await named(session.tx, table, compared);
    } catch (error) {
      if (/constraint|violates|unique|duplicate/i.test(String(error))) return undefined;
      throw error;
    } finally {
      await session.rollback();
    }
  }

  /** Nothing for what is named in the right place; else what happened instead. */
  function verdict(what: string, table: OpenTable, places: string[] | undefined): string[] {
    if (places === undefined) return [`${what}: the database refused`];
    const [first] = places;
    return first !== undefined && tableOf(first) === table.name ? [] : [`${what}: ${places.join('; ') || 'unnoticed'}`];
  }

  async function middleRow(table: OpenTable): Promise<StoredRow> {
    const rows = await rowsOf(world.database.session.tx, table);
    const row = rows[Math.floor(rows.length / 2)];
    if (!row) throw new Error(`the test has no row of ${table.name}`);
    return row;
  }

  async function inTransaction<T>(work: () => Promise<T>): Promise<T> {
    await world.database.session.begin();
    try {
      return await work();
    } finally {
      await world.database.session.rollback();
    }
  }

  it('finds nothing to hide behind: every table and column is verified or listed as private', async () => {
    const open = everyTable(world.database.reader);
    const stored = await storedColumns(world.database.reader, kind);
    expect(open.flatMap(({ name, columns }) => columns.map((column) => `${name}.${column}`)).toSorted()).toEqual(
      stored,
    );
    const all = open.map(({ name }) => name);
    expect(all.filter((name) => (PRIVATE as readonly string[]).includes(name)).toSorted()).toEqual([...PRIVATE]);
    const projected = ALL.tables.map((entity) => world.database.reader.shapeOf(entity).name);
    const ledger = all.filter((name) => name.startsWith('ledger_'));
    expect([...projected, ...ledger, ...PRIVATE].toSorted()).toEqual(all.toSorted());
    const tried = tables.map(({ name }) => name);
    expect([...projected, ...ledger].filter((name) => !tried.includes(name))).toEqual([]);
  });

  it('is named nowhere before anything was changed', async () => {
    const replayIn = await mkdtemp(join(folder, 'replay-'));
    const verified = await verifyDatabase(world.database.reader, { replayIn });
    expect(verified).toMatchObject({ findings: [], tables: ALL.tables.length });
    expect(verified.entries).toBeGreaterThan(512);
    expect(await compareWithReplayed(world.database.reader, rebuilt.database.reader)).toEqual([]);
  });

  it('is named for a changed column, whichever it is', async () => {
    const unnoticed: string[] = [];
    let tried = 0;
    for (const table of tables) {
      const row = await inTransaction(() => middleRow(table));
      for (const column of table.columns) {
        if (UNCHECKED_COLUMNS.includes(`${table.name}.${column}`)) continue;
        const changes = { [column]: otherValue(row[column] ?? null) };
        const places = await after(table, (tx) => overwrite(tx, table, row, changes), 'this table');
        tried++;
        unnoticed.push(...verdict(`${table.name}.${column}`, table, places));
      }
    }
    expect(unnoticed).toEqual([]);
    expect(tried).toBe(tables.flatMap(({ columns }) => columns).length - UNCHECKED_COLUMNS.length);
  }, 300_000);

  it('is named for two rows that were swapped', async () => {
    const unnoticed: string[] = [];
    for (const table of tables) {
      if (table.columns.length === table.key.length) continue;
      const [one, other] = await inTransaction(async () => {
        const rows = await rowsOf(world.database.session.tx, table);
        const distinct = (row: StoredRow): string =>
          JSON.stringify(table.columns.slice(table.key.length).map((c) => row[c]));
        return [rows[0], rows.find((row) => rows[0] && distinct(row) !== distinct(rows[0]))];
      });
      if (!one || !other) continue;
      const places = await after(table, (tx) => swapRows(tx, table, [one, other]), 'this table');
      unnoticed.push(...verdict(table.name, table, places));
    }
    expect(unnoticed).toEqual([]);
  });

  it('is named for a row that was deleted', async () => {
    const unnoticed: string[] = [];
    for (const table of tables) {
      if (MAY_BE_MISSING.includes(table.name)) continue;
      const row = await inTransaction(() => middleRow(table));
      unnoticed.push(...verdict(table.name, table, await after(table, (tx) => deleteRow(tx, table, row))));
    }
    expect(unnoticed).toEqual([]);
  });

  it('is named for a row that was added', async () => {
    const unnoticed: string[] = [];
    for (const table of tables) {
      const row = await inTransaction(() => middleRow(table));
      const fresh = freshRow(table, row);
      unnoticed.push(...verdict(table.name, table, await after(table, (tx) => insertRow(tx, table, fresh))));
    }
    expect(unnoticed).toEqual([]);
  });

  it('is named by entry or tile for each of many bytes that were flipped', async () => {
    const unnoticed: string[] = [];
    for (const table of tables.filter(({ name }) => ['ledger_entry', 'ledger_tile'].includes(name))) {
      const rows = await inTransaction(() => rowsOf(world.database.session.tx, table));
      const step = kind === 'sqlite' ? 1 : 50;
      for (let at = 0; at < rows.length; at += table.name === 'ledger_tile' ? 1 : 7 * step) {
        const row = rows[at] ?? {};
        const column = table.name === 'ledger_tile' ? 'hashes' : 'bytes';
        const places = await after(table, (tx) =>
          overwrite(tx, table, row, { [column]: otherValue(row[column] ?? null) }),
        );
        const [first] = places ?? [];
        const isExact = table.name === 'ledger_tile' || first === `entry ${String(row['idx'])}`;
        unnoticed.push(...verdict(`${table.name} ${at}`, table, places), ...(isExact ? [] : [`${at}: ${first}`]));
      }
    }
    expect(unnoticed).toEqual([]);
  });
});
