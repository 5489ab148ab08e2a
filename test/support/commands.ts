import { SYSTEM_ACTOR } from '../../src/kernel/actor.js';
import { Ids } from '../../src/kernel/ids.js';
import { type LedgerEvent, newId, type Receipt } from '../../src/ledger/index.js';
import { unit, unitRegistered } from '../../src/modules/units/index.js';
import type { World } from './world.js';

export const WAREHOUSE = '00000000-0000-7000-8000-000000000001';
export const MERCHANT = '00000000-0000-7000-8000-000000000002';

/** A unit straight into the log, for tests that are about the ledger and not about intake. */
export async function registerUnit(world: World, name = '紫晶手串'): Promise<string> {
  const id = world.app.get(Ids).next();
  const receipt: Receipt = await world.ledger.record(SYSTEM_ACTOR, () => [registered(id, name)]);
  return newId(receipt, 'unit') ?? '';
}

/** Many units in one commit. */
export async function registerUnits(world: World, count: number): Promise<void> {
  const ids = Array.from({ length: count }, () => world.app.get(Ids).next());
  await world.ledger.record(SYSTEM_ACTOR, () => ids.map((id) => registered(id, '紫晶手串')));
}

/** The event of a unit that came in. */
export function registered(id: string, name: string): LedgerEvent {
  return unitRegistered([unit(id)], {
    public: {
      kind: 'piece',
      name,
      categoryId: 'crystal-jewelry',
      quantity: { value: '1', unit: 'H87' },
      attributes: {},
      isSample: true,
    },
    party: { warehouseId: WAREHOUSE, merchantId: MERCHANT, consignmentId: id, declared: {} },
  });
}
