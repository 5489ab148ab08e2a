import { invariant } from '../../kernel/invariant.js';
import type { Reader } from '../../platform/database/sql.js';
import type { PlanItem } from '../catalog/index.js';
import type { LotScheme } from '../sampling/index.js';
import {
  Inspection,
  type InspectionOverride,
  InspectionPhoto,
  InspectionReading,
  InspectionSampling,
  InspectionWithdrawal,
} from './inspection.entity.js';
import type { LeftOutItem, PlanSnapshot } from './inspection.events.js';
import { planItemsOf } from './inspection.queries.js';
import { overridesOf } from './instrument-gaps.queries.js';
import {
  type ItemReading,
  inspectorNumbersOf,
  type KeptResult,
  latestReadings,
  leftOutOf,
  participantsOf,
  planSnapshot,
  resultsOf,
  schemesOf,
} from './kept-inspection.js';

/** A passing inspection that a second person has signed: what a certificate may say. */
export interface SignedInspection {
  readonly id: string;
  readonly plan: PlanSnapshot;
  /** The items of the plan as they were at the start. */
  readonly items: readonly PlanItem[];
  /** The reading that counted of each item, in the plan's order. */
  readonly readings: readonly ItemReading[];
  /** Of every item that applied, in the plan's order. */
  readonly results: readonly KeptResult[];
  readonly leftOut: readonly LeftOutItem[];
  /** How the items of a lot were sampled; none of a piece. */
  readonly schemes: readonly LotScheme[];
  /** Instruments of those readings that were out of calibration and that two people let through. */
  readonly overrides: readonly InspectionOverride[];
  /** Number of who submitted; `inspectorNumbers` has everyone whose readings count. */
  readonly inspectorNumber: string;
  readonly inspectorNumbers: readonly string[];
  readonly reviewerNumber: string;
  /** Everyone who recorded a reading, took a photograph or submitted. */
  readonly inspectorAccountIds: readonly string[];
  readonly reviewerAccountId: string;
  /** SHA-256, oldest first. */
  readonly photos: readonly string[];
  readonly startedAt: string;
  readonly signedAt: string;
}

/** The latest signed and passing inspection of a unit; undefined when there is none. */
export async function signedInspectionOf(reader: Reader, unitId: string): Promise<SignedInspection | undefined> {
  const inspection = await lastSigned(reader, unitId);
  if (!inspection) return undefined;
  const { id, startedAt } = inspection;
  const items = await planItemsOf(reader, id);
  const readings = await reader.find(InspectionReading, { inspectionId: id }, { orderBy: 'entry' });
  const withdrawn = await reader.find(InspectionWithdrawal, { inspectionId: id });
  const sampling = await reader.findOne(InspectionSampling, { inspectionId: id });
  const photos = await reader.find(InspectionPhoto, { inspectionId: id }, { orderBy: 'entry' });
  const latest = latestReadings(readings);
  return {
    id,
    plan: planSnapshot(inspection),
    items,
    readings: items.flatMap(({ code }) => latest.get(code) ?? []),
    results: resultsOf(inspection),
    leftOut: leftOutOf(inspection),
    schemes: schemesOf({ sampling }),
    overrides: await givenFor(reader, id, latest),
    inspectorNumbers: inspectorNumbersOf(latest),
    ...signatures(inspection),
    inspectorAccountIds: participantsOf({ inspection, readings, withdrawn, photos }),
    photos: photos.map(({ sha256 }) => sha256),
    startedAt,
  };
}

/** Which it is, for those who need no more. */
export async function signedInspectionIdOf(reader: Reader, unitId: string): Promise<string | undefined> {
  return (await lastSigned(reader, unitId))?.id;
}

function lastSigned(reader: Reader, unitId: string): Promise<Inspection | undefined> {
  const signed = { unitId, state: 'signed', verdict: 'pass' } as const;
  return reader.findOne(Inspection, signed, { orderBy: 'id', direction: 'desc' });
}

/** One per instrument that still counts, the last that was given. */
async function givenFor(
  reader: Reader,
  inspectionId: string,
  latest: ReadonlyMap<string, ItemReading>,
): Promise<readonly InspectionOverride[]> {
  const used = new Set([...latest.values()].map(({ instrumentId }) => instrumentId));
  const given = (await overridesOf(reader, inspectionId)).filter(({ decision }) => decision === 'approve');
  const byInstrument = new Map(given.map((each) => [each.instrumentId, each]));
  return [...byInstrument.values()].filter(({ instrumentId }) => used.has(instrumentId));
}

function signatures({ submitterNumber, reviewerNumber, reviewedBy, reviewedAt }: Inspection) {
  invariant(submitterNumber && reviewerNumber && reviewedBy && reviewedAt, 'a signed inspection names both people');
  return {
    inspectorNumber: submitterNumber,
    reviewerNumber,
    reviewerAccountId: reviewedBy,
    signedAt: reviewedAt,
  };
}
