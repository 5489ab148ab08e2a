import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Response as InjectedResponse } from 'light-my-request';
import { createApp } from '../../src/app/start.js';
import { type PartyKind, type Role, SYSTEM_ACTOR } from '../../src/kernel/actor.js';
import { Ledger } from '../../src/ledger/index.js';
import { type AccountWish, IdentityService, SESSION_COOKIE, Sessions } from '../../src/modules/identity/index.js';
import { Party } from '../../src/modules/parties/index.js';
import { type Config, type Environment, readConfig } from '../../src/platform/config/config.js';
import { Database } from '../../src/platform/database/database.js';
import { type DatabaseKind, DATABASES, emptyDatabase } from './databases.js';
import { TestClock, TestRandom } from './system.js';

export const HOST = 'v.example.cn';

/** Who calls: the cookie of an open session. */
export interface Caller {
  readonly accountId: string;
  readonly partyId: string;
  readonly cookie: string;
}

export interface Call {
  readonly as?: Caller | undefined;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Answer {
  readonly status: number;
  readonly headers: InjectedResponse['headers'];
  readonly text: string;
  readonly bytes: Uint8Array;
  // Answers are checked by the tests themselves, field by field.
  // oxlint-disable-next-line typescript/no-explicit-any
  readonly body: any;
}

/** The whole application over one empty database, called through its real HTTP stack. */
export class World {
  private accounts = 0;

  private constructor(
    readonly app: NestFastifyApplication,
    readonly config: Config,
    readonly clock: TestClock,
    private readonly folder: string,
  ) {}

  static async open(kind: DatabaseKind, environment: Environment = {}, start?: string): Promise<World> {
    const folder = await mkdtemp(join(tmpdir(), 'yanzhen-test-'));
    const config = readConfig({
      DATA_DIR: join(folder, 'data'),
      KEYS_DIR: join(folder, 'keys'),
      DATABASE_URL: environment['DATABASE_URL'] ?? (await emptyDatabase(kind, folder)),
      PUBLIC_URL: `https://${HOST}`,
      LOG_LEVEL: 'error',
      ...environment,
    });
    const clock = new TestClock(start);
    const app = await createApp(config, { clock, random: new TestRandom(folder) });
    await app.init();
    await app.getHttpAdapter().getInstance().ready();
    return new World(app, config, clock, folder);
  }

  async close(): Promise<void> {
    await this.app.close();
    await rm(this.folder, { recursive: true, force: true });
  }

  get database(): Database {
    return this.app.get(Database);
  }

  get ledger(): Ledger {
    return this.app.get(Ledger);
  }

  /** A new account with roles in a party, kept by whoever registered it, and its open session. */
  async account(partyId: string, partyKind: PartyKind, ...roles: Role[]): Promise<Caller> {
    const party = await this.database.reader.findOne(Party, { id: partyId });
    return this.accountKeptBy(party?.registeredBy ?? partyId, { partyId, partyKind, roles });
  }

  /** The same of a party that need not be registered, with a keeper of its own. */
  async accountKeptBy(keptBy: string, of: Pick<AccountWish, 'partyId' | 'partyKind' | 'roles'>): Promise<Caller> {
    const login = `user${++this.accounts}.${of.roles[0] ?? ''}`;
    const wish = { ...of, keptBy, login, name: `名${this.accounts}`, passwordHash: 'none' };
    const receipt = await this.ledger.record(SYSTEM_ACTOR, (tx) =>
      this.app.get(IdentityService).openAccountIn(tx, wish),
    );
    const accountId = receipt.entries[0]?.subjects[0]?.id ?? '';
    return this.session(accountId, of.partyId);
  }

  async session(accountId: string, partyId: string): Promise<Caller> {
    const token = await this.app.get(Sessions).open(accountId);
    return { accountId, partyId, cookie: `${SESSION_COOKIE}=${token}` };
  }

  get = (path: string, call: Call = {}): Promise<Answer> => this.call('GET', path, call);
  post = (path: string, call: Call = {}): Promise<Answer> => this.call('POST', path, call);
  put = (path: string, call: Call = {}): Promise<Answer> => this.call('PUT', path, call);
  delete = (path: string, call: Call = {}): Promise<Answer> => this.call('DELETE', path, call);

  async call(method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, { as, body, headers }: Call): Promise<Answer> {
    const response = await this.app.inject({
      method,
      url: path,
      headers: { host: HOST, origin: `http://${HOST}`, ...(as ? { cookie: as.cookie } : {}), ...headers },
      ...(body === undefined ? {} : { payload: body as object }),
    });
    return {
      status: response.statusCode,
      headers: response.headers,
      text: response.body,
      bytes: response.rawPayload,
      body: parsed(response),
    };
  }
}

function parsed(response: InjectedResponse): unknown {
  return /json/.test(String(response.headers['content-type'])) ? JSON.parse(response.body) : undefined;
}

/** Runs the tests over SQLite and over PostgreSQL, each with a world of its own. */
export function describeOnBoth(
  what: string,
  tests: (world: () => World, kind: DatabaseKind) => void,
  environment: Environment = {},
): void {
  describe.each(DATABASES)(`${what} (%s)`, (kind) => {
    let world: World;
    beforeAll(async () => {
      world = await World.open(kind, environment);
    });
    afterAll(() => world.close());
    tests(() => world, kind);
  });
}
