import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { verifyDatabase } from '../../src/app/verify-database.js';
import { LogQueries, newId, SelfAudit } from '../../src/ledger/index.js';
import { LedgerDisclosure } from '../../src/ledger/ledger.entity.js';
import { Account, Credential } from '../../src/modules/identity/index.js';
import type { Tx } from '../../src/platform/database/sql.js';
import { newWarehouse } from '../support/parties.js';
import { type Caller, describeOnBoth } from '../support/world.js';

describeOnBoth('content that was erased', (world) => {
  let admin: Caller;
  let folder: string;
  let erased: string;
  let stored: LedgerDisclosure | undefined;
  let pageBefore: string;

  const page = async (): Promise<string> => (await world().get(`/console/accounts/${erased}`, { as: admin })).text;

  const disclosure = (): Promise<LedgerDisclosure | undefined> =>
    world().database.reader.findOne(LedgerDisclosure, { grp: 'personal' }, { orderBy: 'idx', direction: 'desc' });

  /** As somebody with a database shell. */
  const tamper = (work: (tx: Tx) => Promise<unknown>): Promise<unknown> => world().ledger.run(work);

  async function findings(): Promise<string[]> {
    const found = await verifyDatabase(world().database.reader, { replayIn: await mkdtemp(join(folder, 'replay-')) });
    return found.findings.map(({ where, what }) => `${where}: ${what.en}`);
  }

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'yanzhen-erased-'));
    const warehouse = await newWarehouse(world());
    admin = await world().account(warehouse, 'warehouse', 'admin');
    const body = { login: 'wang', name: '王', password: 'long enough words', roles: ['packer'] };
    const opened = await world().post(`/api/v1/parties/${warehouse}/accounts`, { as: admin, body });
    erased = newId(opened.body, 'account') ?? '';
    stored = await disclosure();
    await world().post(`/api/v1/accounts/${erased}/closing`, { as: admin, body: { reason: '离职' } });
    pageBefore = await page();
    const ask = { ground: 'purpose-over', confirm: true };
    const answer = await world().post(`/api/v1/accounts/${erased}/erasure`, { as: admin, body: ask });
    expect(answer).toMatchObject({ status: 201, body: { isScrubbed: true } });
  });

  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('is gone with its salt and the password, and its number stays', async () => {
    const { reader } = world().database;
    expect(await reader.find(LedgerDisclosure, { idx: stored?.idx ?? -1, grp: 'personal' })).toEqual([]);
    expect(await reader.find(Credential, { accountId: erased })).toEqual([]);
    expect(await reader.findOne(Account, { id: erased })).toMatchObject({ login: null, name: null, roles: 'packer' });
  });

  it('is told in the log by entry and ground, and by nothing personal', async () => {
    const { size } = await world().app.get(LogQueries).head();
    const answer = await world().get(`/log/tile/entries/000.p/${size}`);
    const entries = Buffer.from(answer.bytes).toString('utf8');
    expect(entries).toContain(`"clear":{"entries":[${stored?.idx}],"ground":"purpose-over"},"commitments":{}`);
  });

  it('could be erased on the page of the closed account, and no more afterwards', async () => {
    expect(pageBefore).toContain(`data-api="POST /api/v1/accounts/${erased}/erasure"`);
    expect(pageBefore).toContain('个人信息保护法第四十七条');
    expect(await page()).toContain('（已删除）');
    expect(await page()).not.toContain('/erasure"');
  });

  it('is missed by no verification and no audit', async () => {
    expect(await findings()).toEqual([]);
    await world().app.get(SelfAudit).wholeLog();
    expect((await world().get('/readyz')).status).toBe(200);
  });

  it('is named when it is there again', async () => {
    await tamper((tx) => tx.insert(LedgerDisclosure, { idx: 0, grp: '', salt: '', content: '', ...stored }));
    expect(await findings()).toEqual([
      `ledger_disclosure ${stored?.idx} personal: content that was erased is there again`,
    ]);
    await tamper((tx) => tx.delete(LedgerDisclosure, { idx: stored?.idx ?? -1, grp: 'personal' }));
    expect(await findings()).toEqual([]);
  });

  it('is named in the table that shows it again', async () => {
    await tamper((tx) => tx.update(Account, { id: erased }, { name: '王' }));
    expect(await findings()).toEqual([`table account ${erased}: columns changed: name; the log says null`]);
    await tamper((tx) => tx.update(Account, { id: erased }, { name: null }));
  });

  it('is told from content that somebody took away without an entry', async () => {
    const other = await disclosure();
    await tamper((tx) => tx.delete(LedgerDisclosure, { idx: other?.idx ?? -1, grp: 'personal' }));
    expect(await findings()).toEqual([
      `ledger_disclosure ${other?.idx} personal: the content that was committed to is missing`,
    ]);
  });
});
