import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { Ids } from '../../kernel/ids.js';
import { normalizeText } from '../../kernel/text.js';
import { Ledger, type LedgerEvent, type Receipt } from '../../ledger/index.js';
import type { Tx } from '../../platform/database/sql.js';
import { judgeLot, standingOf, streamOf, wasJudged } from '../sampling/index.js';
import { isRepackedHere } from '../units/index.js';
import { inspectionFor } from './inspection.queries.js';
import {
  countLot,
  decideFullInspection,
  type LotCount,
  planSampling,
  sampleOutcome,
  type SamplingTarget,
} from './inspection-sampling.rules.js';
import type { KeptInspection } from './kept-inspection.js';

/** The sampling of lots under inspection. */
@Injectable()
export class InspectionSamples {
  constructor(
    private readonly ledger: Ledger,
    private readonly ids: Ids,
  ) {}

  count(actor: Actor, id: string, { packages, reason }: LotCount): Promise<Receipt> {
    return this.ledger.record(actor, async (tx) => {
      const kept = await inspectionFor(tx, actor, id);
      return countLot(actor, kept, { packages, reason: reason === undefined ? undefined : normalizeText(reason) });
    });
  }

  decideFull(actor: Actor, id: string, reason: string): Promise<Receipt> {
    return this.ledger.record(actor, async (tx) => {
      const kept = await inspectionFor(tx, actor, id);
      return decideFullInspection(actor, kept, normalizeText(reason));
    });
  }

  /** How the lot is sampled, by where its stream stands now. */
  async atStart(tx: Tx, actor: Actor, target: SamplingTarget): Promise<LedgerEvent[]> {
    const standing = standingOf(await streamOf(tx, target.unit));
    return planSampling(actor, target, { standing });
  }

  /** What a signed verdict does to the stream of the lot. */
  async judged(tx: Tx, kept: KeptInspection): Promise<LedgerEvent[]> {
    const { unit } = kept;
    const isAccepted = sampleOutcome(kept);
    // Lots of a repacking are goods that came once, in the lot before.
    if (isAccepted === undefined || (await isRepackedHere(tx, unit.id)) || (await wasJudged(tx, unit.id))) return [];
    return judgeLot({ unit, stream: await streamOf(tx, unit), newId: this.ids.next(), isAccepted });
  }
}
