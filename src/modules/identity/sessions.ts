import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Actor } from '../../kernel/actor.js';
import { Random } from '../../kernel/ids.js';
import { addMillis, Clock } from '../../kernel/instant.js';
import { Ledger } from '../../ledger/index.js';
import { Database } from '../../platform/database/database.js';
import { Authenticator } from '../../platform/http/access.js';
import { sha256Hex } from '../../platform/keys/sha256.js';
import { Account, ApiKey, ApiKeySecret, Credential, Session } from './identity.entity.js';
import { refuse } from './identity.refusals.js';
import { actorOf, asRole, rolesOf } from './identity.rules.js';
import { isPassword } from './passwords.js';

export const SESSION_COOKIE = '__Host-yanzhen';
export const SESSION_HOURS = 12;
/** 160 bits. */
const TOKEN_BYTES = 20;
const KEY = /^Bearer yz_([0-9A-Z]{8})_([0-9A-Za-z_-]{27})$/;

/** Opaque server-side sessions and API keys: who is calling. */
@Injectable()
export class Sessions extends Authenticator {
  constructor(
    private readonly ledger: Ledger,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly random: Random,
  ) {
    super();
  }

  /** Checks the password and opens a session; returns the token for the cookie. */
  async signIn(login: string, password: string): Promise<string> {
    const { reader } = this.database;
    const account = await reader.findOne(Account, { login: login.trim().toLowerCase(), closedAt: null });
    const credential = account && (await reader.findOne(Credential, { accountId: account.id }));
    const isRight = await isPassword(password, credential?.passwordHash);
    if (!account || !isRight) throw refuse.wrongPassword();
    return this.open(account.id);
  }

  /** Throws unless this is the account's password now. */
  async checkPassword(accountId: string, password: string): Promise<void> {
    const credential = await this.database.reader.findOne(Credential, { accountId });
    if (!(await isPassword(password, credential?.passwordHash))) throw refuse.wrongPassword();
  }

  /** Opens a session without a password: after one was checked, and for tests of what an account sees. */
  async open(accountId: string): Promise<string> {
    const token = Buffer.from(this.random.bytes(TOKEN_BYTES)).toString('base64url');
    await this.ledger.run(async (tx) => {
      // Not the turn's time: the log never goes back, and after a clock ran ahead that would end every session.
      const now = this.clock.now();
      await tx.execute('DELETE FROM session WHERE expires_at <= ?', [now]);
      const expiresAt = addMillis(now, SESSION_HOURS * 3_600_000);
      await tx.insert(Session, { tokenHash: sha256Hex(token), accountId, expiresAt });
    });
    return token;
  }

  async signOut(token: string): Promise<void> {
    await this.ledger.run((tx) => tx.delete(Session, { tokenHash: sha256Hex(token) }));
  }

  authenticate(request: FastifyRequest): Promise<Actor | undefined> {
    const { authorization } = request.headers;
    if (authorization) return this.byApiKey(authorization);
    const token = request.cookies[SESSION_COOKIE];
    return token ? this.bySession(token) : Promise.resolve(undefined);
  }

  private async bySession(token: string): Promise<Actor | undefined> {
    const session = await this.database.reader.findOne(Session, { tokenHash: sha256Hex(token) });
    if (!session || session.expiresAt <= this.clock.now()) return undefined;
    const account = await this.openAccount(session.accountId);
    return account && actorOf(account, rolesOf(account));
  }

  private async byApiKey(authorization: string): Promise<Actor | undefined> {
    const [, prefix, secret] = KEY.exec(authorization) ?? [];
    if (!prefix || !secret) return undefined;
    const key = await this.database.reader.findOne(ApiKey, { prefix, revokedAt: null });
    const stored = key && (await this.database.reader.findOne(ApiKeySecret, { keyId: key.id }));
    if (!stored || key.expiresAt <= this.clock.now() || stored.secretHash !== sha256Hex(secret)) return undefined;
    const account = await this.openAccount(key.accountId);
    const scopes = key.scopes.split(' ').map(asRole);
    return (
      account &&
      actorOf(
        account,
        rolesOf(account).filter((role) => scopes.includes(role)),
      )
    );
  }

  private openAccount(id: string): Promise<Account | undefined> {
    return this.database.reader.findOne(Account, { id, closedAt: null });
  }
}
