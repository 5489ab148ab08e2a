import type { InstrumentGapView, OverrideView } from './inspection.dto.js';
import type { InspectionOverride } from './inspection.entity.js';
import { type DoubtfulInstruments, givenOverrides } from './instrument-gaps.queries.js';
import { type InstrumentGap, isCovered, reasonOf } from './instrument-gaps.rules.js';

export function doubtView({ gaps, overrides }: DoubtfulInstruments): {
  gaps: InstrumentGapView[];
  overrides: OverrideView[];
} {
  return { gaps: gaps.map((gap) => gapView(gap, overrides)), overrides: overrides.map(overrideView) };
}

function gapView(gap: InstrumentGap, overrides: readonly InspectionOverride[]): InstrumentGapView {
  const { items, ...shown } = gap;
  return { ...shown, items: [...items], reason: reasonOf(gap), isCovered: isCovered(gap, givenOverrides(overrides)) };
}

function overrideView(override: InspectionOverride): OverrideView {
  const { id, instrumentCode, instrumentName, state, until, certificateNo, requestedAt, decision, decidedAt } =
    override;
  return {
    ...{ id, instrumentCode, instrumentName, state, until, certificateNo, requestedAt, decision, decidedAt },
    reason: { zh: override.reasonZh, en: override.reasonEn },
    requester: override.requesterNumber,
    decider: override.deciderNumber,
  };
}
