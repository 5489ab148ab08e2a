import type { PartyKind, Role } from '../../kernel/actor.js';
import { eventKind, subjectType } from '../../ledger/index.js';

export const account = subjectType('account');
export const apiKey = subjectType('api-key');

export const accountOpened = eventKind<{
  party: {
    pseudonym: string;
    number: string;
    partyId: string;
    partyKind: PartyKind;
    keptBy: string;
    roles: readonly Role[];
  };
  personal: { login: string; name: string };
}>('identity.account-opened');

export const rolesChanged = eventKind<{ party: { roles: readonly Role[] } }>('identity.roles-changed');

export const accountClosed = eventKind<{ party: { reason: string } }>('identity.account-closed');

/** The password itself is private and stands nowhere in the log. */
export const passwordChanged = eventKind<{ party: { by: 'owner' | 'admin' } }>('identity.password-changed');

export const apiKeyIssued = eventKind<{
  party: { label: string; prefix: string; scopes: readonly Role[]; expiresAt: string };
}>('identity.api-key-issued');

export const apiKeyRevoked = eventKind<{ party: { reason: string } }>('identity.api-key-revoked');
