import type { Text } from '../../kernel/language.js';
import { applicableItems, type Plan, type PlanItem } from '../catalog/index.js';
import { type Finding, type ItemVerdict, type JudgeContext, type Verdict, worst } from './judge.js';
import { judge } from './judge.rules.js';
import type { ReadingValue } from './judge-reading.js';

/** The readings of an inspection by item code; an item that is not there has not been read. */
export type Readings = Readonly<Record<string, ReadingValue | undefined>>;

export interface JudgedItem extends ItemVerdict {
  readonly item: PlanItem;
}

/** The outcome of a plan over one unit. */
export interface PlanVerdict {
  readonly verdict: Verdict;
  /** Every item that applies, in the plan's order. */
  readonly results: readonly JudgedItem[];
  /** Items that their own condition leaves out of this unit. */
  readonly leftOut: readonly { readonly code: string; readonly name: Text }[];
}

/**
 * Fail if any item fails, else undecided if any is (a missing reading is, and one by an instrument out of calibration), else pass. A plan of which nothing applies
 * is undecided: a certificate about nothing is no certificate. The plan's uncertainty rule holds, not the context's.
 */
export function verdictOf(plan: Plan, readings: Readings, context: JudgeContext): PlanVerdict {
  const { tested, leftOut } = applicableItems(plan, context.attributes);
  const withRule = { ...context, uncertaintyRule: plan.uncertaintyRule };
  const results = tested.map((item) => ({ item, ...judgeItem(item, readings[item.code], withRule) }));
  return {
    verdict: overall(results),
    results,
    leftOut: leftOut.map(({ code, name }) => ({ code, name })),
  };
}

/** A reading that does not count decides nothing, neither for nor against the goods. */
function judgeItem(item: PlanItem, reading: ReadingValue | undefined, context: JudgeContext): ItemVerdict {
  const objection = context.objections?.[item.code];
  if (!reading || !objection) return judge(item, reading, context);
  return { verdict: 'undecided', reason: objection, limit: item.limitText };
}

function overall(results: readonly Finding[]): Verdict {
  return worst(results).verdict;
}
