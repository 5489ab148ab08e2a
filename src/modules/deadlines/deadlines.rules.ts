import { type Instant, minutesOf } from '../../kernel/instant.js';
import type { LedgerEvent } from '../../ledger/index.js';
import type { ClockState, DeadlineRule } from './deadline-clock.js';
import * as events from './deadlines.events.js';
import { refuse } from './deadlines.refusals.js';
import { afterMinutes, type Calendar, minutesBefore, minutesWorked } from './working-time.rules.js';

/** A rule whose warnings come before its end, and working hours that are hours. */
export function setDeadlineRule(warehouseId: string, rule: DeadlineRule, reason: string): LedgerEvent[] {
  const { totalMinutes, testMinutes, handOverMinutes, working } = rule;
  if (testMinutes > handOverMinutes || handOverMinutes > totalMinutes) throw refuse.outOfOrder();
  if (working && minutesOf(working.from) >= minutesOf(working.to)) throw refuse.hoursReversed();
  const { working: _working, ...times } = rule;
  return [
    events.deadlineRuleSet([events.deadlineRule(warehouseId)], {
      party: { warehouseId, ...times, ...(working ? { working } : {}), reason },
    }),
  ];
}

/** Until when a unit must have set out to be in each state now; undefined when nothing can be that late. */
export type Cutoffs = Readonly<Record<Exclude<ClockState, 'in-time'>, Instant | undefined>>;

/** The states of all units at one moment, as moments of setting out: whatever set out by then is that late. */
export function cutoffsOf(rule: DeadlineRule, calendar: Calendar, now: Instant): Cutoffs {
  return {
    overdue: minutesBefore(calendar, now, rule.totalMinutes),
    'late-handover': minutesBefore(calendar, now, rule.handOverMinutes),
    'late-test': minutesBefore(calendar, now, rule.testMinutes),
  };
}

/** The clock of one unit: how long it has waited, and until when it may. */
export interface UnitClock {
  readonly waitedMinutes: number;
  readonly dueAt: Instant | undefined;
  /** Working minutes until it is due; negative once it is overdue. */
  readonly leftMinutes: number;
}

export function clockOf(from: Instant, rule: DeadlineRule, calendar: Calendar, now: Instant): UnitClock {
  const waitedMinutes = minutesWorked(calendar, from, now);
  const dueAt = afterMinutes(calendar, from, rule.totalMinutes);
  return { waitedMinutes, dueAt, leftMinutes: rule.totalMinutes - waitedMinutes };
}
