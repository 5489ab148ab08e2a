import type { Text } from '../../kernel/language.js';
import { planOfInspection } from './inspection-flow.rules.js';
import type { JudgeContext } from './judge.js';
import { judge } from './judge.rules.js';
import { itemReading, type ItemReading, type KeptInspection } from './kept-inspection.js';

/** What is compared: what counts, and everything that was read. */
export type ReportedInspection = Pick<KeptInspection, 'inspection' | 'unit' | 'items' | 'readings' | 'latest'>;

/**
 * Why readings that would count do not, by item: a report that stands found otherwise. Neither another reading nor
 * another laboratory makes what was found go away; only the withdrawal of one of the two does.
 */
export function contradictedReports(kept: ReportedInspection, context: JudgeContext): Readonly<Record<string, Text>> {
  const { uncertaintyRule } = planOfInspection(kept);
  const against: Record<string, Text> = {};
  for (const item of kept.items) {
    const counting = kept.latest.get(item.code);
    if (!counting) continue;
    const verdictOf = ({ value }: ItemReading) => judge(item, value, { ...context, uncertaintyRule }).verdict;
    const other = standingReports(kept, item.code).find((each) => verdictOf(each) !== verdictOf(counting));
    if (other?.report) against[item.code] = reasonOf(other.report.number);
  }
  return against;
}

function standingReports({ readings }: ReportedInspection, item: string): readonly ItemReading[] {
  const standing = readings.filter((each) => each.item === item && each.reportId !== null && each.withdrawnAt === null);
  return standing.map(itemReading);
}

function reasonOf(number: string): Text {
  return {
    zh: `与外部报告 ${number} 的结论不同，不能判定；请收回新的读数，或请撤回该报告（撤回的人不能再签发）`,
    en: `the outside report ${number} found otherwise, so this is undecided; take the newer reading back, or have the report withdrawn (by somebody who does not sign then)`,
  };
}
