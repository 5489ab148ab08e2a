import type { Stage } from '../units/index.js';
import type { WorkingTime } from './working-time.rules.js';

/** How late a unit is, the worst first. */
export const CLOCK_STATES = ['overdue', 'late-handover', 'late-test', 'in-time'] as const;
export type ClockState = (typeof CLOCK_STATES)[number];

/** What a warehouse promises, in minutes of its working time since a unit came in, or was last sent through again. */
export interface DeadlineTimes {
  /** By then the unit has been handed over. */
  readonly totalMinutes: number;
  /** A unit that is still in test after this is warned of. */
  readonly testMinutes: number;
  /** A unit that has not been handed over after this is warned of. */
  readonly handOverMinutes: number;
}

export interface DeadlineRule extends DeadlineTimes {
  /** Null counts round the clock. */
  readonly working: WorkingTime | null;
}

/**
 * What holds until a warehouse sets a rule of its own: 8 hours, warned at 4.5 hours in test and at 6.5 hours not handed
 * over, round the clock. Source: tools that staff of Douyin's inspection warehouses (QIC) have published.
 */
export const USUAL_RULE: DeadlineRule = { totalMinutes: 480, testMinutes: 270, handOverMinutes: 390, working: null };

/** Stages in which a unit counts as being in test. */
export const TEST_STAGES: readonly Stage[] = [
  'received',
  'awaiting-resubmission',
  'reinspection',
  'inspecting',
  'awaiting-review',
];
