import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Environment } from '../../src/platform/config/config.js';
import { type Outcome, runCommand } from '../support/command.js';
import { DATABASES_OF_LONG_RUNS, emptyDatabase } from '../support/databases.js';
import { newUscc } from '../support/parties.js';
import { ServerProcess } from '../support/server-process.js';

/** The built command as a person runs it, beside the built server on the same database. */
describe.each(DATABASES_OF_LONG_RUNS)('the admin command (%s)', (kind) => {
  let folder: string;
  let environment: Environment;
  let server: ServerProcess;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'yanzhen-admin-'));
    const database = await emptyDatabase(kind, folder);
    environment = { DATABASE_URL: database, DATA_DIR: join(folder, 'data'), KEYS_DIR: join(folder, 'keys') };
    server = await ServerProcess.start(environment);
  });

  afterAll(async () => {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const admin = (...words: string[]): Promise<Outcome> => runCommand('admin', words, environment);

  const wish = (login: string) => [
    '--login',
    login,
    '--name',
    '王丽',
    '--warehouse',
    '示例质检仓',
    '--uscc',
    newUscc(),
  ];

  async function signIn(login: string, password: string): Promise<Response> {
    const headers = { 'content-type': 'application/json', origin: server.url };
    const body = JSON.stringify({ login, password });
    return fetch(`${server.url}/api/v1/sessions`, { method: 'POST', headers, body });
  }

  function passwordIn({ words }: Outcome): string {
    return /^密码 Password: ([0-9A-Z-]{19})$/m.exec(words)?.[1] ?? '';
  }

  it('tells its use, and says what is missing', async () => {
    expect(await admin('--help')).toMatchObject({ status: 0, words: expect.stringContaining('reset-password') });
    expect(await admin('new', '--login', 'a')).toMatchObject({ status: 2, words: expect.stringContaining('--name') });
    expect(await admin('remove')).toMatchObject({ status: 2 });
    expect(await admin('new', '--colour', 'red')).toMatchObject({ status: 2 });
  });

  it('makes the first warehouse and its administrator, who can sign in to the running server', async () => {
    const made = await admin('new', ...wish('Boss'));
    expect(made).toMatchObject({ status: 0 });
    const answer = await signIn('boss', passwordIn(made));
    expect(answer.status).toBe(201);
    const cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? '';
    const parties = await fetch(`${server.url}/api/v1/parties`, { headers: { cookie } });
    expect(await parties.json()).toMatchObject({ items: [{ kind: 'warehouse', name: { zh: '示例质检仓' } }] });
  });

  it('makes no second one unless it is told to', async () => {
    const refused = await admin('new', ...wish('second'));
    expect(refused).toMatchObject({ status: 1, words: expect.stringContaining('--force-new-warehouse') });
    const forced = await admin('new', ...wish('second'), '--force-new-warehouse', '--password', 'chosen by hand');
    expect(forced).toMatchObject({ status: 0, words: expect.not.stringContaining('chosen') });
    expect((await signIn('second', 'chosen by hand')).status).toBe(201);
  });

  it('says in both languages why it refuses', async () => {
    const outcome = await admin('new', ...wish('third').slice(0, -1), '123', '--force-new-warehouse');
    expect(outcome.status).toBe(1);
    expect(outcome.words).toMatch(/统一社会信用代码“123”.*\n.*credit code "123"/);
  });

  it('sets a new password, which ends the sessions of the old one', async () => {
    const before = await signIn('second', 'chosen by hand');
    const cookie = before.headers.get('set-cookie')?.split(';')[0] ?? '';
    const reset = await admin('reset-password', '--login', 'SECOND');
    expect(reset).toMatchObject({ status: 0 });
    expect((await fetch(`${server.url}/api/v1/sessions/current`, { headers: { cookie } })).status).toBe(401);
    expect((await signIn('second', 'chosen by hand')).status).toBe(401);
    expect((await signIn('second', passwordIn(reset))).status).toBe(201);
    expect(await admin('reset-password', '--login', 'nobody')).toMatchObject({ status: 1 });
  });

  it('registers a regulator, who sees everything and whom no warehouse can make', async () => {
    const uscc = newUscc();
    const words = ['regulator', '--name', '示例市场监管所', '--uscc', uscc];
    const made = await admin(...words, '--login', 'watch.one', '--person', '周监管');
    expect(made).toMatchObject({ status: 0, words: expect.stringContaining('watch.one') });
    expect(await admin(...words, '--login', 'watch.two')).toMatchObject({ status: 0 });
    const answer = await signIn('watch.one', passwordIn(made));
    const cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? '';
    const parties = await fetch(`${server.url}/api/v1/parties?kind=regulator`, { headers: { cookie } });
    expect(await parties.json()).toMatchObject({ items: [{ name: { zh: '示例市场监管所' }, uscc }], next: null });
    expect(await admin('regulator', '--name', '甲', '--uscc', uscc)).toMatchObject({ status: 2 });
  });

  it('lets the server go on writing afterwards', async () => {
    const made = await admin('new', ...wish('fourth'), '--force-new-warehouse');
    const login = await signIn('fourth', passwordIn(made));
    const cookie = login.headers.get('set-cookie')?.split(';')[0] ?? '';
    const body = JSON.stringify({ kind: 'merchant', name: { zh: '甲' }, uscc: newUscc() });
    const headers = { 'content-type': 'application/json', origin: server.url, cookie };
    expect((await fetch(`${server.url}/api/v1/parties`, { method: 'POST', headers, body })).status).toBe(201);
  });
});
