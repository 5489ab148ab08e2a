import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { Ids } from '../../kernel/ids.js';
import { normalizeText } from '../../kernel/text.js';
import { Ledger, type Receipt } from '../../ledger/index.js';
import { holdUnit, releaseHold } from './hold.rules.js';
import type { FlowRuleBody, HoldBody } from './units.dto.js';
import { flowRule, flowRuleSet } from './units.events.js';
import { UnitHold } from './units.entity.js';
import { unitFor } from './units.queries.js';
import { refuse } from './units.refusals.js';

@Injectable()
export class UnitsService {
  constructor(
    private readonly ledger: Ledger,
    private readonly ids: Ids,
  ) {}

  hold(actor: Actor, unitId: string, { code = 'other', reason, releasing }: HoldBody): Promise<Receipt> {
    return this.ledger.record(actor, async (tx) => {
      const unit = await unitFor(tx, actor, unitId);
      return holdUnit(unit, { id: this.ids.next(), code, reason, ...(releasing ? { releasing } : {}) });
    });
  }

  release(actor: Actor, unitId: string, holdId: string, reason: string): Promise<Receipt> {
    return this.ledger.record(actor, async (tx) => {
      const unit = await unitFor(tx, actor, unitId);
      const hold = await tx.findOne(UnitHold, { id: holdId, unitId: unit.id });
      if (!hold) throw refuse.holdUnknown();
      return releaseHold(actor, hold, reason);
    });
  }

  setFlowRule(actor: Actor, { resubmissionLimit, isFilmingRefused, reason }: FlowRuleBody): Promise<Receipt> {
    const { partyId: warehouseId } = actor;
    const limit = resubmissionLimit === undefined ? {} : { resubmissionLimit };
    return this.ledger.record(actor, async () => [
      flowRuleSet([flowRule(warehouseId)], {
        party: {
          warehouseId,
          ...limit,
          ...(isFilmingRefused ? { isFilmingRefused } : {}),
          reason: normalizeText(reason),
        },
      }),
    ]);
  }
}
