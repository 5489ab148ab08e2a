import { eventKind, subjectType } from '../../ledger/index.js';
import type { PlanItem, UncertaintyRule } from './plan.js';

export const category = subjectType('category');
export const plan = subjectType('plan');
export const product = subjectType('product');

/** What is recorded of goods, by attribute code: numbers as decimals, enums as their Chinese text. */
export type RecordedAttributes = Readonly<Record<string, string | boolean | readonly string[]>>;

/** What a merchant says of goods, to be compared with what is found. */
export type Declared = Readonly<Record<string, string>>;

/** In clear: by what a unit is judged may be known to everybody. The content is the blob of that hash. */
export const categoryLoaded = eventKind<{ clear: { categoryId: string; hash: string; version: string } }>(
  'catalog.category-loaded',
);

export const planPublished = eventKind<{
  public: {
    warehouseId: string;
    categoryId: string;
    categoryVersion: string;
    categoryHash: string;
    version: number;
    uncertaintyRule: UncertaintyRule;
    items: readonly PlanItem[];
  };
  party: { reason: string; accountId: string };
}>('catalog.plan-published');

/** It is filled into no consignment any more; what was sent by it stays as it is. */
export const productWithdrawn = eventKind<{ party: { reason: string } }>('catalog.product-withdrawn');

export const productRegistered = eventKind<{
  party: {
    merchantId: string;
    name: string;
    categoryId: string;
    brand?: string;
    spec?: string;
    attributes: RecordedAttributes;
    declared: Declared;
  };
}>('catalog.product-registered');
