import { on, personalErased, type Projection, subjectOf, subjectsOf } from '../../ledger/index.js';
import { Account, ApiKey, ApiKeySecret, Credential, Session } from './identity.entity.js';
import { accountClosed, accountOpened, apiKeyIssued, apiKeyRevoked, rolesChanged } from './identity.events.js';

export const identityProjection: Projection = {
  tables: [Account, ApiKey],
  rules: [
    on(accountOpened, async (tx, event) => {
      const { pseudonym, number, partyId, partyKind, keptBy, roles } = event.contents.party;
      const { login = null, name = null } = event.contents.personal ?? {};
      const id = subjectOf(event, 'account');
      const row = { id, pseudonym, number, partyId, partyKind, keptBy, roles: roles.join(' '), login, name };
      await tx.insert(Account, { ...row, openedAt: event.at, closedAt: null });
    }),
    on(rolesChanged, async (tx, event) => {
      const roles = event.contents.party.roles.join(' ');
      await tx.update(Account, { id: subjectOf(event, 'account') }, { roles });
    }),
    on(accountClosed, async (tx, event) => {
      await tx.update(Account, { id: subjectOf(event, 'account') }, { closedAt: event.at });
    }),
    on(apiKeyIssued, async (tx, event) => {
      const { label, prefix, scopes, expiresAt } = event.contents.party;
      const ids = { id: subjectOf(event, 'api-key'), accountId: subjectOf(event, 'account') };
      await tx.insert(ApiKey, { ...ids, label, prefix, scopes: scopes.join(' '), expiresAt, revokedAt: null });
    }),
    on(personalErased, async (tx, event) => {
      for (const id of subjectsOf(event, 'account')) {
        await tx.update(Account, { id }, { login: null, name: null });
        // Private rows: an erasure also takes them out of an older database that is brought up to date.
        await tx.delete(Credential, { accountId: id });
        await tx.delete(Session, { accountId: id });
        for (const key of await tx.find(ApiKey, { accountId: id })) await tx.delete(ApiKeySecret, { keyId: key.id });
      }
    }),
    on(apiKeyRevoked, async (tx, event) => {
      await tx.update(ApiKey, { id: subjectOf(event, 'api-key') }, { revokedAt: event.at });
    }),
  ],
};
