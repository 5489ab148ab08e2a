import { unitSymbol } from '../../kernel/units.js';
import { sha256 } from '../../platform/keys/sha256.js';
import type { PlanItem } from '../catalog/index.js';
import { drawnFor } from '../sampling/index.js';
import type {
  CurrentReadingView,
  InspectionDetailView,
  InspectionItemView,
  InspectionView,
  ItemPartView,
  LotSamplingView,
  SchemeView,
} from './inspection.dto.js';
import type { Inspection } from './inspection.entity.js';
import { planOfInspection } from './inspection-flow.rules.js';
import type { ItemVerdict, JudgeContext, Verdict } from './judge.js';
import {
  inspectorNumbersOf,
  type KeptInspection,
  keptStanding,
  leftOutOf,
  planSnapshot,
  readCountsOf,
  resultsOf,
  schemesOf,
  valuesOf,
} from './kept-inspection.js';
import { gradeLimits } from './judge-sample.rules.js';
import { needsInstrument } from './reading-value.parts.js';
import type { DoubtfulInstruments } from './instrument-gaps.queries.js';
import { doubtView } from './instrument-gaps.view.js';
import { kindsOf } from './reading-value.rules.js';
import { verdictOf } from './verdict.rules.js';

export function inspectionView(row: Inspection): InspectionView {
  const { id, unitId, state, startedAt, submittedAt, verdict, reviewedAt, decision, reviewReason } = row;
  const { uncertaintyRule: _, ...plan } = planSnapshot(row);
  const people = { submitter: row.submitterNumber, reviewer: row.reviewerNumber };
  return { id, unitId, state, plan, startedAt, submittedAt, verdict, reviewedAt, decision, reviewReason, ...people };
}

/** With its items as they stand: judged as submitted, or before that as they would be now. */
export function inspectionDetail(
  kept: KeptInspection,
  instruments: DoubtfulInstruments,
  context: JudgeContext,
  root: string,
): InspectionDetailView {
  const standing = standingOf(kept, context);
  return {
    ...inspectionView(kept.inspection),
    items: kept.items.map((item) => ({ ...itemView(item, kept, standing), scheme: schemeView(item, kept, root) })),
    preview: standing.verdict,
    inspectors: [...inspectorNumbersOf(kept.latest)],
    sampling: samplingView(kept, root),
    photos: kept.photos.map((photo) => ({ sha256: photo.sha256, at: photo.at })),
    ...doubtView(instruments),
  };
}

interface Standing {
  readonly verdict: Verdict;
  readonly leftOut: ReadonlySet<string>;
  readonly findings: ReadonlyMap<string, ItemVerdict>;
}

function standingOf(kept: KeptInspection, context: JudgeContext): Standing {
  const { inspection } = kept;
  // What was broken off has no verdict that counts: it shows how far it came.
  if (inspection.state === 'inspecting' || inspection.state === 'broken-off') return standingNow(kept, context);
  return {
    verdict: inspection.verdict ?? 'undecided',
    leftOut: new Set(leftOutOf(inspection).map(({ code }) => code)),
    findings: new Map(resultsOf(inspection).map((result) => [result.item, result])),
  };
}

function standingNow(kept: KeptInspection, context: JudgeContext): Standing {
  const { verdict, results, leftOut } = verdictOf(planOfInspection(kept), valuesOf(kept.latest), context);
  return {
    verdict,
    leftOut: new Set(leftOut.map(({ code }) => code)),
    findings: new Map(results.map((result) => [result.item.code, result])),
  };
}

function itemView(item: PlanItem, kept: KeptInspection, standing: Standing): Omit<InspectionItemView, 'scheme'> {
  const { code, name, stage, mandatory, severity, valueType, values, unit, limitText, limitBy } = item;
  const { method, standard, edition } = item;
  const found = standing.findings.get(code);
  return {
    ...{ code, name, stage, severity, valueType, unit, limitBy, method, standard, edition },
    isMandatory: mandatory,
    kinds: [...kindsOf(item)],
    weighings: [...(item.weighings ?? [])],
    values: values === null ? null : [...values],
    parts: partsOf(item),
    unitSymbol: unit === null ? '' : unitSymbol(unit),
    needsInstrument: needsInstrument(item),
    limit: found?.limit ?? limitText,
    isLeftOut: standing.leftOut.has(code),
    reading: readingView(code, kept),
    readCount: readCountsOf(kept).get(code) ?? 0,
    verdict: found?.verdict ?? null,
    reason: found?.reason ?? null,
  };
}

function schemeView({ code: item, judge }: PlanItem, kept: KeptInspection, root: string): SchemeView | null {
  const scheme = schemesOf(kept).find((each) => each.item === item);
  if (!scheme) return null;
  const { kind } = scheme;
  const limits = gradeLimits(judge, scheme);
  if (kind === 'none')
    return { kind, why: scheme.why, severity: null, letter: null, n: null, grades: [], limits, drawn: null };
  const { severity, letter, n, grades } = scheme;
  const drawn = drawnFor(sha256, { root, inspectionId: kept.inspection.id }, scheme);
  return { kind, why: null, severity, letter, n, grades: [...grades], limits, drawn: drawn && [...drawn] };
}

function samplingView({ sampling }: KeptInspection, root: string): LotSamplingView | null {
  if (!sampling) return null;
  const { lotSize, isStated, isFull, entry } = sampling;
  return { lotSize, isStated, isFull, standing: keptStanding(sampling).severity, treeSize: entry + 1, root };
}

/** The parts of a value that has several, by which a form asks for them; none of any other. */
export function partsOf({ judge, unit }: PlanItem): ItemPartView[] {
  switch (judge.op) {
    case 'maxEach':
      return Object.keys(judge.map).map((key) => ({ key, name: { zh: key, en: key }, unit }));
    case 'labelComplete':
      return (judge.fields ?? []).map(({ code, name }) => ({ key: code, name, unit: null }));
    case 'samplingPlan':
      return judge.plans.map(({ organism, unit: own }) => ({ key: organism.zh, name: organism, unit: own }));
    case 'allPresent':
      return judge.values.map((name) => ({ key: name.zh, name, unit: null }));
    default:
      return [];
  }
}

function readingView(code: string, { latest, readings }: KeptInspection): CurrentReadingView | null {
  const reading = latest.get(code);
  if (!reading) return null;
  const { value, instrument, instrumentName, report, inspectorNumber, at } = reading;
  const times = readings.filter(({ item }) => item === code).length;
  return { value, instrument, instrumentName, report, inspector: inspectorNumber, at, times };
}
