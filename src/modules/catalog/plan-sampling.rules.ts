import type { Category } from './category.js';
import type { PlanItem } from './plan.js';
import { refusePlan } from './plan.refusals.js';
import { AQLS, GRADES, type OwnSampling, type SamplingRule, samplingText } from './plan-sampling.js';

/**
 * Throws a refusal unless the rules sample lots, by items that count defects, with AQLs of the table. No category says
 * how lots are sampled, so a warehouse's rule cannot be looser than one.
 */
export function checkSampling(category: Category, sampling: readonly OwnSampling[]): void {
  for (const own of sampling) {
    const { item, aql } = own;
    const of = category.items.find(({ code }) => code === item);
    if (of?.judge.op !== 'defectList') throw refusePlan.samplingOfOther({ item });
    if (!category.unitKinds.includes('lot')) throw refusePlan.samplingOfPieces({ category: category.id, item });
    if (!own.source.trim() || !own.by.trim()) throw refusePlan.planLimitUnsourced({ item });
    const possible = AQLS.join(', ');
    const chosen = Object.values(aql).filter((each) => each !== undefined);
    if (chosen.length === 0) throw refusePlan.samplingWithoutAql({ item, possible });
    const unknown = chosen.find((each) => !AQLS.includes(each));
    if (unknown !== undefined) throw refusePlan.samplingAqlUnknown({ item, aql: unknown, possible });
  }
}

/** The item with its rule; the limit then says how many are looked at, and whose rule that is. */
export function sampledItem(item: PlanItem, own: OwnSampling | undefined): PlanItem {
  if (!own || item.judge.op !== 'defectList') return item;
  const sampling = ruleOf(own);
  const rule = `${own.source} (${own.by})`;
  const source = item.source.endsWith(rule) ? item.source : `${item.source}; ${rule}`;
  return { ...item, sampling, limitText: samplingText(sampling, item.judge.allowed), limitBy: 'warehouse', source };
}

/** Grades that were left out stand as nothing, not as undefined: a plan is canonical JSON. */
function ruleOf({ level, aql, source, by }: OwnSampling): SamplingRule {
  const chosen = GRADES.flatMap((grade) => (aql[grade] === undefined ? [] : [[grade, aql[grade]] as const]));
  return { level, aql: Object.fromEntries(chosen), source, by };
}
