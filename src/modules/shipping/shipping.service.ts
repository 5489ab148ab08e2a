import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { Ids } from '../../kernel/ids.js';
import { Ledger, type Receipt } from '../../ledger/index.js';
import { requireValidCertificate } from '../certificates/index.js';
import { labelsOf } from '../labelling/index.js';
import { type Unit, unitFor } from '../units/index.js';
import type { ShipmentBody } from './shipping.dto.js';
import { handOver, requireGoodLabel } from './shipping.rules.js';

@Injectable()
export class ShippingService {
  constructor(
    private readonly ledger: Ledger,
    private readonly ids: Ids,
  ) {}

  handOver(actor: Actor, { unitIds, ...facts }: ShipmentBody): Promise<Receipt> {
    return this.ledger.record(actor, async (tx) => {
      const units: Unit[] = [];
      for (const id of unitIds) units.push(await unitFor(tx, actor, id));
      const events = handOver({ id: this.ids.next(), warehouseId: actor.partyId, ...facts }, units);
      for (const unit of units) {
        await requireValidCertificate(tx, unit.id);
        requireGoodLabel(unit, await labelsOf(tx, unit.id));
      }
      return events;
    });
  }
}
