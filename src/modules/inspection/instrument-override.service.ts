import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { Ids } from '../../kernel/ids.js';
import { Ledger, type Receipt } from '../../ledger/index.js';
import { Config } from '../../platform/config/config.module.js';
import { codeOf } from '../instruments/index.js';
import { rejudgeInspection } from './inspection-flow.rules.js';
import type { OverrideDecision, OverrideReason } from './inspection.events.js';
import { inspectionFor, judgingContext } from './inspection.queries.js';
import { refuse } from './inspection.refusals.js';
import { gapsOf, overridesOf } from './instrument-gaps.queries.js';
import { decideOverride, requestOverride } from './instrument-override.rules.js';
import { openOf, participantsOf, valuesOf } from './kept-inspection.js';

/** Two people let readings count whose instrument was not in calibration. */
@Injectable()
export class InstrumentOverrides {
  constructor(
    private readonly ledger: Ledger,
    private readonly ids: Ids,
    private readonly config: Config,
  ) {}

  request(actor: Actor, id: string, wish: { instrument: string; reason: OverrideReason }): Promise<Receipt> {
    return this.ledger.record(actor, async (tx) => {
      const { inspection, unit, latest } = await inspectionFor(tx, actor, id);
      const gaps = await gapsOf(tx, latest, this.config.zone);
      const state = { inspection, unit, gaps, overrides: await overridesOf(tx, id) };
      return requestOverride(actor, this.ids.next(), state, { code: codeOf(wish.instrument), reason: wish.reason });
    });
  }

  decide(actor: Actor, id: string, overrideId: string, decision: OverrideDecision): Promise<Receipt> {
    return this.ledger.record(actor, async (tx) => {
      const kept = await inspectionFor(tx, actor, id);
      const override = (await overridesOf(tx, id)).find((each) => each.id === overrideId);
      if (!override) throw refuse.overrideUnknown();
      const decided = decideOverride(
        actor,
        { override, unit: kept.unit, participants: participantsOf(kept) },
        decision,
      );
      if (decision === 'decline') return decided;
      const context = await judgingContext(tx, kept, this.config.zone, [override]);
      return [...decided, ...rejudgeInspection(openOf(kept), valuesOf(kept.latest), context)];
    });
  }
}
