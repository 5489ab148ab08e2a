import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { Erasures, type ErasureGround, type ErasureReceipt } from '../../ledger/index.js';
import { account } from './identity.events.js';
import { accountFor } from './identity.queries.js';
import { requireClosed } from './identity.rules.js';

@Injectable()
export class AccountErasureService {
  constructor(private readonly erasures: Erasures) {}

  /** Erases login and name of a closed account. Number, pseudonym and roles stay: certificates print the number. */
  erase(actor: Actor, id: string, ground: ErasureGround): Promise<ErasureReceipt> {
    return this.erasures.erase(actor, ground, async (tx) => {
      requireClosed(await accountFor(tx, actor, id));
      return account(id);
    });
  }
}
