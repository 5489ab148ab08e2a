import { addDecimals, subtractDecimals } from '../../kernel/decimal.js';
import type { Day } from '../../kernel/instant.js';
import { unreachable } from '../../kernel/invariant.js';
import { isSameText } from '../../kernel/text.js';
import type { Judge, Limit, PlanItem } from '../catalog/index.js';
import { type Finding, type ItemVerdict, type JudgeContext, noLimit, undecided } from './judge.js';
import { judgeDeclared } from './judge-declared.rules.js';
import { judgeShortage } from './judge-net-content.rules.js';
import { judgeAbsent, judgeEach, judgeNumber } from './judge-number.rules.js';
import { judgeDefects, judgeLabel, judgePresent } from './judge-parts.rules.js';
import type { ReadingValue } from './judge-reading.js';
import { judgeSample, schemeOf, schemeText } from './judge-sample.rules.js';
import { judgeSampling } from './judge-sampling.rules.js';
import {
  attributeText,
  judgeDisclosed,
  judgeEquals,
  judgeIn,
  judgeManual,
  judgeMapEquals,
  judgeTrue,
} from './judge-text.rules.js';
import { derivedReading } from './weighings.rules.js';

/**
 * Judges one reading by one item of a plan. A missing reading, a missing limit, a unit without a named conversion and
 * an edition that does not apply on the day are undecided, never a pass. Total: it throws for no reading.
 */
export function judge(item: PlanItem, reading: ReadingValue | undefined, context: JudgeContext): ItemVerdict {
  const finding = reading
    ? (editionGap(item, context) ?? judged(item, derivedReading(item, reading), context))
    : blank();
  const scheme = schemeOf(item, context);
  return { ...finding, limit: scheme?.kind === 'sample' ? schemeText(scheme, item.judge) : item.limitText };
}

function blank(): Finding {
  return undecided('没有读数', 'there is no reading');
}

/** Undecided when the edition that gives the limit was not in force on the day that it goes by. */
function editionGap({ edition, editionBy, inForce, until }: PlanItem, context: JudgeContext): Finding | undefined {
  if (editionBy === null) return undefined;
  const day = editionBy === 'production-date' ? context.productionDay : context.inspectionDay;
  const zh = editionBy === 'production-date' ? '生产日期' : '检验日期';
  if (day === null)
    return undecided(`${zh}未知，不能确定适用 ${edition}`, `the day is not known that ${edition} goes by`);
  if (isWithin(day, inForce, until)) return undefined;
  const en = `${edition} was not in force on ${day} (${editionBy.replace('-', ' ')})`;
  return undecided(`${zh} ${day} 时 ${edition} 未施行或已废止`, en);
}

function isWithin(day: Day, from: Day | null, to: Day | null): boolean {
  return (from === null || day >= from) && (to === null || day <= to);
}

function judged(item: PlanItem, reading: ReadingValue, context: JudgeContext): Finding {
  const { judge: by } = item;
  const rule = context.uncertaintyRule ?? 'undecided';
  switch (by.op) {
    case 'max':
      return judgeNumber(item, reading, { max: by.value }, rule);
    case 'min':
      return judgeNumber(item, reading, { min: by.value }, rule);
    case 'range':
      return judgeNumber(item, reading, { min: by.min, max: by.max }, rule);
    case 'nominal':
      return judgeNumber(item, reading, around(by.value, by.tolerance), rule);
    case 'absent':
    case 'notUsed':
      return judgeAbsent(item, reading);
    case 'maxIf':
    case 'minIf':
      return judgeIf(item, reading, by, context);
    case 'maxEach':
      return judgeEach(item, reading, by.map, rule);
    default:
      return judgedOther(item, reading, by, context);
  }
}

type NumberOp = 'max' | 'min' | 'range' | 'nominal' | 'absent' | 'notUsed' | 'maxIf' | 'minIf' | 'maxEach';

function judgedOther(
  item: PlanItem,
  reading: ReadingValue,
  by: Exclude<Judge, { readonly op: NumberOp }>,
  context: JudgeContext,
): Finding {
  switch (by.op) {
    case 'isTrue':
      return judgeTrue(reading);
    case 'manual':
      return judgeManual(item, reading);
    case 'in':
      return judgeIn(item, reading, by);
    case 'equalsNormalized':
      return judgeEquals(item, reading, by.field, context);
    case 'mapEquals':
      return judgeMapEquals(item, reading, by, context);
    case 'disclosedIf':
      return judgeDisclosed(item, reading, by, context);
    case 'matchesDeclared':
      return judgeDeclared(item, reading, by, context);
    case 'tolerableShortage':
      return judgeShortage(item, reading, by, context);
    case 'samplingPlan':
      return judgeSampling(reading, by.plans);
    case 'allPresent':
      return judgePresent(reading, by.values);
    case 'labelComplete':
      return judgeLabel(reading, by.fields, context);
    case 'defectList':
      return item.sampling && context.schemes
        ? judgeSample(reading, by.allowed, schemeOf(item, context))
        : judgeDefects(reading, by.allowed);
    default:
      return unreachable(by);
  }
}

/** A nominal value and its tolerance as two ends; either of them missing is a limit missing. */
function around(value: Limit, tolerance: Limit): { readonly min: Limit; readonly max: Limit } {
  if (value === null || tolerance === null) return { min: null, max: null };
  return { min: subtractDecimals(value, tolerance), max: addDecimals(value, tolerance) };
}

/** The limit that belongs to the attribute's value. A value without a figure is a limit missing. */
function judgeIf(
  item: PlanItem,
  reading: ReadingValue,
  by: Extract<Judge, { readonly op: 'maxIf' | 'minIf' }>,
  context: JudgeContext,
): Finding {
  const key = attributeText(by.field, context);
  if (typeof key !== 'string') return key;
  const limit = Object.entries(by.map).find(([name]) => isSameText(name, key))?.[1] ?? null;
  if (limit === null) return noLimit();
  const bounds = by.op === 'maxIf' ? { max: limit } : { min: limit };
  return judgeNumber(item, reading, bounds, context.uncertaintyRule ?? 'undecided');
}
