import type { Quantity } from '../../kernel/quantity.js';
import { eventKind, subjectType } from '../../ledger/index.js';
import type { Declared } from '../catalog/index.js';
import type { Attributes, UnitKind } from '../units/index.js';

export const consignment = subjectType('consignment');

/** What a merchant sends of one kind; its number is its place in the list, from 1. */
export interface AnnouncedLine {
  readonly kind: UnitKind;
  readonly name: string;
  readonly categoryId: string;
  readonly productId?: string;
  /** Pieces are counted in H87. */
  readonly quantity: Quantity;
  readonly attributes: Attributes;
  readonly declared: Declared;
  readonly lotNo?: string;
  readonly productionDay?: string;
}

export const consignmentAnnounced = eventKind<{
  party: { warehouseId: string; merchantId: string; reference?: string; lines: readonly AnnouncedLine[] };
}>('intake.consignment-announced');

/** Subjects: the consignment and the units that came of it, at most 60; more units make more entries. */
export const lineReceived = eventKind<{ party: { lineNo: number; received: Quantity } }>('intake.line-received');

/** What has not come yet will not come; what was received stays. */
export const consignmentCancelled = eventKind<{ party: { reason: string } }>('intake.consignment-cancelled');

/** What may differ at receipt from what was announced. */
export const INTAKE_DIFFERENCES = ['count', 'photo', 'documents', 'goods', 'damage'] as const;
export type IntakeDifference = (typeof INTAKE_DIFFERENCES)[number];

/** 入库异常. Subjects: the units it is about, at most 60. */
export const exceptionFound = eventKind<{
  party: { differs: readonly IntakeDifference[]; found: string; accountId: string };
}>('intake.exception-found');

/** The merchant takes the goods as they came. */
export const differenceAccepted = eventKind<{ party: { acceptance: string; accountId: string } }>(
  'intake.difference-accepted',
);
