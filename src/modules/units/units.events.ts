import type { Quantity } from '../../kernel/quantity.js';
import { eventKind, subjectType } from '../../ledger/index.js';
import type { HoldCode, HoldCondition, ReleasingRule } from './holds.js';
import type { Stage } from './stages.rules.js';

export const unit = subjectType('unit');
export const hold = subjectType('hold');

export type UnitKind = 'piece' | 'lot';

/** The two modes: the warehouse tests, packs and ships; or the merchant films, the warehouse audits, the merchant ships. */
export type UnitFlow = 'warehouse-tests' | 'merchant-films';

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
    /** Left out: the warehouse tests. */
    flow?: UnitFlow;
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

/** The goods are called or described otherwise from now on; what is not named stays. */
export const unitRegraded = eventKind<{ public: { name?: string; attributes: Attributes } }>('units.unit-regraded');

/** These gates are open again: what closed them counts no longer. */
export const gatesReopened = eventKind<{ public: { gates: readonly Gate[] } }>('units.gates-reopened');

/** Holds of older entries have neither code nor rule. */
export const unitHeld = eventKind<{
  public: { isHeld: true };
  party: { reason: string; code?: HoldCode; releasing?: ReleasingRule };
}>('units.unit-held');

/** What the hold waited for has happened. It stays open until somebody releases it. */
export const holdConditionMet = eventKind<{ party: { condition: HoldCondition } }>('units.hold-condition-met');

/** What had met the hold's condition was taken back: it waits again. */
export const holdConditionLapsed = eventKind<{ party: { condition: HoldCondition } }>('units.hold-condition-lapsed');

export const holdReleased = eventKind<{ public: { isHeld: false }; party: { reason: string } }>('units.hold-released');

/** Its id is that of the warehouse: each has one rule. */
export const flowRule = subjectType('flow-rule');

/** The whole rule as it is from now on. Left out: nobody has said how often. */
export const flowRuleSet = eventKind<{
  party: { warehouseId: string; resubmissionLimit?: number; isFilmingRefused?: true; reason: string };
}>('units.flow-rule-set');
