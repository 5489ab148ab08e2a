import type { ClockedUnit } from './deadlines.queries.js';
import type { ClockTallyView, DeadlineRuleView, StateCountsView, UnitClockView } from './deadlines.dto.js';
import type { DeadlineRule } from './deadline-clock.js';
import type { DeadlineRuleRow } from './deadlines.entity.js';
import { stateCounts } from './deadlines.rules.js';
import type { TallyRow } from './deadline-units.sql.js';

export function ruleView(rule: DeadlineRule, own: DeadlineRuleRow | undefined): DeadlineRuleView {
  const { working, ...times } = rule;
  const shown = working && { ...working, weekdays: [...working.weekdays], closedDays: [...working.closedDays] };
  return { ...times, working: shown, isOwn: own !== undefined, reason: own?.reason ?? null, setAt: own?.setAt ?? null };
}

export function unitClockView({ id, dueAt, ...unit }: ClockedUnit): UnitClockView {
  return { unitId: id, ...unit, dueAt: dueAt ?? null };
}

/** One row for each of what was counted by, the one with the most overdue first. */
export function tallyViews(rows: readonly TallyRow[]): ClockTallyView[] {
  const all = [...new Set(rows.map(({ of }) => of))];
  const tallies = all.map((of) => ({ of, counts: stateCounts(rows.filter((row) => row.of === of)) }));
  return tallies.toSorted((a, b) => lateness(b.counts) - lateness(a.counts) || sizeOf(b.counts) - sizeOf(a.counts));
}

function lateness(counts: StateCountsView): number {
  return counts.overdue * 1e9 + counts['late-handover'] * 1e4 + counts['late-test'];
}

function sizeOf(counts: StateCountsView): number {
  return Object.values(counts).reduce<number>((sum, count) => sum + Number(count), 0);
}
