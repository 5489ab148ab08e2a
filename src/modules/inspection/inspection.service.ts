import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { Ids } from '../../kernel/ids.js';
import { Ledger, type LedgerEvent, type Receipt } from '../../ledger/index.js';
import { Config } from '../../platform/config/config.module.js';
import type { Reader, Tx } from '../../platform/database/sql.js';
import { planOf } from '../catalog/index.js';
import { auditedPlan, packingFilesOf } from '../filming/index.js';
import { instrumentByCode } from '../instruments/index.js';
import { meetCondition, openHoldsOf, requireAnotherTry, type Unit, unitFor } from '../units/index.js';
import { breakOffInspection } from './break-off.rules.js';
import type { ReadingBody } from './inspection.dto.js';
import {
  type ChosenPlan,
  recordReadings,
  type Review,
  reviewInspection,
  startInspection,
  submitInspection,
  type WishedReading,
} from './inspection-flow.rules.js';
import { inspectionFor, judgingContext, keptContext } from './inspection.queries.js';
import { InspectionSamples } from './inspection-samples.js';
import { instrumentsOf, uncovered } from './instrument-gaps.queries.js';
import { openOf, submittedOf, valuesOf } from './kept-inspection.js';
import { type NamedReading, type Stretch, withdrawReading, withdrawStretch } from './withdrawal.rules.js';

@Injectable()
export class InspectionService {
  constructor(
    private readonly ledger: Ledger,
    private readonly ids: Ids,
    private readonly config: Config,
    private readonly samples: InspectionSamples,
  ) {}

  start(actor: Actor, unitId: string): Promise<Receipt> {
    return this.ledger.record(actor, async (tx) => {
      const unit = await unitFor(tx, actor, unitId);
      await requireAnotherTry(tx, unit);
      const id = this.ids.next();
      const plan = auditedPlan(unit, await chosenPlan(tx, unit), await packingFilesOf(tx, unit.id));
      const started = startInspection(actor, id, unit, plan);
      return [...started, ...(await this.samples.atStart(tx, actor, { id, unit, items: plan?.items ?? [] }))];
    });
  }

  recordReadings(actor: Actor, id: string, bodies: readonly ReadingBody[]): Promise<Receipt> {
    return this.ledger.record(actor, (tx) => this.readings(tx, actor, id, bodies));
  }

  /** What readings record, for a command of many; throws what a single one would be refused with. */
  async readings(
    reader: Reader,
    actor: Actor,
    id: string,
    bodies: readonly ReadingBody[],
  ): Promise<readonly LedgerEvent[]> {
    const kept = await inspectionFor(reader, actor, id);
    const wished = await withInstruments(reader, kept.inspection.warehouseId, bodies);
    return recordReadings(actor, openOf(kept), wished, keptContext(kept, this.config.zone));
  }

  withdraw(actor: Actor, id: string, named: NamedReading): Promise<Receipt> {
    return this.ledger.record(actor, async (tx) => {
      const kept = await inspectionFor(tx, actor, id);
      return withdrawReading(actor, openOf(kept), named, kept);
    });
  }

  /** What taking back a stretch of readings records, for a command of many. */
  async withdrawal(reader: Reader, actor: Actor, id: string, stretch: Stretch): Promise<readonly LedgerEvent[]> {
    const kept = await inspectionFor(reader, actor, id);
    return withdrawStretch(actor, openOf(kept), stretch, kept);
  }

  submit(actor: Actor, id: string): Promise<Receipt> {
    return this.ledger.record(actor, async (tx) => {
      const kept = await inspectionFor(tx, actor, id);
      const context = await judgingContext(tx, kept, this.config.zone);
      return submitInspection(actor, openOf(kept), valuesOf(kept.latest), context);
    });
  }

  review(actor: Actor, id: string, review: Review): Promise<Receipt> {
    return this.ledger.record(actor, async (tx) => {
      const kept = await inspectionFor(tx, actor, id);
      const { gaps, overrides } = await instrumentsOf(tx, kept, this.config.zone);
      const reviewed = reviewInspection(actor, submittedOf(kept, uncovered(gaps, overrides)), review);
      if (review.decision !== 'sign') return reviewed;
      const { unitId, startedAt } = kept.inspection;
      const met = meetCondition(await openHoldsOf(tx, unitId), 'inspection-signed', startedAt);
      return [...reviewed, ...(await this.samples.judged(tx, kept)), ...met];
    });
  }

  breakOff(actor: Actor, id: string, reason: string): Promise<Receipt> {
    return this.ledger.record(actor, async (tx) =>
      breakOffInspection(actor, await inspectionFor(tx, actor, id), reason),
    );
  }
}

async function chosenPlan(tx: Tx, unit: Unit): Promise<ChosenPlan | undefined> {
  const plan = await planOf(tx, unit.warehouseId, unit.categoryId);
  if (!plan) return undefined;
  const { id, version, categoryVersion, categoryHash, uncertaintyRule, items } = plan;
  return { id, version, categoryVersion, categoryHash, uncertaintyRule, items };
}

/** Each reading with the instrument that its code means in the warehouse's register. */
async function withInstruments(
  reader: Reader,
  warehouseId: string,
  bodies: readonly ReadingBody[],
): Promise<readonly WishedReading[]> {
  const wished: WishedReading[] = [];
  for (const { item, value, seen, instrument: typed } of bodies) {
    if (typed === undefined) wished.push({ item, value, seen });
    else {
      const found = await instrumentByCode(reader, warehouseId, typed);
      wished.push({ item, value, seen, instrument: { typed, found } });
    }
  }
  return wished;
}
