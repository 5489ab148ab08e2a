import { Injectable } from '@nestjs/common';
import type { Role } from '../../kernel/actor.js';
import { ConsistencyQueries } from '../certificates/index.js';
import { InspectionQueries, participantsOf } from '../inspection/index.js';
import { inspectionSheet } from './inspection-pages.view.js';
import { UnitFacts } from './unit-facts.js';
import type { Visit } from './visit.js';

/** One inspection with its unit, as the pages of inspectors and reviewers show it. */
@Injectable()
export class InspectionSheets {
  constructor(
    private readonly inspections: InspectionQueries,
    private readonly facts: UnitFacts,
    private readonly consistency: ConsistencyQueries,
  ) {}

  async of(visit: Visit, id: string) {
    const { actor, language } = visit;
    const kept = await this.inspections.inspection(actor, id);
    const detail = await this.inspections.detail(actor, id);
    const isFree = kept.unit.openHolds === 0;
    const isReviewer = actor.roles.includes('reviewer') && detail.state === 'awaiting-review' && isFree;
    return {
      ...inspectionSheet(detail, language),
      unit: await this.facts.of(visit, kept.unit),
      findings: await this.consistency.ofInspection(kept),
      number: actor.number,
      mayRecord: actor.roles.includes('inspector') && detail.state === 'inspecting' && isFree,
      mayCount: maySay(actor, ['inspector', 'receiver', 'admin']) && detail.state === 'inspecting' && isFree,
      mayDecide: maySay(actor, ['admin']) && detail.state === 'inspecting' && isFree,
      isReviewer,
      isSamePerson: isReviewer && participantsOf(kept).includes(actor.accountId),
    };
  }
}

/** Only staff of the warehouse have these roles there; the API has the last word. */
function maySay({ partyKind, roles }: Visit['actor'], any: readonly Role[]): boolean {
  return partyKind === 'warehouse' && any.some((role) => roles.includes(role));
}
