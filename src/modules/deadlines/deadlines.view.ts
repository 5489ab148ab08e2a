import type { ClockedUnit } from './deadlines.queries.js';
import type { ClockTallies } from './clock-tallies.rules.js';
import type { ClockTalliesView, DeadlineRuleView, UnitClockView } from './deadlines.dto.js';
import type { DeadlineRule } from './deadline-clock.js';
import type { DeadlineRuleRow } from './deadlines.entity.js';

export function ruleView(rule: DeadlineRule, own: DeadlineRuleRow | undefined): DeadlineRuleView {
  const { working, ...times } = rule;
  const shown = working && { ...working, weekdays: [...working.weekdays], closedDays: [...working.closedDays] };
  return { ...times, working: shown, isOwn: own !== undefined, reason: own?.reason ?? null, setAt: own?.setAt ?? null };
}

export function unitClockView({ id, dueAt, ...unit }: ClockedUnit): UnitClockView {
  return { unitId: id, ...unit, dueAt: dueAt ?? null };
}

export function talliesView({ at, all, byStage, byMerchant, byInspector }: ClockTallies): ClockTalliesView {
  return { at, all, byStage: [...byStage], byMerchant: [...byMerchant], byInspector: [...byInspector] };
}
