import { Injectable } from '@nestjs/common';
import type { Actor, Role } from '../../kernel/actor.js';
import { Ids } from '../../kernel/ids.js';
import { Erasures, type ErasureGround, type ErasureReceipt, Ledger, type Receipt } from '../../ledger/index.js';
import type { Reader } from '../../platform/database/sql.js';
import { IdentityService } from '../identity/index.js';
import { Party } from './parties.entity.js';
import { party } from './parties.events.js';
import { partyFor } from './parties.queries.js';
import { refuse } from './parties.refusals.js';
import {
  changeParty,
  kindOf,
  type PartyFactsWish,
  type PartyWish,
  registerParty,
  requireKept,
  requireOwnCma,
  usccOf,
} from './parties.rules.js';

export interface NewAccountWish {
  readonly login: string;
  readonly name: string;
  readonly password: string;
  readonly roles: readonly Role[];
}

@Injectable()
export class PartiesService {
  constructor(
    private readonly ledger: Ledger,
    private readonly ids: Ids,
    private readonly identity: IdentityService,
    private readonly erasures: Erasures,
  ) {}

  /** Registers those that a warehouse works with. Whom it would make itself or its watcher, it may not. */
  register(actor: Actor, wish: PartyWish): Promise<Receipt> {
    return this.ledger.record(actor, async (tx) => {
      if (wish.kind === 'warehouse') throw refuse.warehouseByCommand();
      if (wish.kind === 'regulator') throw refuse.regulatorByCommand();
      const kept = { ...wish, registeredBy: actor.partyId };
      requireOwnCma(await sameCma(tx, wish));
      return registerParty(this.ids.next(), kept, await sameCode(tx, wish.kind, wish.uscc));
    });
  }

  change(actor: Actor, id: string, wish: PartyFactsWish): Promise<Receipt> {
    return this.ledger.record(actor, async (tx) => {
      const current = await partyFor(tx, actor, id);
      requireKept(actor, current);
      requireOwnCma(await sameCma(tx, { ...wish, kind: current.kind }, current.id));
      return changeParty(current, wish, await sameCode(tx, current.kind, wish.uscc));
    });
  }

  /** Erases name and phone of the party's contact, as all its entries have them. */
  erase(actor: Actor, id: string, ground: ErasureGround): Promise<ErasureReceipt> {
    return this.erasures.erase(actor, ground, async (tx) => {
      requireKept(actor, await partyFor(tx, actor, id));
      return party(id);
    });
  }

  async openAccount(actor: Actor, partyId: string, wish: NewAccountWish): Promise<Receipt> {
    const { login, name, roles } = wish;
    const passwordHash = await this.identity.passwordHash(wish.password, login.trim());
    return this.ledger.record(actor, async (tx) => {
      const employer = await partyFor(tx, actor, partyId);
      requireKept(actor, employer);
      const owner = { partyId: employer.id, partyKind: kindOf(employer), keptBy: actor.partyId };
      return this.identity.openAccountIn(tx, { ...owner, roles, login, name, passwordHash });
    });
  }
}

/** The party of a kind that has this credit code already. */
export function sameCode(reader: Reader, kind: string, uscc: string): Promise<Party | undefined> {
  return reader.findOne(Party, { kind, uscc: usccOf(uscc) });
}

/** A laboratory, other than `id`, that has the CMA number of this one already. */
async function sameCma(
  reader: Reader,
  { kind, laboratory }: Pick<PartyFactsWish, 'laboratory'> & { readonly kind: string },
  id?: string,
): Promise<Party | undefined> {
  if (kind !== 'laboratory' || !laboratory) return undefined;
  const same = await reader.find(Party, { kind: 'laboratory', cma: laboratory.cma });
  return same.find((each) => each.id !== id);
}
