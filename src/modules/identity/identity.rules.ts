import { type Actor, type PartyKind, type Role, ROLES } from '../../kernel/actor.js';
import { invariant } from '../../kernel/invariant.js';
import type { LedgerEvent } from '../../ledger/index.js';
import type { Account, ApiKey } from './identity.entity.js';
import * as events from './identity.events.js';
import { refuse } from './identity.refusals.js';

/** What an account of each kind of party may be. */
export const ROLES_OF_PARTY: Readonly<Record<PartyKind, readonly Role[]>> = {
  warehouse: ['admin', 'receiver', 'inspector', 'reviewer', 'packer', 'shipper', 'host'],
  merchant: ['merchant', 'host'],
  laboratory: ['laboratory'],
  studio: ['host'],
  carrier: ['shipper'],
  regulator: ['regulator'],
};

const MIN_PASSWORD = 10;
const MAX_KEY_DAYS = 730;

export interface NewAccount {
  readonly id: string;
  readonly pseudonym: string;
  readonly number: string;
  readonly partyId: string;
  readonly partyKind: PartyKind;
  readonly keptBy: string;
  readonly roles: readonly Role[];
  readonly login: string;
  readonly name: string;
}

/** Whoever acts by an account, with these of its roles. */
export function actorOf(account: Account, roles: readonly Role[]): Actor {
  const { id, pseudonym, number, partyId, partyKind } = account;
  return { accountId: id, pseudonym, number, partyId, partyKind: partyKind as PartyKind, roles };
}

/** An account belongs to one party, has only roles that fit it, and a login name of its own. */
export function openAccount(wanted: NewAccount, isLoginTaken: boolean): LedgerEvent[] {
  checkRoles(wanted.partyKind, wanted.roles);
  if (isLoginTaken) throw refuse.loginTaken({ login: wanted.login });
  const { id, pseudonym, number, partyId, partyKind, keptBy, roles, login, name } = wanted;
  return [
    events.accountOpened([events.account(id)], {
      party: { pseudonym, number, partyId, partyKind, keptBy, roles },
      personal: { login, name },
    }),
  ];
}

/** There is always an administrator left. */
export function changeRoles(account: Account, roles: readonly Role[], otherAdmins: number): LedgerEvent[] {
  checkRoles(account.partyKind as PartyKind, roles);
  if (isAdmin(account) && !roles.includes('admin') && otherAdmins === 0) throw refuse.lastAdmin();
  return [events.rolesChanged([events.account(account.id)], { party: { roles } })];
}

export function closeAccount(account: Account, reason: string, otherAdmins: number): LedgerEvent[] {
  if (account.closedAt) throw refuse.accountAlreadyClosed();
  if (isAdmin(account) && otherAdmins === 0) throw refuse.lastAdmin();
  return [events.accountClosed([events.account(account.id)], { party: { reason } })];
}

/** Whoever still works here must be able to sign in, and answers for it by name. */
export function requireClosed({ closedAt }: Account): void {
  if (closedAt === null) throw refuse.accountStillOpen();
}

/** Long enough, and not the login name. Nothing else: rules about signs make people write passwords down. */
export function checkPassword(password: string, login: string): void {
  if (password.length < MIN_PASSWORD || password.toLowerCase() === login.toLowerCase()) throw refuse.passwordTooWeak();
}

export interface NewApiKey {
  readonly id: string;
  readonly prefix: string;
  readonly label: string;
  readonly scopes: readonly Role[];
  readonly days: number;
  readonly expiresAt: string;
}

/** A key can do no more than its account, and it ends. */
export function issueApiKey(account: Account, key: NewApiKey): LedgerEvent[] {
  const roles = rolesOf(account);
  const beyond = key.scopes.filter((scope) => !roles.includes(scope));
  if (beyond.length > 0) throw refuse.scopesBeyondRoles({ scopes: beyond.join(', ') });
  if (key.days < 1 || key.days > MAX_KEY_DAYS) throw refuse.expiryNotAhead();
  const { label, prefix, scopes, expiresAt } = key;
  return [
    events.apiKeyIssued([events.apiKey(key.id), events.account(account.id)], {
      party: { label, prefix, scopes, expiresAt },
    }),
  ];
}

export function revokeApiKey(key: ApiKey, reason: string): LedgerEvent[] {
  if (key.revokedAt) throw refuse.apiKeyAlreadyRevoked();
  return [events.apiKeyRevoked([events.apiKey(key.id), events.account(key.accountId)], { party: { reason } })];
}

export function rolesOf(account: Account): Role[] {
  return account.roles.split(' ').map(asRole);
}

export function asRole(text: string): Role {
  const role = ROLES.find((known) => known === text);
  invariant(role, `${text} is no role`);
  return role;
}

function isAdmin(account: Account): boolean {
  return rolesOf(account).includes('admin');
}

function checkRoles(partyKind: PartyKind, roles: readonly Role[]): void {
  const unfit = roles.filter((role) => !ROLES_OF_PARTY[partyKind].includes(role));
  if (unfit.length > 0 || roles.length === 0)
    throw refuse.roleNotForParty({ partyKind, roles: unfit.join(', ') || '-' });
}
