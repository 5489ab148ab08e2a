import type { Defect } from '../../src/modules/inspection/judge-reading.js';
import { sha256 } from '../../src/platform/keys/sha256.js';
import { encodeBase64, rootAt, tileHashes, tileWidth } from '../../src/tlog/index.js';
import { ATTRIBUTES } from './catalog.js';
import { type Inspectors, type Reading, startedInspection, takenPhoto } from './inspection.js';
import { announced, received } from './intake.js';
import type { World } from './world.js';

/** The item of the shipped demo plan of dried shrimp skin that is sampled: AQL 2.5 for major, 4.0 for minor defects. */
export const SAMPLED = 'DSS-PKG';

/** By the piece, or by mass: then nobody knows how many packages there are. */
export const IN_PACKAGES = { value: '600', unit: 'H87' };
export const IN_MASS = { value: '150', unit: 'KGM' };

type Counts = Partial<Record<Defect['severity'], number>>;

/** A lot of dried shrimp skin under inspection. */
export async function startedLot(
  world: World,
  people: Inspectors,
  quantity: typeof IN_MASS,
): Promise<{ unitId: string; id: string }> {
  const line = {
    name: '生晒虾皮 250g',
    categoryId: 'dried-shrimp-skin',
    kind: 'lot',
    quantity,
    attributes: ATTRIBUTES['dried-shrimp-skin'],
    declared: { quantity: quantity.value, skuName: '生晒虾皮 250g', documents: '合格证' },
    productionDay: '2026-11-10',
  };
  const consignmentId = await announced(world, people, [line]);
  const [unitId = ''] = await received(world, people.receiver, { consignmentId, quantity });
  return { unitId, id: await startedInspection(world, people.inspector, unitId) };
}

/** Every other item of the demo plan. */
export function otherReadings(quantity: typeof IN_MASS): readonly Reading[] {
  return [
    { item: 'DSS-QTY', value: { kind: 'number', value: quantity.value, unit: null } },
    { item: 'DSS-SKU', value: { kind: 'text', text: '生晒虾皮 250g' } },
    { item: 'DSS-DOC', value: { kind: 'list', unit: null, values: ['合格证'] } },
    { item: 'DSS-SENS', value: { kind: 'boolean', value: true } },
    { item: 'DSS-NET', value: { kind: 'list', unit: 'GRM', values: ['251', '250.5', '250'] }, instrument: 'B-03' },
    { item: 'DSS-POV', value: { kind: 'number', value: '0.2', unit: 'X-G100G' }, instrument: 'A-06' },
    { item: 'DSS-COLOR', value: { kind: 'not-detected', unit: 'GK' }, instrument: 'A-06' },
  ];
}

export function sampleReading(sampled: number | undefined, counts: Counts = {}): Reading {
  const grades = (['CR', 'MA', 'MI'] as const).filter((severity) => counts[severity] !== undefined);
  const defects = grades.map((severity) => ({ name: '破损', severity, count: counts[severity] ?? 0 }));
  return { item: SAMPLED, value: { kind: 'defects', defects, ...(sampled === undefined ? {} : { sampled }) } };
}

/** A lot in packages from its start to its signature, with that many defects in that many packages. */
export async function signedLot(
  world: World,
  people: Inspectors,
  { sampled, counts = {} }: { readonly sampled: number; readonly counts?: Counts },
): Promise<{ unitId: string; id: string }> {
  const lot = await startedLot(world, people, IN_PACKAGES);
  await signed(world, people, lot.id, [...otherReadings(IN_PACKAGES), sampleReading(sampled, counts)]);
  return lot;
}

/** Records, submits and signs. */
export async function signed(
  world: World,
  people: Inspectors,
  id: string,
  readings: readonly Reading[],
): Promise<void> {
  const path = `/api/v1/inspections/${id}`;
  await takenPhoto(world, people.inspector, id);
  const calls = [
    await world.post(`${path}/readings`, { as: people.inspector, body: { readings } }),
    await world.post(`${path}/submission`, { as: people.inspector }),
    await world.post(`${path}/reviews`, { as: people.reviewer, body: { decision: 'sign' } }),
  ];
  const failed = calls.find(({ status }) => status !== 201);
  if (failed) throw new Error(failed.text);
}

/** The root of the first `size` entries, out of the tiles that everybody gets. */
export async function rootOfTiles({ get }: World, size: number): Promise<string> {
  const tile = async (level: number, index: number): Promise<Uint8Array> => {
    const width = tileWidth(size, level, index);
    const part = width === 256 ? '' : `.p/${width}`;
    const answer = await get(`/log/tile/${level}/${String(index).padStart(3, '0')}${part}`);
    if (answer.status !== 200) throw new Error(answer.text);
    return answer.bytes;
  };
  return encodeBase64(await rootAt(sha256, size, tileHashes(sha256, size, tile)));
}
