import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { Ids } from '../../kernel/ids.js';
import { Ledger, type Receipt } from '../../ledger/index.js';
import { Certificate } from '../certificates/index.js';
import { LiveToken } from './live.entity.js';
import type { CodeStyle, Layout } from './live.events.js';
import { isOnHold, sessionFor } from './live.queries.js';
import { refuse } from './live.refusals.js';
import { clearScreen, endSession, openSession, pickCertificate, replaceToken } from './live.rules.js';
import { LiveTokens } from './live-tokens.js';
import { type PickWish, WishedCertificates } from './wished-certificates.js';

export interface SessionWish {
  readonly title: string;
  readonly layout: Layout;
  readonly codeStyle: CodeStyle;
}

/** The token of an overlay is told once; it is empty when the answer is repeated, since it was never stored. */
export interface WithToken {
  readonly receipt: Receipt;
  readonly token: string;
}

@Injectable()
export class LiveService {
  constructor(
    private readonly ledger: Ledger,
    private readonly ids: Ids,
    private readonly tokens: LiveTokens,
    private readonly wished: WishedCertificates,
  ) {}

  async open(actor: Actor, wish: SessionWish): Promise<WithToken> {
    const token = this.tokens.next();
    const receipt = await this.ledger.record(actor, async (tx) => {
      const { partyId, accountId } = actor;
      const id = this.ids.next();
      await this.tokens.give(tx, id, token);
      return openSession({ id, partyId, accountId, ...wish });
    });
    return { receipt, token: await this.tokens.told(token) };
  }

  async replaceToken(actor: Actor, id: string): Promise<WithToken> {
    const token = this.tokens.next();
    const receipt = await this.ledger.record(actor, async (tx) => {
      const replaced = replaceToken(await sessionFor(tx, actor, id), actor.accountId);
      await this.tokens.give(tx, id, token);
      return replaced;
    });
    return { receipt, token: await this.tokens.told(token) };
  }

  async pick(actor: Actor, id: string, wish: PickWish): Promise<Receipt> {
    const certificateId = await this.wished.find(actor, wish);
    return this.ledger.record(actor, async (tx) => {
      const session = await sessionFor(tx, actor, id);
      const certificate = await tx.findOne(Certificate, { id: certificateId });
      if (!certificate) throw refuse.certificateUnknown();
      const isUnitOnHold = await isOnHold(tx, certificate.unitId);
      return pickCertificate(session, { certificate, isUnitOnHold, accountId: actor.accountId });
    });
  }

  clear(actor: Actor, id: string): Promise<Receipt> {
    return this.ledger.record(actor, async (tx) => clearScreen(await sessionFor(tx, actor, id), actor.accountId));
  }

  end(actor: Actor, id: string): Promise<Receipt> {
    return this.ledger.record(actor, async (tx) => {
      const ended = endSession(await sessionFor(tx, actor, id), actor.accountId);
      await tx.delete(LiveToken, { sessionId: id });
      return ended;
    });
  }
}
