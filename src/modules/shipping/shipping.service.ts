import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { Ids } from '../../kernel/ids.js';
import { Erasures, type ErasureGround, type ErasureReceipt, Ledger, type Receipt } from '../../ledger/index.js';
import { requireValidCertificate } from '../certificates/index.js';
import { labelsOf } from '../labelling/index.js';
import { type Unit, unitFor } from '../units/index.js';
import type { ShipmentBody } from './shipping.dto.js';
import { Shipment } from './shipping.entity.js';
import { shipment } from './shipping.events.js';
import { refuse } from './shipping.refusals.js';
import { handOver, requireGoodLabel, warehouseShipping } from './shipping.rules.js';

@Injectable()
export class ShippingService {
  constructor(
    private readonly ledger: Ledger,
    private readonly ids: Ids,
    private readonly erasures: Erasures,
  ) {}

  handOver(actor: Actor, { unitIds, ...facts }: ShipmentBody): Promise<Receipt> {
    return this.ledger.record(actor, async (tx) => {
      const units: Unit[] = [];
      for (const id of unitIds) units.push(await unitFor(tx, actor, id));
      const warehouseId = warehouseShipping(actor, units);
      const events = handOver({ id: this.ids.next(), warehouseId, ...facts }, units);
      for (const unit of units) {
        await requireValidCertificate(tx, unit.id);
        requireGoodLabel(unit, await labelsOf(tx, unit.id));
      }
      return events;
    });
  }

  /** Erases the recipient; the warehouse that handed over may. Carrier, waybill and units stay. */
  erase(actor: Actor, id: string, ground: ErasureGround): Promise<ErasureReceipt> {
    return this.erasures.erase(actor, ground, async (tx) => {
      const sent = await tx.findOne(Shipment, { id, warehouseId: actor.partyId });
      if (!sent) throw refuse.unknown();
      return shipment(id);
    });
  }
}
