import { newId } from '../../src/ledger/index.js';
import { partyBody } from './parties.js';
import { startedInspection, takenPhoto } from './inspection.js';
import { receivedShrimpLot, type Senders } from './intake.js';
import type { Answer, Caller, World } from './world.js';

/** Who sends samples, and where to. */
export interface SampleSenders extends Senders {
  readonly inspector: Caller;
  readonly laboratoryId: string;
}

/** A sample on its way: of which unit, by which seal, and with which photograph. */
export interface SentSample {
  readonly id: string;
  readonly unitId: string;
  readonly inspectionId: string;
  readonly sealNo: string;
  readonly photo: string;
}

const MASS = { value: '500.0', unit: 'GRM' };
const CADMIUM = { item: 'SHR-CD', value: { kind: 'number', value: '0.06', unit: 'NA', uncertainty: '0.01' } };
let seals = 0;
let numbers = 0;
let laboratories = 0;

/** A laboratory of its own, with the scope and validity that are wanted; answers its id. */
export async function newLaboratory(world: World, admin: Caller, laboratory: object = {}): Promise<string> {
  const whole = {
    cma: String(220_000_000_100 + ++laboratories),
    scope: ['GB 2762-2025', 'GB 2733-2015'],
    validUntil: '2039-12-31',
    ...laboratory,
  };
  const body = { ...partyBody('laboratory', '另一检测中心'), laboratory: whole };
  return newId((await done(world.post('/api/v1/parties', { as: admin, body }))).body, 'party') ?? '';
}

/** What an administrator records of a laboratory's accreditation from now on. */
export async function changeLaboratory(world: World, as: Caller, id: string, changes: object): Promise<void> {
  const path = `/api/v1/parties/${id}`;
  const { name, uscc, laboratory } = (await done(world.get(path, { as }))).body;
  const body = { name: { zh: name.zh }, uscc, laboratory: { ...laboratory, ...changes } };
  await done(world.put(path, { as, body }));
}

/** A lot of shrimp under inspection, with one photograph. */
export async function openShrimpLot(world: World, people: SampleSenders): Promise<Omit<SentSample, 'id' | 'sealNo'>> {
  const unitId = await receivedShrimpLot(world, people);
  const inspectionId = await startedInspection(world, people.inspector, unitId);
  const photo = await takenPhoto(world, people.inspector, inspectionId, 90);
  return { unitId, inspectionId, photo };
}

/** The body that sends a sample of 500.0 g for cadmium. */
export function sampleBody(people: Pick<SampleSenders, 'laboratoryId'>, photo: string, changes: object = {}): object {
  const { laboratoryId } = people;
  return { laboratoryId, sealNo: `S-${++seals}`, mass: MASS, items: ['SHR-CD'], photos: [photo], ...changes };
}

/** A sample of a new lot, sent to the laboratory for cadmium. */
export async function sentSample(world: World, people: SampleSenders, changes: object = {}): Promise<SentSample> {
  const open = await openShrimpLot(world, people);
  const body = sampleBody(people, open.photo, changes);
  const answer = await done(world.post(`/api/v1/units/${open.unitId}/samples`, { as: people.inspector, body }));
  const sealNo = 'sealNo' in body ? String(body.sealNo) : '';
  return { ...open, id: newId(answer.body, 'sample') ?? '', sealNo };
}

/** A small PDF that no other has the bytes of. */
export function reportPdf(): Buffer {
  return Buffer.from(`%PDF-1.7\n% ${++numbers} ${'x'.repeat(40)}\nstartxref\n9\n%%EOF\n`);
}

/** Uploads the file of a report; answers its hash. */
export async function uploadedReport(world: World, as: Caller, sampleId: string, file = reportPdf()): Promise<string> {
  const headers = { 'content-type': 'application/pdf' };
  const answer = await done(world.post(`/api/v1/samples/${sampleId}/files`, { as, body: file, headers }));
  return answer.body.sha256;
}

/** The body that files a report with all as it was sent, under a number and a file of its own. */
export async function reportBody(
  world: World,
  as: Caller,
  { id, sealNo }: Pick<SentSample, 'id' | 'sealNo'>,
  changes: object = {},
): Promise<object> {
  const fileSha256 = 'fileSha256' in changes ? '' : await uploadedReport(world, as, id);
  const issuedOn = world.clock.now().slice(0, 10);
  const number = `BG-${++numbers}`;
  return { number, fileSha256, issuedOn, sealNo, mass: MASS, photoFits: true, results: [CADMIUM], ...changes };
}

/** Files a report; answers its id. */
export async function filedReport(world: World, as: Caller, sample: SentSample, changes: object = {}): Promise<string> {
  const body = await reportBody(world, as, sample, changes);
  return newId((await done(world.post(`/api/v1/samples/${sample.id}/reports`, { as, body }))).body, 'report') ?? '';
}

async function done(calling: Promise<Answer>): Promise<Answer> {
  const answer = await calling;
  if (answer.status >= 300) throw new Error(`${answer.status} ${answer.text}`);
  return answer;
}
