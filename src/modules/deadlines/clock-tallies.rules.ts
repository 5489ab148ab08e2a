import type { Instant } from '../../kernel/instant.js';
import { CLOCK_STATES, type ClockState } from './deadline-clock.js';

/** How many units are in one state, at one stage, of one merchant, with one inspector. */
export interface TallyRow {
  readonly stage: string;
  readonly merchantId: string;
  /** Null while nobody has read yet, and after the test. */
  readonly inspector: string | null;
  readonly state: ClockState;
  readonly count: number;
}

/** How many units of one group are in each state. */
export type StateCounts = Readonly<Record<ClockState, number>>;

export interface ClockTally {
  /** A stage, a merchant's id or an inspector's number. */
  readonly of: string;
  readonly counts: StateCounts;
}

export interface ClockTallies {
  readonly at: Instant;
  readonly all: StateCounts;
  readonly byStage: readonly ClockTally[];
  readonly byMerchant: readonly ClockTally[];
  readonly byInspector: readonly ClockTally[];
}

/** The same units counted in each way, those who are late with most first. Units that nobody has read are no person's. */
export function talliesOf(rows: readonly TallyRow[]): Omit<ClockTallies, 'at'> {
  return {
    all: countsOf(rows),
    byStage: grouped(rows, ({ stage }) => stage),
    byMerchant: grouped(rows, ({ merchantId }) => merchantId),
    byInspector: grouped(rows, ({ inspector }) => inspector),
  };
}

function grouped(rows: readonly TallyRow[], groupOf: (row: TallyRow) => string | null): ClockTally[] {
  const groups = new Set(rows.flatMap((row) => groupOf(row) ?? []));
  return [...groups]
    .map((of) => ({ of, counts: countsOf(rows.filter((row) => groupOf(row) === of)) }))
    .toSorted(latestFirst);
}

function countsOf(rows: readonly TallyRow[]): StateCounts {
  const counts = { overdue: 0, 'late-handover': 0, 'late-test': 0, 'in-time': 0 };
  for (const { state, count } of rows) counts[state] += count;
  return counts;
}

/** By the worst state in which they differ. */
function latestFirst({ counts: one }: ClockTally, { counts: other }: ClockTally): number {
  const differing = CLOCK_STATES.find((state) => one[state] !== other[state]);
  return differing === undefined ? 0 : other[differing] - one[differing];
}
