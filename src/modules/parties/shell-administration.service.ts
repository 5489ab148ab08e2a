import { Injectable } from '@nestjs/common';
import { SYSTEM_ACTOR } from '../../kernel/actor.js';
import { Ids } from '../../kernel/ids.js';
import { Ledger, type Receipt } from '../../ledger/index.js';
import { Database } from '../../platform/database/database.js';
import type { Reader } from '../../platform/database/sql.js';
import { Account, IdentityService } from '../identity/index.js';
import { refuse } from './parties.refusals.js';
import { type PartyFactsWish, registerParty } from './parties.rules.js';
import { sameCode } from './parties.service.js';

/** The person that a new party begins with. */
export interface FirstAccount {
  readonly login: string;
  readonly name: string;
  readonly password: string;
}

/** What a person at the machine's shell may do without an account: begin, let regulators in, and get back in. */
@Injectable()
export class ShellAdministration {
  constructor(
    private readonly ledger: Ledger,
    private readonly database: Database,
    private readonly identity: IdentityService,
    private readonly ids: Ids,
  ) {}

  /** A warehouse and its administrator, in one commit. Refused when there is an administrator, unless forced. */
  async foundWarehouse(wish: PartyFactsWish, admin: FirstAccount, isForced: boolean): Promise<Receipt> {
    const { login, name } = admin;
    const passwordHash = await this.identity.passwordHash(admin.password, login.trim());
    return this.ledger.record(SYSTEM_ACTOR, async (tx) => {
      if (!isForced && (await hasAdmin(tx))) throw refuse.adminExists();
      const kind = 'warehouse';
      const partyId = this.ids.next();
      const founded = registerParty(partyId, { ...wish, kind }, await sameCode(tx, kind, wish.uscc));
      const owner = { partyId, partyKind: kind, keptBy: partyId } as const;
      const account = { ...owner, roles: ['admin'], login, name, passwordHash } as const;
      return [...founded, ...(await this.identity.openAccountIn(tx, account))];
    });
  }

  /** A regulator and an account of it, in one commit; when the regulator is registered already, one more account. */
  async foundRegulator(wish: PartyFactsWish, person: FirstAccount): Promise<Receipt> {
    const { login, name } = person;
    const passwordHash = await this.identity.passwordHash(person.password, login.trim());
    return this.ledger.record(SYSTEM_ACTOR, async (tx) => {
      const kind = 'regulator';
      const known = await sameCode(tx, kind, wish.uscc);
      const partyId = known?.id ?? this.ids.next();
      const founded = known ? [] : registerParty(partyId, { ...wish, kind });
      const owner = { partyId, partyKind: kind, keptBy: partyId } as const;
      const account = { ...owner, roles: ['regulator'], login, name, passwordHash } as const;
      return [...founded, ...(await this.identity.openAccountIn(tx, account))];
    });
  }

  /** Sets the password of an open account and ends its sessions. */
  async resetPassword(login: string, password: string): Promise<Receipt> {
    const wanted = { login: login.trim().toLowerCase(), closedAt: null };
    const account = await this.database.reader.findOne(Account, wanted);
    if (!account) throw refuse.loginUnknown({ login });
    return this.identity.setPassword({ ...SYSTEM_ACTOR, partyId: account.partyId }, account.id, password);
  }
}

async function hasAdmin(reader: Reader): Promise<boolean> {
  const rows = await reader.query<object>(
    `SELECT id FROM account WHERE closed_at IS NULL AND ' ' || roles || ' ' LIKE '% admin %' LIMIT 1`,
  );
  return rows.length > 0;
}
