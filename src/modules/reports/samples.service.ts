import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { Ids } from '../../kernel/ids.js';
import { Clock, dayOf } from '../../kernel/instant.js';
import { Ledger, type Receipt } from '../../ledger/index.js';
import { Config } from '../../platform/config/config.module.js';
import type { Tx } from '../../platform/database/sql.js';
import { openNumbers } from '../identity/index.js';
import { inspectionOf, openItems, photosOf } from '../inspection/index.js';
import { partyOfKind } from '../parties/index.js';
import { unitFor } from '../units/index.js';
import type { MassToleranceBody, SampleBody } from './reports.dto.js';
import { LabSample } from './reports.entity.js';
import { sampleFor } from './reports.queries.js';
import { refuse } from './reports.refusals.js';
import { cancelSample, sealOf, sendSample, type SendingGrounds, setMassTolerance } from './samples.rules.js';

/** Samples on their way to laboratories, and the warehouse's rule about them. */
@Injectable()
export class SamplesService {
  constructor(
    private readonly ledger: Ledger,
    private readonly ids: Ids,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  send(actor: Actor, unitId: string, wish: SampleBody): Promise<Receipt> {
    return this.ledger.record(actor, async (tx) =>
      sendSample(actor, this.ids.next(), await this.grounds(tx, actor, unitId, wish), wish),
    );
  }

  cancel(actor: Actor, id: string, reason: string): Promise<Receipt> {
    return this.ledger.record(actor, async (tx) => cancelSample(actor, await sampleFor(tx, actor, id), reason));
  }

  setMassTolerance(actor: Actor, wish: MassToleranceBody): Promise<Receipt> {
    return this.ledger.record(actor, async (tx) =>
      setMassTolerance(actor, wish, await openNumbers(tx, actor.partyId, [wish.by])),
    );
  }

  private async grounds(tx: Tx, actor: Actor, unitId: string, wish: SampleBody): Promise<SendingGrounds> {
    const { zone } = this.config;
    const unit = await unitFor(tx, actor, unitId);
    const laboratory = await partyOfKind(tx, actor, { id: wish.laboratoryId, kind: 'laboratory' });
    const kept = await inspectionOf(tx, { unitId, state: 'inspecting' });
    if (!kept) throw refuse.inspectionMissing();
    return {
      unit,
      inspectionId: kept.inspection.id,
      laboratory,
      items: openItems(kept, wish.items, zone),
      photos: await photosOf(tx, unitId),
      today: dayOf(this.clock.now(), zone),
      sameSeal: await tx.findOne(LabSample, { warehouseId: unit.warehouseId, sealNo: sealOf(wish.sealNo) }),
    };
  }
}
