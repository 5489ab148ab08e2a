import type { Actor } from '../../kernel/actor.js';
import { normalizeText } from '../../kernel/text.js';
import type { LedgerEvent } from '../../ledger/index.js';
import {
  type Category,
  checkAttributes,
  declarationOf,
  type Declared,
  type Product,
  recordedOf,
} from '../catalog/index.js';
import type { Attributes, UnitKind } from '../units/index.js';
import { type Amount, quantityOf } from './amount.rules.js';
import * as events from './intake.events.js';
import { refuse } from './intake.refusals.js';

/** One line as it is wished for, with what its ids mean. */
export interface WishedLine extends Amount {
  readonly kind: UnitKind;
  readonly name: string;
  readonly category: Category;
  readonly product: Product | undefined;
  readonly attributes: Attributes;
  readonly declared: Declared;
  readonly lotNo?: string;
  readonly productionDay?: string;
}

export interface Announcement {
  readonly id: string;
  readonly warehouseId: string;
  readonly merchantId: string;
  readonly reference?: string;
  readonly lines: readonly WishedLine[];
  /** In the warehouse's zone. */
  readonly today: string;
}

/** Whose goods go where: each side acts for itself and names the other. */
export function sidesOf(
  actor: Actor,
  named: { readonly merchantId?: string; readonly warehouseId?: string },
): { readonly merchantId: string; readonly warehouseId: string } {
  const isMerchant = actor.partyKind === 'merchant';
  const ownNamed = isMerchant ? named.merchantId : named.warehouseId;
  if (ownNamed !== undefined && ownNamed !== actor.partyId) throw refuse.ownPartyOnly();
  const other = isMerchant ? named.warehouseId : named.merchantId;
  if (!other) throw isMerchant ? refuse.warehouseNeeded() : refuse.merchantNeeded();
  return isMerchant
    ? { merchantId: actor.partyId, warehouseId: other }
    : { merchantId: other, warehouseId: actor.partyId };
}

/**
 * Goods are announced by a registered merchant (which has a USCC) for a warehouse, each line with the attributes that
 * its category asks for: goods without name, maker or date (三无) do not get past here.
 */
export function announceConsignment(wish: Announcement): LedgerEvent[] {
  const { id, warehouseId, merchantId, reference, lines, today } = wish;
  const announced = lines.map((line, at) => announcedLine(line, { lineNo: at + 1, merchantId, today }));
  return [
    events.consignmentAnnounced([events.consignment(id)], {
      party: { warehouseId, merchantId, reference: normalized(reference), lines: announced },
    }),
  ];
}

interface LinePlace {
  readonly lineNo: number;
  readonly merchantId: string;
  readonly today: string;
}

function announcedLine(line: WishedLine, { lineNo, merchantId, today }: LinePlace): events.AnnouncedLine {
  const { kind, category, product, lotNo, productionDay } = line;
  if (!category.unitKinds.includes(kind)) {
    throw refuse.kindNotForCategory({ lineNo, category: category.id, kind, kinds: category.unitKinds.join(', ') });
  }
  if (product && (product.merchantId !== merchantId || product.categoryId !== category.id)) {
    throw refuse.productOfAnother({ lineNo });
  }
  // Both are YYYY-MM-DD, so they compare as text.
  if (productionDay !== undefined && productionDay > today)
    throw refuse.producedInFuture({ lineNo, day: productionDay });
  const { attributes, declared } = filledIn(line);
  checkAttributes(category, attributes);
  return {
    kind,
    name: normalizeText(line.name),
    categoryId: category.id,
    productId: product?.id,
    quantity: quantityOf(kind, line, lineNo),
    attributes,
    declared,
    lotNo: normalized(lotNo),
    productionDay,
  };
}

/** What the product says of all its pieces, and over it what the line says. */
function filledIn({ product, attributes, declared }: WishedLine): Pick<WishedLine, 'attributes' | 'declared'> {
  if (!product) return { attributes, declared };
  return {
    attributes: { ...recordedOf(product), ...attributes },
    declared: { ...declarationOf(product), ...declared },
  };
}

function normalized(text: string | undefined): string | undefined {
  return text === undefined ? undefined : normalizeText(text);
}
