import { Injectable } from '@nestjs/common';
import type { Actor, PartyKind, Role } from '../../kernel/actor.js';
import { randomCode } from '../../kernel/base32.js';
import { Ids, Random } from '../../kernel/ids.js';
import { addMillis, Clock } from '../../kernel/instant.js';
import { Ledger, type LedgerEvent, type Receipt } from '../../ledger/index.js';
import type { Tx } from '../../platform/database/sql.js';
import { sha256Hex } from '../../platform/keys/sha256.js';
import { Account, ApiKey, ApiKeySecret, Credential, Session } from './identity.entity.js';
import { account as accountSubject, passwordChanged } from './identity.events.js';
import { accountFor, otherAdmins } from './identity.queries.js';
import { refuse } from './identity.refusals.js';
import { changeRoles, checkPassword, closeAccount, issueApiKey, openAccount, revokeApiKey } from './identity.rules.js';
import { hashPassword } from './passwords.js';

export interface AccountWish {
  readonly partyId: string;
  readonly partyKind: PartyKind;
  /** Party that looks after the account, beside its own. */
  readonly keptBy: string;
  readonly roles: readonly Role[];
  readonly login: string;
  readonly name: string;
  readonly passwordHash: string;
}

export interface ApiKeyWish {
  readonly label: string;
  readonly scopes: readonly Role[];
  readonly days: number;
}

/** An API key as it is told once. The secret is empty when the answer is repeated: it was never stored. */
export interface IssuedApiKey {
  readonly receipt: Receipt;
  readonly secret: string;
}

const DAY_MILLIS = 86_400_000;

@Injectable()
export class IdentityService {
  constructor(
    private readonly ledger: Ledger,
    private readonly ids: Ids,
    private readonly random: Random,
    private readonly clock: Clock,
  ) {}

  /** The hash of a password that may be used; slow on purpose, so it is made before the writer's turn. */
  async passwordHash(password: string, login: string): Promise<string> {
    checkPassword(password, login);
    return hashPassword(password);
  }

  /** Events of a new account, and its private credential, in the caller's turn. The caller has checked the party. */
  async openAccountIn(tx: Tx, wish: AccountWish): Promise<LedgerEvent[]> {
    const login = wish.login.trim().toLowerCase();
    const id = this.ids.next();
    const [row] = await tx.query<{ count: number }>('SELECT count(*) AS "count" FROM account');
    const number = `Y${String((row?.count ?? 0) + 1).padStart(4, '0')}`;
    const isLoginTaken = (await tx.findOne(Account, { login })) !== undefined;
    const pseudonym = randomCode(this.random, 20);
    const { passwordHash, ...facts } = wish;
    const opened = openAccount({ ...facts, id, pseudonym, number, login }, isLoginTaken);
    await tx.insert(Credential, { accountId: id, passwordHash });
    return opened;
  }

  changeRoles(actor: Actor, id: string, roles: readonly Role[]): Promise<Receipt> {
    return this.ledger.record(actor, async (tx) => {
      const account = await accountFor(tx, actor, id);
      return changeRoles(account, roles, await otherAdmins(tx, account));
    });
  }

  closeAccount(actor: Actor, id: string, reason: string): Promise<Receipt> {
    return this.ledger.record(actor, async (tx) => {
      const account = await accountFor(tx, actor, id);
      const closed = closeAccount(account, reason, await otherAdmins(tx, account));
      await tx.delete(Session, { accountId: id });
      return closed;
    });
  }

  /** Sets a password and ends all sessions of the account. */
  async setPassword(actor: Actor, id: string, password: string): Promise<Receipt> {
    const hashed = await hashPassword(password);
    return this.ledger.record(actor, async (tx) => {
      const account = await accountFor(tx, actor, id);
      checkPassword(password, account.login ?? '');
      await tx.delete(Credential, { accountId: id });
      await tx.insert(Credential, { accountId: id, passwordHash: hashed });
      await tx.delete(Session, { accountId: id });
      const by = actor.accountId === id ? 'owner' : 'admin';
      return [passwordChanged([accountSubject(id)], { party: { by } })];
    });
  }

  async issueApiKey(actor: Actor, accountId: string, wish: ApiKeyWish): Promise<IssuedApiKey> {
    const secret = Buffer.from(this.random.bytes(20)).toString('base64url');
    const key = {
      ...wish,
      id: this.ids.next(),
      prefix: randomCode(this.random, 8),
      expiresAt: addMillis(this.clock.now(), wish.days * DAY_MILLIS),
    };
    const receipt = await this.ledger.record(actor, async (tx) => {
      const account = await accountFor(tx, actor, accountId);
      const issued = issueApiKey(account, key);
      await tx.insert(ApiKeySecret, { keyId: key.id, secretHash: sha256Hex(secret) });
      return issued;
    });
    const isFirstAnswer = receipt.entries.some(({ subjects }) => subjects.some(({ id }) => id === key.id));
    return { receipt, secret: isFirstAnswer ? `yz_${key.prefix}_${secret}` : '' };
  }

  revokeApiKey(actor: Actor, accountId: string, keyId: string, reason: string): Promise<Receipt> {
    return this.ledger.record(actor, async (tx) => {
      const account = await accountFor(tx, actor, accountId);
      const key = await tx.findOne(ApiKey, { id: keyId, accountId: account.id });
      if (!key) throw refuse.apiKeyUnknown();
      return revokeApiKey(key, reason);
    });
  }
}
