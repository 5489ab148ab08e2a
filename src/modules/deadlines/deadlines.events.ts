import { eventKind, subjectType } from '../../ledger/index.js';
import type { DeadlineTimes } from './deadline-clock.js';
import type { WorkingTime } from './working-time.rules.js';

/** Its id is that of the warehouse: each has one rule. */
export const deadlineRule = subjectType('deadline-rule');

/** The whole rule as it is from now on. Without working time the clock never stops. */
export const deadlineRuleSet = eventKind<{
  party: DeadlineTimes & { warehouseId: string; working?: WorkingTime; reason: string };
}>('deadlines.rule-set');
