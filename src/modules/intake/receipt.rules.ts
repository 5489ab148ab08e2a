import type { Quantity } from '../../kernel/quantity.js';
import type { LedgerEvent } from '../../ledger/index.js';
import type { Declared } from '../catalog/index.js';
import { unit, type UnitFlow, type UnitKind, unitRegistered } from '../units/index.js';
import { type Amount, quantityOf } from './amount.rules.js';
import type { Consignment, ConsignmentLine } from './intake.entity.js';
import * as events from './intake.events.js';
import { refuse } from './intake.refusals.js';
import { lineAttributes, lineDeclared } from './intake.view.js';

/** An entry has 64 subjects: the consignment, and units up to this many. */
const UNITS_PER_ENTRY = 60;

const ONE_PIECE: Quantity = { value: '1', unit: 'H87' };

export interface Arrival extends Amount {
  /** Goods sent for testing only, which are not sold. */
  readonly isSample: boolean;
  /** Left out: the goods are here, and the warehouse tests them. */
  readonly flow?: UnitFlow;
  /** As many new ids as units: one per piece, one for a lot. */
  readonly unitIds: readonly string[];
}

/**
 * Goods of a line arrive and become units: every piece one of its own, a lot one with what was measured.
 * Pieces may come in several goes, up to what was announced; a lot comes once and may differ from its announcement.
 */
export function receiveLine(consignment: Consignment, line: ConsignmentLine, arrival: Arrival): LedgerEvent[] {
  const { lineNo } = line;
  const kind: UnitKind = line.kind === 'piece' ? 'piece' : 'lot';
  if (consignment.state === 'cancelled') throw refuse.isCancelled();
  const received = quantityOf(kind, arrival, lineNo);
  const left = line.expectedUnits - line.receivedUnits;
  if (left === 0) throw refuse.lineAlreadyReceived({ lineNo });
  if (arrival.unitIds.length > left) throw refuse.moreThanAnnounced({ lineNo, left });
  if (received.unit !== line.quantityUnit) throw refuse.unitDiffers({ lineNo, announced: line.quantityUnit });
  return chunked(arrival.unitIds).flatMap((ids) => [
    events.lineReceived([events.consignment(consignment.id), ...ids.map(unit)], {
      party: { lineNo, received: kind === 'piece' ? { value: String(ids.length), unit: 'H87' } : received },
    }),
    ...ids.map((id) => {
      const quantity = kind === 'piece' ? ONE_PIECE : received;
      return registered(id, { consignment, line, kind, quantity, isSample: arrival.isSample, flow: arrival.flow });
    }),
  ]);
}

/** Goods that stay with their merchant, who films them, where the category has it so and the warehouse does not test all itself. */
export function filmLine(
  consignment: Consignment,
  line: ConsignmentLine,
  arrival: Omit<Arrival, 'isSample' | 'flow'>,
  { mayFilm, isRefused }: { readonly mayFilm: boolean; readonly isRefused: boolean },
): LedgerEvent[] {
  if (!mayFilm) throw refuse.notFilmed({ category: line.categoryId });
  if (isRefused) throw refuse.filmingRefused();
  return receiveLine(consignment, line, { ...arrival, isSample: false, flow: 'merchant-films' });
}

/** What has not come yet is called off; units that came stay. */
export function cancelConsignment(consignment: Consignment, reason: string): LedgerEvent[] {
  if (consignment.state === 'cancelled') throw refuse.isCancelled();
  if (consignment.state === 'received') throw refuse.nothingLeft();
  return [events.consignmentCancelled([events.consignment(consignment.id)], { party: { reason } })];
}

interface NewUnit {
  readonly consignment: Consignment;
  readonly line: ConsignmentLine;
  readonly kind: UnitKind;
  readonly quantity: Quantity;
  readonly isSample: boolean;
  readonly flow: UnitFlow | undefined;
}

function registered(id: string, { consignment, line, kind, quantity, isSample, flow }: NewUnit): LedgerEvent {
  const { name, categoryId, productId, lotNo, productionDay } = line;
  return unitRegistered([unit(id)], {
    public: {
      kind,
      name,
      categoryId,
      quantity,
      attributes: lineAttributes(line),
      lotNo: lotNo ?? undefined,
      productionDay: productionDay ?? undefined,
      isSample,
      ...(flow ? { flow } : {}),
    },
    party: {
      warehouseId: consignment.warehouseId,
      merchantId: consignment.merchantId,
      consignmentId: consignment.id,
      productId: productId ?? undefined,
      declared: declaredOfOne(kind, lineDeclared(line)),
    },
  });
}

// A declared quantity is the line's: of one piece among many it would be wrong.
function declaredOfOne(kind: UnitKind, { quantity, ...others }: Declared): Declared {
  return kind === 'lot' && quantity !== undefined ? { ...others, quantity } : others;
}

function chunked(ids: readonly string[]): (readonly string[])[] {
  const count = Math.ceil(ids.length / UNITS_PER_ENTRY);
  return Array.from({ length: count }, (_, at) => ids.slice(at * UNITS_PER_ENTRY, (at + 1) * UNITS_PER_ENTRY));
}
