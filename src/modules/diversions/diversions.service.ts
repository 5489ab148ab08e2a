import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { randomCode } from '../../kernel/base32.js';
import { Ids, Random } from '../../kernel/ids.js';
import { Erasures, type ErasureGround, type ErasureReceipt, Ledger, type Receipt } from '../../ledger/index.js';
import type { Tx } from '../../platform/database/sql.js';
import { requireValidCertificate } from '../certificates/index.js';
import { openHoldsOf, requireAnotherTry, resubmissionLimitOf, unitFor } from '../units/index.js';
import {
  callOffPickUp,
  type HandOver,
  handOverPickUp,
  type Leaving,
  orderPickUp,
  type ReturnWish,
  returnUnit,
} from './departure.rules.js';
import { Departure, PickUp } from './diversions.entity.js';
import { departure, type PickUpParty } from './diversions.events.js';
import { refuse } from './diversions.refusals.js';
import { papersOf } from './ended-papers.js';
import { interceptUnit, type InterceptionWish } from './interception.rules.js';
import { orderReinspection, resubmit } from './reinspection.rules.js';

const PICK_UP_CODE_LENGTH = 8;

@Injectable()
export class DiversionService {
  constructor(
    private readonly ledger: Ledger,
    private readonly ids: Ids,
    private readonly random: Random,
    private readonly erasures: Erasures,
  ) {}

  resubmit(actor: Actor, unitId: string, remedy: string): Promise<Receipt> {
    return this.ledger.record(actor, async (tx) => {
      const unit = await unitFor(tx, actor, unitId);
      return resubmit(actor, unit, remedy, await resubmissionLimitOf(tx, unit.warehouseId));
    });
  }

  orderReinspection(actor: Actor, unitId: string, reason: { zh: string; en?: string }): Promise<Receipt> {
    return this.ledger.record(actor, async (tx) => {
      const unit = await unitFor(tx, actor, unitId);
      await requireAnotherTry(tx, unit);
      return orderReinspection(actor, unit, reason, await papersOf(tx, unit.id));
    });
  }

  intercept(actor: Actor, unitId: string, wish: Omit<InterceptionWish, 'id'>): Promise<Receipt> {
    return this.ledger.record(actor, async (tx) => {
      const unit = await unitFor(tx, actor, unitId);
      return interceptUnit(actor, unit, { ...wish, id: this.ids.next() }, await openHoldsOf(tx, unit.id));
    });
  }

  sendBack(actor: Actor, unitId: string, wish: Omit<ReturnWish, 'id'>): Promise<Receipt> {
    return this.ledger.record(actor, async (tx) =>
      returnUnit(actor, await leaving(tx, actor, unitId), { ...wish, id: this.ids.next() }),
    );
  }

  orderPickUp(actor: Actor, unitId: string, by: PickUpParty): Promise<Receipt> {
    const code = randomCode(this.random, PICK_UP_CODE_LENGTH);
    return this.ledger.record(actor, async (tx) => {
      const what = await leaving(tx, actor, unitId);
      const ordered = orderPickUp(actor, what, { by, code });
      if (by === 'buyer') await requireValidCertificate(tx, what.unit.id);
      return ordered;
    });
  }

  callOffPickUp(actor: Actor, unitId: string, reason: string): Promise<Receipt> {
    return this.ledger.record(actor, async (tx) => {
      const unit = await unitFor(tx, actor, unitId);
      return callOffPickUp(actor, unit, await tx.findOne(PickUp, { unitId: unit.id }), reason);
    });
  }

  handOver(actor: Actor, unitId: string, handOver: Omit<HandOver, 'id'>): Promise<Receipt> {
    return this.ledger.record(actor, async (tx) => {
      const what = await leaving(tx, actor, unitId);
      const pickUp = await tx.findOne(PickUp, { unitId: what.unit.id });
      const given = handOverPickUp(actor, what, pickUp, { ...handOver, id: this.ids.next() });
      if (pickUp?.byWhom === 'buyer') await requireValidCertificate(tx, what.unit.id);
      return given;
    });
  }

  /** Erases the person who took the goods; the warehouse that gave them out may. */
  erase(actor: Actor, unitId: string, ground: ErasureGround): Promise<ErasureReceipt> {
    return this.erasures.erase(actor, ground, async (tx) => {
      const unit = await unitFor(tx, actor, unitId);
      const left = await tx.findOne(Departure, { unitId: unit.id });
      if (!left) throw refuse.noDeparture();
      return departure(left.id);
    });
  }
}

async function leaving(tx: Tx, actor: Actor, unitId: string): Promise<Leaving> {
  const unit = await unitFor(tx, actor, unitId);
  return { unit, holds: await openHoldsOf(tx, unit.id), papers: await papersOf(tx, unit.id) };
}
