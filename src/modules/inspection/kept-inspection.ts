import type { Instant } from '../../kernel/instant.js';
import { invariant } from '../../kernel/invariant.js';
import type { Text } from '../../kernel/language.js';
import type { PlanItem } from '../catalog/index.js';
import type { LotScheme, Standing } from '../sampling/index.js';
import type { Unit } from '../units/index.js';
import type {
  Inspection,
  InspectionPhoto,
  InspectionReading,
  InspectionSampling,
  InspectionWithdrawal,
} from './inspection.entity.js';
import type { ItemResult, LateFiling, LeftOutItem, PlanSnapshot, PrintedReport } from './inspection.events.js';
import type { OpenInspection, SubmittedInspection } from './inspection-flow.rules.js';
import type { ReadingValue } from './judge-reading.js';
import type { Readings } from './verdict.rules.js';

/** An inspection with everything that was kept of it. */
export interface KeptInspection {
  readonly inspection: Inspection;
  readonly unit: Unit;
  readonly items: readonly PlanItem[];
  /** Every one that was recorded and not taken back, oldest first. */
  readonly readings: readonly InspectionReading[];
  readonly withdrawn: readonly InspectionWithdrawal[];
  /** The one that counts, by item. */
  readonly latest: ReadonlyMap<string, ItemReading>;
  readonly photos: readonly InspectionPhoto[];
  /** Of a lot with sampled items only. */
  readonly sampling: InspectionSampling | undefined;
}

export interface ItemReading {
  readonly item: string;
  readonly value: ReadingValue;
  /** Its code in the register; in older entries whatever was typed. */
  readonly instrument: string | null;
  readonly instrumentName: string | null;
  /** Null for none, and in older entries. */
  readonly instrumentId: string | null;
  /** Of an outside laboratory; null for what the warehouse read itself. */
  readonly report: OutsideReport | null;
  readonly inspectorNumber: string;
  readonly at: Instant;
}

/** The report that a reading comes from. */
export interface OutsideReport extends PrintedReport {
  readonly id: string;
  readonly laboratoryId: string;
  readonly isWithdrawn: boolean;
}

/** A result as it was submitted, with its reason. */
export interface KeptResult extends ItemResult {
  readonly reason: Text;
}

/** The latest reading of each item; rows come oldest first. */
export function latestReadings(rows: readonly InspectionReading[]): ReadonlyMap<string, ItemReading> {
  return new Map(rows.map((row) => [row.item, itemReading(row)]));
}

export function valuesOf(latest: ReadonlyMap<string, ItemReading>): Readings {
  return Object.fromEntries([...latest].map(([item, { value }]) => [item, value]));
}

export function resultsOf({ results }: Inspection): readonly KeptResult[] {
  return results === null ? [] : (JSON.parse(results) as readonly KeptResult[]);
}

export function planSnapshot(row: Inspection): PlanSnapshot {
  const { planId, planVersion, categoryVersion, categoryHash, uncertaintyRule } = row;
  return { id: planId, version: planVersion, categoryVersion, categoryHash, uncertaintyRule };
}

/** How each sampled item of a lot is sampled; none of a piece. */
export function schemesOf({ sampling }: Pick<KeptInspection, 'sampling'>): readonly LotScheme[] {
  return sampling ? (JSON.parse(sampling.schemes) as readonly LotScheme[]) : [];
}

/** Where the stream of lots stood when the inspection began. */
export function keptStanding({ standing }: InspectionSampling): Standing {
  return JSON.parse(standing) as Standing;
}

export function leftOutOf({ leftOut }: Inspection): readonly LeftOutItem[] {
  return leftOut === null ? [] : (JSON.parse(leftOut) as readonly LeftOutItem[]);
}

/** The parts that recording, photographing and submitting look at. */
export function openOf(kept: KeptInspection): OpenInspection {
  const { inspection, unit, items, photos } = kept;
  return { inspection, unit, items, photos: photos.map(({ sha256 }) => sha256), readCounts: readCountsOf(kept) };
}

/** How many times each item was read, what was taken back counted. */
export function readCountsOf({
  readings,
  withdrawn,
}: Pick<KeptInspection, 'readings' | 'withdrawn'>): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { item } of [...readings, ...withdrawn]) counts.set(item, (counts.get(item) ?? 0) + 1);
  return counts;
}

/** The parts that a review looks at. */
export function submittedOf(kept: KeptInspection, doubtful: readonly string[]): SubmittedInspection {
  const { inspection, unit, items } = kept;
  const open = new Set(
    resultsOf(inspection)
      .filter(({ verdict }) => verdict === 'undecided')
      .map(({ item }) => item),
  );
  const undecided = items.filter(({ code }) => open.has(code)).map(({ code, name }) => ({ code, name }));
  return {
    inspection,
    unit,
    verdict: inspection.verdict ?? 'undecided',
    undecided,
    participants: participantsOf(kept),
    doubtful,
  };
}

/** Accounts that recorded a reading (even one that was replaced or taken back), withdrew a report, took a photograph or submitted. */
export function participantsOf({
  inspection,
  readings,
  withdrawn,
  photos,
}: Pick<KeptInspection, 'inspection' | 'readings' | 'withdrawn' | 'photos'>): readonly string[] {
  const { submittedBy } = inspection;
  const recorded = [...readings, ...withdrawn, ...photos].map(({ accountId }) => accountId);
  const all = [...recorded, ...readings.map(({ withdrawnBy }) => withdrawnBy), submittedBy];
  return [...new Set(all.filter((account) => account !== null))];
}

/** Numbers of the inspectors whose readings count, in the order in which they came; who files a report reads nothing. */
export function inspectorNumbersOf(latest: ReadonlyMap<string, ItemReading>): readonly string[] {
  const own = [...latest.values()].filter(({ report }) => report === null);
  return [...new Set(own.map(({ inspectorNumber }) => inspectorNumber))];
}

/** As it is printed: `天平 B-03`; nothing when no instrument was named. */
export function printedInstrument({ instrument, instrumentName }: NamedInstrument): string {
  return [instrumentName, instrument].filter((part) => part !== null).join(' ');
}

type NamedInstrument = Pick<ItemReading, 'instrument' | 'instrumentName'>;

export function itemReading(row: InspectionReading): ItemReading {
  const { item, value, instrument, instrumentName, instrumentId, inspectorNumber, at } = row;
  const named = { instrument, instrumentName, instrumentId };
  return { item, value: JSON.parse(value) as ReadingValue, ...named, report: reportOf(row), inspectorNumber, at };
}

function reportOf(row: InspectionReading): OutsideReport | null {
  const { reportId, reportNumber, laboratoryId, laboratoryName, laboratoryCma, filedLate, withdrawnAt } = row;
  if (reportId === null) return null;
  invariant(reportNumber && laboratoryId && laboratoryName && laboratoryCma, 'a report has a number and a laboratory');
  const printed = { number: reportNumber, laboratory: laboratoryName, cma: laboratoryCma };
  const late = filedLate === null ? {} : { filedLate: JSON.parse(filedLate) as LateFiling };
  return { id: reportId, laboratoryId, ...printed, ...late, isWithdrawn: withdrawnAt !== null };
}
