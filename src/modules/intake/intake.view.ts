import type { Quantity } from '../../kernel/quantity.js';
import type { ConsistencyFinding, Declared } from '../catalog/index.js';
import type { Attributes } from '../units/index.js';
import type { ConsignmentLineView, ConsignmentView, LineWarningView } from './intake.dto.js';
import type { Consignment, ConsignmentLine } from './intake.entity.js';

export function consignmentView(row: Consignment): ConsignmentView {
  const { id, warehouseId, merchantId, reference, state, announcedAt, changedAt, cancelReason } = row;
  return { id, warehouseId, merchantId, reference, state, announcedAt, changedAt, cancelReason };
}

export function lineView(line: ConsignmentLine, warnings: readonly ConsistencyFinding[]): ConsignmentLineView {
  const { lineNo, kind, name, categoryId, productId, lotNo, productionDay } = line;
  return {
    lineNo,
    kind,
    name,
    categoryId,
    productId,
    lotNo,
    productionDay,
    announced: { value: line.quantityValue, unit: line.quantityUnit },
    received: receivedOf(line),
    isComplete: line.receivedUnits >= line.expectedUnits,
    attributes: lineAttributes(line),
    declared: lineDeclared(line),
    warnings: warnings.map(warningView),
  };
}

function warningView({ rule, text, reason, remedy }: ConsistencyFinding): LineWarningView {
  return { rule, text, reason, remedy };
}

export function lineAttributes(line: ConsignmentLine): Attributes {
  return JSON.parse(line.attributes) as Attributes;
}

export function lineDeclared(line: ConsignmentLine): Declared {
  return JSON.parse(line.declared) as Declared;
}

function receivedOf({ kind, receivedUnits, receivedValue, quantityUnit }: ConsignmentLine): Quantity | null {
  if (receivedUnits === 0) return null;
  return { value: kind === 'piece' ? String(receivedUnits) : (receivedValue ?? ''), unit: quantityUnit };
}
