import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { addDays, Clock, type Day, dayOf, instantAt } from '../../kernel/instant.js';
import { Config } from '../../platform/config/config.module.js';
import { Database } from '../../platform/database/database.js';
import type { FindOptions, Reader, Where } from '../../platform/database/sql.js';
import type { PlanItem } from '../catalog/index.js';
import { inspectionOf, judgedRetests, planItemsOf } from '../inspection/index.js';
import { Party } from '../parties/index.js';
import { type PartyScope, unitScope } from '../units/index.js';
import { reportedSample, type ReportedSample } from './report-holds.rules.js';
import { LabReport, LabSample, SampleRule, UploadedReport } from './reports.entity.js';
import { refuse } from './reports.refusals.js';
import { type RetestTally, retestTallies } from './retest.rules.js';

/** A laboratory with how often others found otherwise. */
export interface RetestedLaboratory extends RetestTally {
  readonly laboratory: Party;
}

/** Reads of samples and reports. Those who see the unit see them, and so does the laboratory that they went to. */
@Injectable()
export class ReportsQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  samples(viewer: Actor, where: Where<LabSample>, options: FindOptions<LabSample>): Promise<LabSample[]> {
    return this.database.reader.find(LabSample, { ...where, ...scopeOf(viewer) }, { orderBy: 'id', ...options });
  }

  sample(viewer: Actor, id: string): Promise<LabSample> {
    return sampleFor(this.database.reader, viewer, id);
  }

  reports(viewer: Actor, where: Where<LabReport>, options: FindOptions<LabReport>): Promise<LabReport[]> {
    return this.database.reader.find(LabReport, { ...where, ...scopeOf(viewer) }, { orderBy: 'id', ...options });
  }

  /** Whether an inspection of the unit is open that takes the results of a report. */
  async isTaken({ unitId }: LabSample): Promise<boolean> {
    return (await inspectionOf(this.database.reader, { unitId, state: 'inspecting' })) !== undefined;
  }

  /** What was asked of a sample, as the inspection's plan has it. */
  async itemsOf({ inspectionId, items }: LabSample): Promise<readonly PlanItem[]> {
    const planned = await planItemsOf(this.database.reader, inspectionId);
    const asked = (JSON.parse(items) as readonly { readonly code: string }[]).map(({ code }) => code);
    return planned.filter(({ code }) => asked.includes(code));
  }

  report(viewer: Actor, id: string): Promise<LabReport> {
    return reportFor(this.database.reader, viewer, id);
  }

  /** What the viewer's own warehouse has decided; undefined where it has decided nothing. */
  rule({ partyId }: Actor): Promise<SampleRule | undefined> {
    return sampleRuleOf(this.database.reader, partyId);
  }

  /** The first day that counts where nobody names one: a year ago. */
  sinceDay(): Day {
    return addDays(dayOf(this.clock.now(), this.config.zone), -365);
  }

  /** Laboratories of which others have read the same item of the same unit since that day, the worst rate first. */
  async retests(viewer: Actor, since: Day): Promise<RetestedLaboratory[]> {
    const { zone } = this.config;
    const { reader } = this.database;
    const own = viewer.partyKind === 'warehouse' ? { warehouseId: viewer.partyId } : {};
    const found = await judgedRetests(reader, { ...own, since: instantAt(since, '00:00', zone), zone });
    const tallies = retestTallies(found);
    const laboratories = await reader.find(Party, { id: [...tallies.keys()] }, { orderBy: 'id' });
    return laboratories
      .flatMap((laboratory) => {
        const tally = tallies.get(laboratory.id);
        return tally ? [{ laboratory, ...tally }] : [];
      })
      .toSorted((a, b) => b.disagreeing * a.decided - a.disagreeing * b.decided);
  }
}

/** The sample when the viewer may see it; otherwise it is as unknown as one that does not exist. */
export async function sampleFor(reader: Reader, viewer: Actor, id: string): Promise<LabSample> {
  const found = await reader.findOne(LabSample, { id, ...scopeOf(viewer) });
  if (!found) throw refuse.sampleUnknown();
  return found;
}

/** Samples of a unit that no report has answered yet. */
export function samplesOut(reader: Reader, unitId: string): Promise<LabSample[]> {
  return reader.find(LabSample, { unitId, state: 'sent' }, { orderBy: 'id' });
}

export async function reportFor(reader: Reader, viewer: Actor, id: string): Promise<LabReport> {
  const found = await reader.findOne(LabReport, { id, ...scopeOf(viewer) });
  if (!found) throw refuse.reportUnknown();
  return found;
}

/** Whether the file came in for that very sample: that it is stored says nothing about whose it is. */
export async function isUploadedFor(reader: Reader, sampleId: string, sha256: string): Promise<boolean> {
  return (await reader.findOne(UploadedReport, { sampleId, sha256 })) !== undefined;
}

/** What the reports of a unit that count say something about; without the one that is being withdrawn. */
export async function standingReports(
  reader: Reader,
  unitId: string,
  withdrawn?: string,
): Promise<readonly ReportedSample[]> {
  const reports = await reader.find(LabReport, { unitId, state: 'filed' }, { orderBy: 'id' });
  return reports.filter(({ id }) => id !== withdrawn).map(reportedSample);
}

export function sampleRuleOf(reader: Reader, warehouseId: string): Promise<SampleRule | undefined> {
  return reader.findOne(SampleRule, { warehouseId });
}

/** Spread it last in a `where`. */
function scopeOf(viewer: Actor): PartyScope & { readonly laboratoryId?: string } {
  return viewer.partyKind === 'laboratory' ? { laboratoryId: viewer.partyId } : unitScope(viewer);
}
