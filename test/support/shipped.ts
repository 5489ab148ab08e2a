import {
  certifiedBracelet,
  certifiedShrimpLot,
  type CertifiedUnit,
  type Certifiers,
  type Label,
  packed,
  printed,
} from './certificates.js';
import type { Caller, World } from './world.js';

/** Everybody on the way of a unit, of one warehouse. */
export interface Shippers extends Certifiers {
  readonly shipper: Caller;
}

/** A unit that is packed, labelled and handed over. */
export interface ShippedUnit extends CertifiedUnit {
  readonly sealNo: string;
  readonly labels: readonly Label[];
}

/** A certificate's number as pages and PDFs print it: `YZ-7K3QX-9M2D0`. */
export function onPaper(number: string): string {
  return `${number.slice(0, 8)}-${number.slice(8)}`;
}

/** A bracelet that went all the way, with `copies` of its label on it. */
export async function shippedBracelet(world: World, people: Shippers, copies = 2): Promise<ShippedUnit> {
  return shipped(world, people, await certifiedBracelet(world, people), copies);
}

/** A lot of frozen shrimp, likewise. */
export async function shippedShrimpLot(world: World, people: Shippers, copies = 3): Promise<ShippedUnit> {
  return shipped(world, people, await certifiedShrimpLot(world, people), copies);
}

async function shipped(
  world: World,
  { packer, shipper }: Shippers,
  unit: CertifiedUnit,
  copies: number,
): Promise<ShippedUnit> {
  const sealNo = await packed(world, packer, unit.unitId);
  const labels = await printed(world, packer, unit.unitId, copies);
  await posted(world, packer, `/api/v1/units/${unit.unitId}/labelling`);
  const handOver = { carrierName: '示例速运', waybill: `SF-${sealNo}`, unitIds: [unit.unitId] };
  await posted(world, shipper, '/api/v1/shipments', handOver);
  return { ...unit, sealNo, labels };
}

async function posted(world: World, as: Caller, path: string, body?: object): Promise<void> {
  const answer = await world.post(path, { as, body });
  if (answer.status !== 201) throw new Error(answer.text);
}
