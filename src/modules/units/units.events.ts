import type { Quantity } from '../../kernel/quantity.js';
import { eventKind, subjectType } from '../../ledger/index.js';
import type { HoldCode, HoldCondition, ReleasingRule } from './holds.js';

export const unit = subjectType('unit');
export const hold = subjectType('hold');

export type UnitKind = 'piece' | 'lot';

/** Where a unit is on its way. `passed` and later need a reviewed, passing inspection. */
export const STAGES = [
  'received',
  'inspecting',
  'awaiting-review',
  'passed',
  'failed',
  'packed',
  'labelled',
  'shipped',
  'returned',
  'repacked',
] as const;
export type Stage = (typeof STAGES)[number];

/** Stages after which the warehouse has nothing more to do with a unit. */
export const ENDED_STAGES: readonly Stage[] = ['shipped', 'returned', 'repacked'];

/** 统一检测 → 统一包装 → 统一标识. */
export const GATES = ['inspection', 'packaging', 'labelling'] as const;
export type Gate = (typeof GATES)[number];

/** Values of a category's attributes, by code. Decimals are strings. */
export type Attributes = Readonly<Record<string, string | boolean | readonly string[]>>;

/** What is registered of a unit. */
export interface UnitRegistration {
  readonly public: {
    kind: UnitKind;
    name: string;
    categoryId: string;
    quantity: Quantity;
    attributes: Attributes;
    lotNo?: string;
    productionDay?: string;
    isSample: boolean;
  };
  readonly party: {
    warehouseId: string;
    merchantId: string;
    consignmentId: string;
    productId?: string;
    declared: Readonly<Record<string, string>>;
  };
}

export const unitRegistered = eventKind<UnitRegistration>('units.unit-registered');

export const stageReached = eventKind<{ public: { stage: Stage } }>('units.stage-reached');

export const gateClosed = eventKind<{ public: { gate: Gate } }>('units.gate-closed');

/** Holds of older entries have neither code nor rule. */
export const unitHeld = eventKind<{
  public: { isHeld: true };
  party: { reason: string; code?: HoldCode; releasing?: ReleasingRule };
}>('units.unit-held');

/** What the hold waited for has happened. It stays open until somebody releases it. */
export const holdConditionMet = eventKind<{ party: { condition: HoldCondition } }>('units.hold-condition-met');

export const holdReleased = eventKind<{ public: { isHeld: false }; party: { reason: string } }>('units.hold-released');
