import type { Actor } from '../../kernel/actor.js';
import type { Quantity } from '../../kernel/quantity.js';
import type { Category } from '../catalog/index.js';
import type { Attributes, Unit } from '../units/index.js';

/** A lot that is opened, and how much of it is taken. */
export interface TakenLot {
  readonly unit: Unit;
  readonly taken: Quantity;
}

export interface RepackingOrder {
  readonly id: string;
  readonly actor: Actor;
  readonly category: Category;
  /** One, or several lots of one product that are mixed. */
  readonly sources: readonly TakenLot[];
  /** As many new lots, with their ids. */
  readonly children: readonly { readonly unitId: string; readonly quantity: Quantity }[];
  readonly loss: Quantity;
  readonly lossReason?: string;
  /** What packing changes of the goods: how they are sold, and the declared net content. */
  readonly attributes: Attributes;
}
