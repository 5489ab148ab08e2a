import { Injectable } from '@nestjs/common';
import type { Role } from '../../kernel/actor.js';
import { ConsistencyQueries } from '../certificates/index.js';
import {
  InspectionQueries,
  isUnderWay,
  type KeptInspection,
  participantsOf,
  withdrawable,
} from '../inspection/index.js';
import { isInspectable } from '../units/index.js';
import { OfferedInstruments } from './offered-instruments.js';
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
    private readonly instruments: OfferedInstruments,
  ) {}

  async of(visit: Visit, id: string) {
    const { actor, language } = visit;
    const kept = await this.inspections.inspection(actor, id);
    const detail = await this.inspections.detailOf(kept);
    const isFree = isInspectable(kept.unit);
    const isParticipant = participantsOf(kept).includes(actor.accountId);
    const isReviewer = actor.roles.includes('reviewer') && detail.state === 'awaiting-review' && isFree;
    const sheet = inspectionSheet(detail, language);
    const mayRecord = actor.roles.includes('inspector') && detail.state === 'inspecting' && isFree;
    return {
      ...sheet,
      undo: mayRecord ? undoOf(actor, kept, sheet.items) : undefined,
      instruments: mayRecord ? await this.instruments.of(visit, sheet.items) : [],
      unit: await this.facts.of(visit, kept.unit),
      findings: await this.consistency.ofInspection(kept),
      number: actor.number,
      mayRecord,
      mayCount: maySay(actor, ['inspector', 'receiver', 'admin']) && detail.state === 'inspecting' && isFree,
      mayDecide: maySay(actor, ['admin']) && detail.state === 'inspecting' && isFree,
      mayAsk: isFree && maySay(actor, ['inspector', 'reviewer', 'admin']),
      mayApprove: isFree && !isParticipant && maySay(actor, ['reviewer', 'admin']),
      isReviewer,
      mayBreakOff: maySay(actor, ['reviewer']) && !isParticipant && isUnderWay(kept.inspection),
      isSamePerson: isReviewer && isParticipant,
    };
  }
}

/** The last reading that whoever looks may take back, in words. */
function undoOf(
  { accountId }: Visit['actor'],
  kept: KeptInspection,
  items: readonly {
    readonly code: string;
    readonly name: string;
    readonly reading?: { readonly text: string } | undefined;
  }[],
) {
  const named = withdrawable(accountId, kept);
  const item = items.find(({ code }) => code === named?.item);
  return named && item ? { ...named, name: item.name, text: item.reading?.text ?? '' } : undefined;
}

/** Only staff of the warehouse have these roles there; the API has the last word. */
function maySay({ partyKind, roles }: Visit['actor'], any: readonly Role[]): boolean {
  return partyKind === 'warehouse' && any.some((role) => roles.includes(role));
}
