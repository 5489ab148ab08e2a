import type { Actor } from '../../kernel/actor.js';
import type { Text } from '../../kernel/language.js';
import type { LedgerEvent } from '../../ledger/index.js';
import * as events from './inspection.events.js';
import { type FiledReport, type OpenInspection, printedReport, subjectsOf } from './inspection-flow.rules.js';
import type { ItemReading } from './kept-inspection.js';

/**
 * The readings of a report count no longer, whether or not they are signed. What is not signed yet is then undecided;
 * a reading that replaced one of them before stays as it is, and one that was replaced by them does not come back.
 */
export function withdrawReadings(
  { accountId }: Actor,
  { inspection }: Pick<OpenInspection, 'inspection'>,
  report: FiledReport,
  items: readonly string[],
): LedgerEvent[] {
  return [
    events.outsideReadingsWithdrawn(subjectsOf(inspection), {
      public: { report: printedReport(report), items },
      party: { reportId: report.id, accountId },
    }),
  ];
}

/** Why readings that would count do not, by item: their report was withdrawn. */
export function withdrawnObjections(latest: ReadonlyMap<string, ItemReading>): Readonly<Record<string, Text>> {
  return Object.fromEntries(
    [...latest.values()].flatMap(({ item, report }) => (report?.isWithdrawn ? [[item, reasonOf(report.number)]] : [])),
  );
}

function reasonOf(number: string): Text {
  return {
    zh: `外部报告 ${number} 已撤回，不能判定`,
    en: `the outside report ${number} was withdrawn, so this is undecided`,
  };
}
