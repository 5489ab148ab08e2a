import type { Role } from '../../kernel/actor.js';

/** Why a unit is stopped, for people at the hold itself: these are chosen by hand. */
export const HAND_HOLD_CODES = [
  'goods-doubtful',
  'seal-broken',
  'papers-missing',
  'label-wrong',
  'instrument-doubtful',
  'complaint',
  'other',
] as const;

/** Every reason code; the rest come with a command of their own. */
export const HOLD_CODES = [...HAND_HOLD_CODES, 'refund', 'regulator', 'nonconformity', 'return-due'] as const;
export type HoldCode = (typeof HOLD_CODES)[number];

/** What must have happened before a hold is released. Whoever makes it happen records that it has. */
export const HOLD_CONDITIONS = ['inspection-signed', 'nonconformity-closed', 'report-filed'] as const;
export type HoldCondition = (typeof HOLD_CONDITIONS)[number];

/** Roles that a releasing rule may name. */
export const RELEASING_ROLES = [
  'receiver',
  'inspector',
  'reviewer',
  'admin',
  'regulator',
] as const satisfies readonly Role[];

/** The report that a hold waits for: on a sample, or on any sample with results of an item. */
export interface AwaitedReport {
  readonly sampleId?: string;
  readonly item?: string;
}

/** Who may release a hold, and when. It is fixed when the hold is opened. */
export interface ReleasingRule {
  /** One of these roles, in the unit's warehouse; a regulator in its own office. */
  readonly roles: readonly Role[];
  /** Somebody else than who opened the hold. */
  readonly isOtherPerson: boolean;
  /** Only people of this party: what an authority stops, no other authority frees. */
  readonly partyId?: string;
  readonly condition?: HoldCondition;
  /** Of the condition `report-filed`. */
  readonly report?: AwaitedReport;
  /** The unit may go back to its merchant meanwhile, which ends the hold. */
  readonly isEndedByReturn?: boolean;
}

/** What holds say nothing else about, and what held before holds had rules. */
export const USUAL_RELEASE: ReleasingRule = { roles: ['reviewer', 'admin'], isOtherPerson: false };

/** Tells whether a hold lets inspections go on: one is what it waits for, or brings the report that it waits for. */
export function isInspectable({ condition }: ReleasingRule): boolean {
  return condition === 'inspection-signed' || condition === 'report-filed';
}
