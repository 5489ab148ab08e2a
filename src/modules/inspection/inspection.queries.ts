import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { LogQueries } from '../../ledger/index.js';
import { Config } from '../../platform/config/config.module.js';
import { Database } from '../../platform/database/database.js';
import type { FindOptions, Reader, Where } from '../../platform/database/sql.js';
import type { PlanItem } from '../catalog/index.js';
import { Unit, unitFor, unitScope } from '../units/index.js';
import { contradictedReports } from './contradicted-reports.rules.js';
import {
  Inspection,
  InspectionPhoto,
  InspectionPlan,
  InspectionReading,
  InspectionSampling,
  InspectionWithdrawal,
} from './inspection.entity.js';
import { refuse } from './inspection.refusals.js';
import type { InspectionDetailView } from './inspection.dto.js';
import { inspectionDetail } from './inspection.view.js';
import { type DoubtfulInstruments, givenOverrides, instrumentsOf } from './instrument-gaps.queries.js';
import { type GivenOverride, objectionsTo } from './instrument-gaps.rules.js';
import type { JudgeContext } from './judge.js';
import { contextOf } from './judge-context.rules.js';
import { type ItemReading, type KeptInspection, latestReadings, schemesOf } from './kept-inspection.js';
import { withdrawnObjections } from './outside-readings.rules.js';

/** Reads of inspections. Each is seen by those who see its unit; for others it does not exist. */
@Injectable()
export class InspectionQueries {
  constructor(
    private readonly database: Database,
    private readonly config: Config,
    private readonly log: LogQueries,
  ) {}

  inspections(viewer: Actor, where: Where<Inspection>, options: FindOptions<Inspection>): Promise<Inspection[]> {
    return this.database.reader.find(Inspection, { ...where, ...unitScope(viewer) }, { orderBy: 'id', ...options });
  }

  inspection(viewer: Actor, id: string): Promise<KeptInspection> {
    return inspectionFor(this.database.reader, viewer, id);
  }

  async detail(viewer: Actor, id: string): Promise<InspectionDetailView> {
    return this.detailOf(await this.inspection(viewer, id));
  }

  /** The same of one that is loaded already. */
  async detailOf(kept: KeptInspection): Promise<InspectionDetailView> {
    const { zone } = this.config;
    const instruments = await instrumentsOf(this.database.reader, kept, zone);
    return inspectionDetail(kept, instruments, judgedWith(kept, zone, instruments), await this.rootOf(kept));
  }

  /** The latest readings with an instrument; whoever asks may see the instrument. */
  readingsWith(instrumentId: string, limit: number): Promise<InspectionReading[]> {
    const latest = { orderBy: 'entry', direction: 'desc', limit } as const;
    return this.database.reader.find(InspectionReading, { instrumentId }, latest);
  }

  /** By which the samples of a lot are drawn; empty where nothing is sampled. */
  private async rootOf({ sampling }: KeptInspection): Promise<string> {
    return sampling ? this.log.rootAt(sampling.entry + 1) : '';
  }

  /** Throws unless a unit that the viewer may see has a photograph of this hash. */
  async checkPhoto(viewer: Actor, sha256: string): Promise<void> {
    const { reader } = this.database;
    const photos = await reader.find(InspectionPhoto, { sha256 });
    const inspections = await reader.find(Inspection, {
      id: photos.map(({ inspectionId }) => inspectionId),
      ...unitScope(viewer),
    });
    if (inspections.length === 0) throw refuse.photoUnknown();
  }
}

/** The inspection with its unit, plan, readings and photographs, when the viewer may see the unit. */
export async function inspectionFor(reader: Reader, viewer: Actor, id: string): Promise<KeptInspection> {
  const inspection = await reader.findOne(Inspection, { id, ...unitScope(viewer) });
  if (!inspection) throw refuse.unknown();
  return keptInspection(reader, inspection, await unitFor(reader, viewer, inspection.unitId));
}

/** The inspection of a unit that is open for readings, with its plan's items; undefined when there is none. */
export async function openInspectionOf(
  reader: Reader,
  viewer: Actor,
  unitId: string,
): Promise<{ readonly id: string; readonly items: readonly PlanItem[] } | undefined> {
  const open = { unitId, state: 'inspecting', ...unitScope(viewer) } as const;
  const inspection = await reader.findOne(Inspection, open, { orderBy: 'id', direction: 'desc' });
  return inspection && { id: inspection.id, items: await planItemsOf(reader, inspection.id) };
}

/** For later modules' own work, which ask themselves who may see it; undefined when there is no such inspection. */
export async function inspectionOf(
  reader: Reader,
  where: { readonly id: string } | { readonly unitId: string; readonly state: Inspection['state'] },
): Promise<KeptInspection | undefined> {
  const inspection = await reader.findOne(Inspection, where, { orderBy: 'id', direction: 'desc' });
  const unit = inspection && (await reader.findOne(Unit, { id: inspection.unitId }));
  return inspection && unit ? keptInspection(reader, inspection, unit) : undefined;
}

/** What the readings are judged by, and which of them do not count; `given` counts beside the overrides on record. */
export async function judgingContext(
  reader: Reader,
  kept: KeptInspection,
  zone: string,
  given: readonly GivenOverride[] = [],
): Promise<JudgeContext> {
  return judgedWith(kept, zone, await instrumentsOf(reader, kept, zone), given);
}

function judgedWith(
  kept: KeptInspection,
  zone: string,
  { gaps, overrides }: DoubtfulInstruments,
  given: readonly GivenOverride[] = [],
): JudgeContext {
  const context = keptContext(kept, zone);
  const objections = {
    ...contradictedReports(kept, context),
    ...objectionsTo(gaps, [...givenOverrides(overrides), ...given]),
    ...withdrawnObjections(kept.latest),
  };
  return { ...context, objections };
}

/** The reading that counts of each item of an inspection; for later modules' own work, which ask who may see it. */
export async function countingReadings(reader: Reader, inspectionId: string): Promise<readonly ItemReading[]> {
  const rows = await reader.find(InspectionReading, { inspectionId }, { orderBy: 'entry' });
  return [...latestReadings(rows).values()];
}

/** SHA-256 of the photographs of a unit, oldest first. */
export async function photosOf(reader: Reader, unitId: string): Promise<readonly string[]> {
  const photos = await reader.find(InspectionPhoto, { unitId }, { orderBy: 'entry' });
  return [...new Set(photos.map(({ sha256 }) => sha256))];
}

async function keptInspection(reader: Reader, inspection: Inspection, unit: Unit): Promise<KeptInspection> {
  const { id: inspectionId } = inspection;
  const items = await planItemsOf(reader, inspectionId);
  const readings = await reader.find(InspectionReading, { inspectionId }, { orderBy: 'entry' });
  const withdrawn = await reader.find(InspectionWithdrawal, { inspectionId }, { orderBy: 'readingEntry' });
  const photos = await reader.find(InspectionPhoto, { inspectionId }, { orderBy: 'entry' });
  const sampling = await reader.findOne(InspectionSampling, { inspectionId });
  return { inspection, unit, items, readings, latest: latestReadings(readings), withdrawn, photos, sampling };
}

/** What the readings of an inspection are judged with. */
export function keptContext(kept: KeptInspection, zone: string): JudgeContext {
  const { startedAt } = kept.inspection;
  return contextOf(kept.unit, { startedAt, zone, schemes: schemesOf(kept) });
}

export async function planItemsOf(reader: Reader, inspectionId: string): Promise<readonly PlanItem[]> {
  const plan = await reader.findOne(InspectionPlan, { inspectionId });
  return plan ? (JSON.parse(plan.items) as readonly PlanItem[]) : [];
}
