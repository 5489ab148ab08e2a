import { ATTRIBUTES } from './catalog.js';
import type { Caller, World } from './world.js';

/** Who sends and who receives, of one warehouse. */
export interface Senders {
  readonly merchant: Caller;
  readonly receiver: Caller;
}

/** A line of bracelets as `templates/categories/crystal-jewelry.json` asks for it. */
export const BRACELET_LINE = {
  name: '紫晶手串',
  categoryId: 'crystal-jewelry',
  kind: 'piece',
  count: 1,
  attributes: { ...ATTRIBUTES['crystal-jewelry'], totalMass: '21.36', beadSize: '8.0', beadCount: '24' },
  declared: { skuName: '天然紫晶手串 8mm', documents: '营业执照、合格证' },
};

// Sold by weight, so that the glaze counts and there is no net content.
const { netContent: _, ...SHRIMP } = ATTRIBUTES['frozen-shrimp'];

/** A lot of shrimp, sold by weight, as `templates/categories/frozen-shrimp.json` asks for it. */
export const SHRIMP_LINE = {
  name: '冻南美白对虾',
  categoryId: 'frozen-shrimp',
  kind: 'lot',
  quantity: { value: '500', unit: 'KGM' },
  attributes: { ...SHRIMP, packing: '散装称重' },
  declared: { quantity: '500 kg', skuName: '冻南美白对虾 去头 31/40', documents: '检疫证明、购销凭证' },
  lotNo: 'L20261102',
  productionDay: '2026-11-02',
};

/** Announces lines by the merchant to the receiver's warehouse; answers the consignment's id. */
export async function announced(
  world: World,
  { merchant, receiver }: Senders,
  lines: readonly object[],
): Promise<string> {
  const body = { warehouseId: receiver.partyId, reference: 'SJ-0001', lines };
  const answer = await world.post('/api/v1/consignments', { as: merchant, body });
  if (answer.status !== 201) throw new Error(answer.text);
  return answer.body.entries[0].subjects[0].id;
}

/** Receives one line; answers the ids of its units. */
export async function received(
  world: World,
  receiver: Caller,
  { consignmentId, lineNo = 1, ...body }: { consignmentId: string; lineNo?: number; [field: string]: unknown },
): Promise<string[]> {
  const path = `/api/v1/consignments/${consignmentId}/lines/${lineNo}/receipt`;
  const answer = await world.post(path, { as: receiver, body });
  if (answer.status !== 201) throw new Error(answer.text);
  const registered = answer.body.entries.filter(({ kind }: { kind: string }) => kind === 'units.unit-registered');
  return registered.map(({ subjects }: { subjects: { id: string }[] }) => subjects[0]?.id ?? '');
}

/** One bracelet in the warehouse, sent for sale; answers the unit's id. */
export async function receivedBracelet(world: World, people: Senders, changes: object = {}): Promise<string> {
  const consignmentId = await announced(world, people, [{ ...BRACELET_LINE, ...changes }]);
  const [id = ''] = await received(world, people.receiver, { consignmentId, count: 1 });
  return id;
}

/** One lot of 500 kg of frozen shrimp in the warehouse; answers the unit's id. */
export async function receivedShrimpLot(world: World, people: Senders, changes: object = {}): Promise<string> {
  const consignmentId = await announced(world, people, [{ ...SHRIMP_LINE, ...changes }]);
  const [id = ''] = await received(world, people.receiver, { consignmentId, quantity: SHRIMP_LINE.quantity });
  return id;
}
