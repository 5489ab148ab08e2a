import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { Database } from '../../platform/database/database.js';
import type { Reader } from '../../platform/database/sql.js';
import { Account, ApiKey } from './identity.entity.js';
import { refuse } from './identity.refusals.js';
import { actorOf, rolesOf } from './identity.rules.js';

/** Reads of accounts. Each is seen by its own party and by its keeper; for others it does not exist. */
@Injectable()
export class IdentityQueries {
  constructor(private readonly database: Database) {}

  /** Accounts of one party that the viewer may know of, oldest first. */
  accounts(viewer: Actor, partyId: string, page: { after: string | undefined; limit: number }): Promise<Account[]> {
    const where = partyId === viewer.partyId ? { partyId } : { partyId, keptBy: viewer.partyId };
    return this.database.reader.find(Account, where, { orderBy: 'id', ...page });
  }

  account(viewer: Actor, id: string): Promise<Account> {
    return accountFor(this.database.reader, viewer, id);
  }

  apiKeys(viewer: Actor, accountId: string): Promise<ApiKey[]> {
    return accountFor(this.database.reader, viewer, accountId).then(({ id }) =>
      this.database.reader.find(ApiKey, { accountId: id }, { orderBy: 'id' }),
    );
  }

  /** How many accounts there are: none means that the first administrator must be made from the command line. */
  async accountCount(): Promise<number> {
    const [row] = await this.database.reader.query<{ count: number }>('SELECT count(*) AS "count" FROM account');
    return row?.count ?? 0;
  }
}

/** The account when the viewer may know of it; otherwise it is as unknown as one that does not exist. */
export async function accountFor(reader: Reader, viewer: Actor, id: string): Promise<Account> {
  const account = await reader.findOne(Account, { id });
  const isVisible = account && [account.partyId, account.keptBy].includes(viewer.partyId);
  if (!isVisible) throw refuse.accountUnknown();
  return account;
}

/** Whoever acts by an open account, for work that goes on after its request; undefined once it is closed. */
export async function openActor(reader: Reader, accountId: string): Promise<Actor | undefined> {
  const account = await reader.findOne(Account, { id: accountId, closedAt: null });
  return account && actorOf(account, rolesOf(account));
}

/** Which of these numbers belong to open accounts of a party. */
export async function openNumbers(
  reader: Reader,
  partyId: string,
  numbers: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await reader.find(Account, { partyId, number: [...numbers], closedAt: null });
  return new Set(rows.map(({ number }) => number));
}

/** How many administrators the party of an account has besides it. */
export async function otherAdmins(reader: Reader, { id: ownId, partyId }: Account): Promise<number> {
  const rows = await reader.find(Account, { partyId, closedAt: null });
  return rows.filter(({ id, roles }) => id !== ownId && roles.split(' ').includes('admin')).length;
}
