import sharp from 'sharp';
import { newId } from '../../src/ledger/index.js';
import type { ReadingValue } from '../../src/modules/inspection/index.js';
import { BRACELET_LINE, receivedBracelet, receivedShrimpLot, type Senders, SHRIMP_LINE } from './intake.js';
import type { Answer, Caller, World } from './world.js';

/** Who inspects and who signs, of one warehouse. */
export interface Inspectors extends Senders {
  readonly inspector: Caller;
  readonly reviewer: Caller;
}

export interface Reading {
  readonly item: string;
  readonly value: ReadingValue;
  readonly instrument?: string;
}

/** A unit whose passing inspection is signed. */
export interface PassedUnit {
  readonly unitId: string;
  readonly inspectionId: string;
  /** SHA-256 of its photograph. */
  readonly photo: string;
}

/** Of `BRACELET_LINE`, every item of the shipped demo plan that applies to it. */
export const BRACELET_READINGS: readonly Reading[] = [
  { item: 'CRY-QTY', value: { kind: 'number', value: '1', unit: null } },
  { item: 'CRY-SKU', value: { kind: 'text', text: BRACELET_LINE.declared.skuName } },
  { item: 'CRY-DOC', value: { kind: 'list', unit: null, values: ['营业执照', '合格证'] } },
  { item: 'CRY-PHOTO', value: { kind: 'boolean', value: true } },
  { item: 'CRY-MAT', value: { kind: 'enum', value: '紫晶' } },
  { item: 'CRY-RI', value: { kind: 'number', value: '1.548', unit: 'X-ND' }, instrument: 'R-02' },
  { item: 'CRY-OPT', value: { kind: 'enum', value: '一轴晶正光性' }, instrument: 'P-01' },
  { item: 'CRY-MAG', value: { kind: 'opinion', verdict: 'pass', text: '可见色带' }, instrument: 'L-10' },
  { item: 'CRY-TREAT', value: { kind: 'enum', value: '未见优化处理' } },
  { item: 'CRY-WT', value: { kind: 'number', value: '21.35', unit: 'GRM' }, instrument: 'B-03' },
  { item: 'CRY-APP', value: { kind: 'defects', defects: [] } },
];

/** The same, but for one item that fails. */
export const FAILING_READINGS: readonly Reading[] = [
  { item: 'CRY-QTY', value: { kind: 'number', value: '2', unit: null } },
  ...BRACELET_READINGS.slice(1),
];

/** Of `SHRIMP_LINE`, every item of the shipped demo plan that applies to it. */
export const SHRIMP_READINGS: readonly Reading[] = [
  { item: 'SHR-QTY', value: { kind: 'number', value: '500', unit: 'KGM' }, instrument: 'W-01' },
  { item: 'SHR-SKU', value: { kind: 'text', text: SHRIMP_LINE.declared.skuName } },
  { item: 'SHR-DOC', value: { kind: 'list', unit: null, values: ['检疫证明', '购销凭证'] } },
  { item: 'SHR-TEMP', value: { kind: 'number', value: '-20.5', unit: 'CEL' }, instrument: 'T-04' },
  { item: 'SHR-SENS', value: { kind: 'boolean', value: true } },
  { item: 'SHR-GLAZE', value: { kind: 'number', value: '15.2', unit: 'P1' }, instrument: 'B-03' },
  {
    item: 'SHR-TVBN',
    value: { kind: 'number', value: '12.4', unit: 'X-MG100G', uncertainty: '0.8' },
    instrument: 'K-05',
  },
  { item: 'SHR-SO2', value: { kind: 'not-detected', unit: 'GK', detectionLimit: '0.003' }, instrument: 'S-04' },
  { item: 'SHR-CD', value: { kind: 'number', value: '0.06', unit: 'NA' }, instrument: 'A-06' },
];

/** A bracelet received, measured, photographed, submitted and signed, on the shipped demo plan. */
export async function passedBracelet(world: World, people: Inspectors, changes: object = {}): Promise<PassedUnit> {
  return signedInspection(world, people, await receivedBracelet(world, people, changes), BRACELET_READINGS);
}

/** A lot of 500 kg of frozen shrimp, likewise. */
export async function passedShrimpLot(world: World, people: Inspectors, changes: object = {}): Promise<PassedUnit> {
  return signedInspection(world, people, await receivedShrimpLot(world, people, changes), SHRIMP_READINGS);
}

/** Starts an inspection of a unit; answers its id. */
export async function startedInspection(world: World, inspector: Caller, unitId: string): Promise<string> {
  const answer = await done(world.post(`/api/v1/units/${unitId}/inspections`, { as: inspector }));
  return newId(answer.body, 'inspection') ?? '';
}

/** Another bracelet, read twice in one item and once taken back; answers the id of its open inspection. */
export async function withdrawnReading(world: World, people: Inspectors): Promise<string> {
  const { inspector } = people;
  const id = await startedInspection(world, inspector, await receivedBracelet(world, people));
  const path = `/api/v1/inspections/${id}`;
  const [reading] = BRACELET_READINGS;
  for (const seen of [0, 1]) {
    await done(world.post(`${path}/readings`, { as: inspector, body: { readings: [{ ...reading, seen }] } }));
  }
  await done(world.post(`${path}/withdrawals`, { as: inspector, body: { item: reading?.item, reading: 2 } }));
  return id;
}

/** Posts a photograph of one colour; answers its hash. */
export async function takenPhoto(world: World, inspector: Caller, inspectionId: string, grey = 128): Promise<string> {
  const call = { as: inspector, body: await photoBytes(grey), headers: { 'content-type': 'image/jpeg' } };
  await done(world.post(`/api/v1/inspections/${inspectionId}/photos`, call));
  const { body } = await done(world.get(`/api/v1/inspections/${inspectionId}`, { as: inspector }));
  return body.photos.at(-1).sha256;
}

/** A small JPEG of one grey, as a camera would send it: with EXIF. */
export function photoBytes(grey: number): Promise<Buffer> {
  const background = { r: grey, g: grey, b: grey };
  const image = sharp({ create: { width: 48, height: 32, channels: 3, background } });
  return image
    .withExif({ IFD0: { Artist: 'somebody' } })
    .jpeg()
    .toBuffer();
}

/** A bracelet of which one item failed, signed so. */
export async function failedBracelet(world: World, people: Inspectors): Promise<string> {
  const unitId = await receivedBracelet(world, people);
  await failedInspection(world, people, unitId);
  return unitId;
}

export async function failedInspection(world: World, people: Inspectors, unitId: string): Promise<void> {
  await signedInspection(world, people, unitId, FAILING_READINGS);
}

/** Measures, photographs, submits and signs, with these readings. */
export async function signedInspection(
  world: World,
  { inspector, reviewer }: Inspectors,
  unitId: string,
  readings: readonly Reading[],
): Promise<PassedUnit> {
  const inspectionId = await startedInspection(world, inspector, unitId);
  const path = `/api/v1/inspections/${inspectionId}`;
  await done(world.post(`${path}/readings`, { as: inspector, body: { readings } }));
  const photo = await takenPhoto(world, inspector, inspectionId);
  await done(world.post(`${path}/submission`, { as: inspector }));
  await done(world.post(`${path}/reviews`, { as: reviewer, body: { decision: 'sign' } }));
  return { unitId, inspectionId, photo };
}

async function done(calling: Promise<Answer>): Promise<Answer> {
  const answer = await calling;
  if (answer.status >= 300) throw new Error(`${answer.status} ${answer.text}`);
  return answer;
}
