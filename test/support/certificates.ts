import { type Inspectors, passedBracelet, passedShrimpLot, type PassedUnit } from './inspection.js';
import type { Answer, Caller, World } from './world.js';

/** Who issues, packs and labels, of one warehouse. */
export interface Certifiers extends Inspectors {
  readonly packer: Caller;
}

/** A unit with a valid certificate. */
export interface CertifiedUnit extends PassedUnit {
  readonly certificateId: string;
  readonly number: string;
  /** The show code. */
  readonly code: string;
}

/** A packed and labelled unit. */
export interface LabelledUnit {
  readonly unitId: string;
  readonly labels: readonly Label[];
}

export interface Label {
  readonly id: string;
  readonly number: number;
  /** The item code. */
  readonly code: string;
}

/** A bracelet with a valid certificate on the shipped demo plan. */
export async function certifiedBracelet(
  world: World,
  people: Certifiers,
  changes: object = {},
): Promise<CertifiedUnit> {
  return certified(world, people.reviewer, await passedBracelet(world, people, changes));
}

/** A lot of 500 kg of frozen shrimp, likewise. */
export async function certifiedShrimpLot(
  world: World,
  people: Certifiers,
  changes: object = {},
): Promise<CertifiedUnit> {
  return certified(world, people.reviewer, await passedShrimpLot(world, people, changes));
}

/** Issues the certificate of a passed unit. */
export async function certified(world: World, reviewer: Caller, unit: PassedUnit): Promise<CertifiedUnit> {
  await done(world.post(`/api/v1/units/${unit.unitId}/certificates`, { as: reviewer, body: {} }));
  const { body } = await done(world.get(`/api/v1/certificates?unitId=${unit.unitId}&state=valid`, { as: reviewer }));
  const { id, number, code } = body.items[0];
  return { ...unit, certificateId: id, number, code };
}

let seals = 0;

/** Packs a certified unit under a seal of its own; answers the number of the seal. */
export async function packed(world: World, packer: Caller, unitId: string): Promise<string> {
  const sealNo = `S-${String(++seals).padStart(6, '0')}`;
  const body = { sealNo, mass: { value: '0.12', unit: 'KGM' } };
  await done(world.post(`/api/v1/units/${unitId}/packing`, { as: packer, body }));
  return sealNo;
}

/** Prints copies of a packed unit; answers those that were printed now. */
export async function printed(world: World, packer: Caller, unitId: string, copies = 1): Promise<readonly Label[]> {
  const { body } = await done(world.post(`/api/v1/units/${unitId}/labels`, { as: packer, body: { copies } }));
  const made: string[] = body.entries[0].subjects.map(({ id }: { id: string }) => id);
  const listed = await done(world.get(`/api/v1/units/${unitId}/labels?limit=200`, { as: packer }));
  const labels: Label[] = listed.body.items;
  return labels.filter(({ id }) => made.includes(id)).map(({ id, number, code }) => ({ id, number, code }));
}

/** Packs a certified unit, prints one copy (or more) and applies them. */
export async function labelledUnit(
  world: World,
  { packer }: Certifiers,
  unitId: string,
  copies = 1,
): Promise<LabelledUnit> {
  await packed(world, packer, unitId);
  const labels = await printed(world, packer, unitId, copies);
  await done(world.post(`/api/v1/units/${unitId}/labelling`, { as: packer }));
  return { unitId, labels };
}

async function done(calling: Promise<Answer>): Promise<Answer> {
  const answer = await calling;
  if (answer.status >= 300) throw new Error(`${answer.status} ${answer.text}`);
  return answer;
}
