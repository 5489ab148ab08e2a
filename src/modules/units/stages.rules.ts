/**
 * The whole way of a unit, in one table: docs/stages.md draws it, and a test compares the two. A hold stops a unit
 * wherever it is (拦截 is one), so it is no stage.
 */
export const STAGES = [
  'received',
  'intake-exception',
  'inspecting',
  'awaiting-review',
  'passed',
  'failed',
  'awaiting-resubmission',
  'reinspection',
  'packed',
  'labelled',
  'awaiting-pickup',
  'shipped',
  'picked-up',
  'returned',
  'destroyed',
  'repacked',
] as const;
export type Stage = (typeof STAGES)[number];

/** Stages after which the warehouse has nothing more to do with a unit. */
export const ENDED_STAGES: readonly Stage[] = ['shipped', 'picked-up', 'returned', 'destroyed', 'repacked'];

/** Stages at which a unit begins its way anew: taken in after all, or sent through another inspection. */
export const ROUND_STAGES: readonly Stage[] = ['received', 'awaiting-resubmission', 'reinspection'];

/** Stages in which the warehouse waits for somebody else: its clock does not count them. */
export const WAITING_STAGES: readonly Stage[] = ['intake-exception', 'awaiting-pickup'];

/** Stages of goods that are here and that nobody has in hand for an inspection. */
export const RESTING_STAGES = [
  'received',
  'intake-exception',
  'failed',
  'awaiting-resubmission',
  'reinspection',
  'passed',
  'packed',
  'labelled',
] as const satisfies readonly Stage[];

/** Stages of goods whose inspection was signed: another one is ordered for these. */
export const INSPECTED_STAGES = ['failed', 'passed', 'packed', 'labelled'] as const satisfies readonly Stage[];

/** From where a unit may reach each stage. What is not here cannot happen. */
export const REACHED_FROM: Readonly<Record<Stage, readonly Stage[]>> = {
  received: ['intake-exception'],
  'intake-exception': ['received'],
  inspecting: ['received', 'failed', 'awaiting-resubmission', 'reinspection', 'awaiting-review'],
  'awaiting-review': ['inspecting'],
  passed: ['awaiting-review'],
  failed: ['awaiting-review'],
  'awaiting-resubmission': ['failed'],
  reinspection: ['inspecting', 'awaiting-review', ...INSPECTED_STAGES],
  packed: ['passed'],
  labelled: ['packed', 'awaiting-pickup'],
  'awaiting-pickup': RESTING_STAGES,
  shipped: ['labelled'],
  'picked-up': ['awaiting-pickup'],
  returned: [...RESTING_STAGES, 'awaiting-pickup'],
  destroyed: RESTING_STAGES,
  repacked: ['received', 'passed', 'packed', 'labelled'],
};

/** The stages that an inspection leads to: a hold that waits for a new one does not stop it. */
export const INSPECTION_STAGES: readonly Stage[] = [
  'inspecting',
  'awaiting-review',
  'passed',
  'failed',
  'reinspection',
];
