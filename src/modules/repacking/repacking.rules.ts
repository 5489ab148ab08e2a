import { addDecimals, compareDecimals, signOf, subtractDecimals } from '../../kernel/decimal.js';
import { formatQuantity } from '../../kernel/quantity.js';
import { normalizeText } from '../../kernel/text.js';
import type { LedgerEvent } from '../../ledger/index.js';
import {
  lotsRepacked,
  reachStage,
  repacking,
  requireFree,
  requireStage,
  type Stage,
  unit as unitSubject,
  unitRegistered,
} from '../units/index.js';
import { childOf } from './child-lot.rules.js';
import type { RepackingOrder, TakenLot } from './repacking-order.js';
import { refuse } from './repacking.refusals.js';

/** Before an inspection or after it passed; never in the middle, and never what failed or has left. */
export const REPACKED_AT: readonly Stage[] = ['received', 'passed', 'packed', 'labelled'];
/** Packed goods are sealed: whoever opens them packs all of it anew. */
const SEALED_AT: readonly string[] = ['packed', 'labelled'];

/**
 * Opens lots and packs them anew: what goes in equals what comes out and what is lost, to the last digit. The new lots
 * begin at `received`; a source of which nothing is left ends. Throws a refusal that names lot, amount and difference.
 */
export function repackLots(order: RepackingOrder): LedgerEvent[] {
  const { id, actor, sources, children, loss, lossReason } = order;
  requireSources(sources);
  requireOneUnit(order);
  requireBalance(order);
  if (signOf(loss.value) > 0 && lossReason === undefined) throw refuse.lossNeedsReason();
  const child = childOf(order);
  const repacked = lotsRepacked(
    [
      repacking(id),
      ...sources.map(({ unit }) => unitSubject(unit.id)),
      ...children.map((each) => unitSubject(each.unitId)),
    ],
    {
      public: { lotNos: child.lotNos, sources: sources.length, children: children.length, packer: actor.number },
      party: {
        sources: sources.map((source) => ({ unitId: source.unit.id, taken: source.taken.value, left: leftOf(source) })),
        children: children.map(({ unitId, quantity }) => ({ unitId, value: quantity.value })),
        loss,
        ...(lossReason === undefined ? {} : { lossReason: normalizeText(lossReason) }),
        accountId: actor.accountId,
      },
    },
  );
  return [
    // Registered first, so that the lots exist that the next entry is about.
    ...children.map(({ unitId, quantity }) => unitRegistered([unitSubject(unitId)], child.registered(quantity))),
    repacked,
    ...sources.filter(isUsedUp).flatMap(({ unit }) => reachStage(unit, 'repacked')),
  ];
}

/** Tells whether nothing is left of a source. */
export function isUsedUp(source: TakenLot): boolean {
  return signOf(leftOf(source)) === 0;
}

function leftOf({ unit, taken }: TakenLot): string {
  return subtractDecimals(unit.quantityValue, taken.value);
}

function requireSources(sources: readonly TakenLot[]): void {
  for (const [at, { unit, taken }] of sources.entries()) {
    const lot = unit.lotNo ?? unit.name;
    if (unit.kind !== 'lot') throw refuse.notALot();
    if (unit.flow !== 'warehouse-tests') throw refuse.notHere({ lot });
    if (sources.findIndex((other) => other.unit.id === unit.id) < at) throw refuse.sourceTwice({ lot });
    requireFree(unit);
    requireStage(unit, REPACKED_AT);
    if (taken.unit !== unit.quantityUnit) throw refuse.unitDiffers({ unit: unit.quantityUnit });
    if (signOf(taken.value) !== 1) throw refuse.amountNotPositive();
    const left = { value: unit.quantityValue, unit: unit.quantityUnit };
    if (compareDecimals(taken.value, left.value) > 0) {
      throw refuse.moreThanLeft({ lot, taken: formatQuantity(taken), left: formatQuantity(left) });
    }
    if (SEALED_AT.includes(unit.stage) && compareDecimals(taken.value, left.value) < 0) {
      throw refuse.sealedInPart({ lot, left: formatQuantity(left) });
    }
  }
}

function requireOneUnit({ sources, children, loss }: RepackingOrder): void {
  const unit = sources[0]?.taken.unit ?? loss.unit;
  const amounts = [...sources.map(({ taken }) => taken), ...children.map(({ quantity }) => quantity), loss];
  if (amounts.some((amount) => amount.unit !== unit)) throw refuse.unitDiffers({ unit });
  if (children.some(({ quantity }) => signOf(quantity.value) !== 1) || signOf(loss.value) < 0) {
    throw refuse.amountNotPositive();
  }
}

function requireBalance({ sources, children, loss }: RepackingOrder): void {
  const sum = (values: readonly string[]) => values.reduce(addDecimals, '0');
  const goesIn = sum(sources.map(({ taken }) => taken.value));
  const comesOut = sum(children.map(({ quantity }) => quantity.value));
  const difference = subtractDecimals(goesIn, addDecimals(comesOut, loss.value));
  if (signOf(difference) === 0) return;
  const shown = (value: string) => formatQuantity({ value, unit: loss.unit });
  throw refuse.outOfBalance({
    in: shown(goesIn),
    out: shown(comesOut),
    loss: shown(loss.value),
    difference: shown(difference),
  });
}
