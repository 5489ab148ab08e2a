import type { Day } from '../../kernel/instant.js';
import type { Text } from '../../kernel/language.js';
import type { Attributes, UncertaintyRule } from '../catalog/index.js';
import type { LotScheme } from '../sampling/index.js';

export type Verdict = 'pass' | 'fail' | 'undecided';

/** What is known of a unit when its readings are judged. */
export interface JudgeContext {
  readonly attributes: Attributes;
  /** What the consignment declares beside the attributes: `quantity`, `skuName`, `documents`. */
  readonly declared: Attributes;
  /** Left out means `undecided`. */
  readonly uncertaintyRule?: UncertaintyRule;
  /** Null when nobody knows it: then an edition that goes by it cannot be applied. */
  readonly productionDay: Day | null;
  readonly inspectionDay: Day;
  /** Of a lot: how each sampled item is sampled. A piece has none, since all of it is looked at. */
  readonly schemes?: readonly LotScheme[];
  /** Why a reading does not count, by item: its instrument was out of calibration. Left out means none. */
  readonly objections?: Readonly<Record<string, Text>>;
}

/** A verdict and why, with the facts in it. */
export interface Finding {
  readonly verdict: Verdict;
  readonly reason: Text;
}

/** The verdict on one item, with its limit as printed. */
export interface ItemVerdict extends Finding {
  readonly limit: Text;
}

export function pass(zh: string, en: string): Finding {
  return { verdict: 'pass', reason: { zh, en } };
}

export function fail(zh: string, en: string): Finding {
  return { verdict: 'fail', reason: { zh, en } };
}

export function undecided(zh: string, en: string): Finding {
  return { verdict: 'undecided', reason: { zh, en } };
}

/** The reading is of a kind that this operation cannot judge. */
export function wrongKind(): Finding {
  return undecided('读数类型不符，不能判定', 'the reading is of another kind than this item needs');
}

/** No source gives a figure, and the warehouse has set none: that is never a pass. */
export function noLimit(): Finding {
  return undecided('没有限值，不能判定', 'there is no limit to judge by');
}

/** The worst of several findings, with the reasons of that verdict; of none at all, undecided. */
export function worst(findings: readonly Finding[]): Finding {
  for (const verdict of ['fail', 'undecided', 'pass'] as const) {
    const those = findings.filter((finding) => finding.verdict === verdict);
    if (those.length > 0) return { verdict, reason: joined(those.map(({ reason }) => reason)) };
  }
  return undecided('没有可判定的内容', 'there is nothing to judge');
}

function joined(reasons: readonly Text[]): Text {
  return { zh: reasons.map(({ zh }) => zh).join('；'), en: reasons.map(({ en }) => en).join('; ') };
}
