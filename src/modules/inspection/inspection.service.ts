import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { Ids } from '../../kernel/ids.js';
import { Ledger, type Receipt } from '../../ledger/index.js';
import { Config } from '../../platform/config/config.module.js';
import type { Tx } from '../../platform/database/sql.js';
import { planOf } from '../catalog/index.js';
import { type Unit, unitFor } from '../units/index.js';
import {
  type ChosenPlan,
  recordReadings,
  type Review,
  reviewInspection,
  startInspection,
  submitInspection,
  type WishedReading,
} from './inspection-flow.rules.js';
import { inspectionFor } from './inspection.queries.js';
import { contextOf } from './judge-context.rules.js';
import type { JudgeContext } from './judge.js';
import { type KeptInspection, openOf, submittedOf, valuesOf } from './kept-inspection.js';

@Injectable()
export class InspectionService {
  constructor(
    private readonly ledger: Ledger,
    private readonly ids: Ids,
    private readonly config: Config,
  ) {}

  start(actor: Actor, unitId: string): Promise<Receipt> {
    return this.ledger.record(actor, async (tx) => {
      const unit = await unitFor(tx, actor, unitId);
      return startInspection(actor, this.ids.next(), unit, await chosenPlan(tx, unit));
    });
  }

  recordReadings(actor: Actor, id: string, wished: readonly WishedReading[]): Promise<Receipt> {
    return this.ledger.record(actor, async (tx) => {
      const kept = await inspectionFor(tx, actor, id);
      return recordReadings(actor, openOf(kept), wished, this.context(kept));
    });
  }

  submit(actor: Actor, id: string): Promise<Receipt> {
    return this.ledger.record(actor, async (tx) => {
      const kept = await inspectionFor(tx, actor, id);
      return submitInspection(actor, openOf(kept), valuesOf(kept.latest), this.context(kept));
    });
  }

  review(actor: Actor, id: string, review: Review): Promise<Receipt> {
    return this.ledger.record(actor, async (tx) => {
      const kept = await inspectionFor(tx, actor, id);
      return reviewInspection(actor, submittedOf(kept), review);
    });
  }

  private context({ unit, inspection }: KeptInspection): JudgeContext {
    return contextOf(unit, inspection.startedAt, this.config.zone);
  }
}

async function chosenPlan(tx: Tx, unit: Unit): Promise<ChosenPlan | undefined> {
  const plan = await planOf(tx, unit.warehouseId, unit.categoryId);
  if (!plan) return undefined;
  const { id, version, categoryVersion, categoryHash, uncertaintyRule, items } = plan;
  return { id, version, categoryVersion, categoryHash, uncertaintyRule, items };
}
