import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { Ids } from '../../kernel/ids.js';
import { isDay } from '../../kernel/instant.js';
import { invariant } from '../../kernel/invariant.js';
import { Ledger, type Receipt } from '../../ledger/index.js';
import type { Tx } from '../../platform/database/sql.js';
import {
  inspectionOf,
  type KeptInspection,
  recordOutsideReadings,
  withdrawOutsideReadings,
} from '../inspection/index.js';
import { openHoldsOf } from '../units/index.js';
import { HeldAgainst } from './held-against.js';
import type { ReportBody } from './reports.dto.js';
import type { LabSample } from './reports.entity.js';
import { lapseReport, meetReport, reportedSample } from './report-holds.rules.js';
import { reportFor, sampleFor, standingReports } from './reports.queries.js';
import { fileReport, filedReport, type ReportWish, withdrawReport } from './reports.rules.js';

/** Reports of outside laboratories, whose results count as readings. */
@Injectable()
export class ReportsService {
  constructor(
    private readonly ledger: Ledger,
    private readonly ids: Ids,
    private readonly held: HeldAgainst,
  ) {}

  file(actor: Actor, sampleId: string, body: ReportBody): Promise<Receipt> {
    const wish = wishOf(body);
    return this.ledger.record(actor, async (tx) => {
      const sample = await sampleFor(tx, actor, sampleId);
      const kept = await takingOf(tx, sample);
      const grounds = await this.held.grounds(tx, { sample, kept }, wish);
      const id = this.ids.next();
      const filed = fileReport(actor, id, grounds, wish);
      const report = filedReport(id, grounds, wish.number);
      const results = { report, results: body.results };
      const met = meetReport(await openHoldsOf(tx, sample.unitId), { sampleId, items: wish.items });
      return [...filed, ...recordOutsideReadings(actor, kept, results, this.held.zone), ...met];
    });
  }

  withdraw(actor: Actor, id: string, reason: string): Promise<Receipt> {
    return this.ledger.record(actor, async (tx) => {
      const row = await reportFor(tx, actor, id);
      const sample = await sampleFor(tx, actor, row.sampleId);
      const withdrawn = withdrawReport(actor, row, sample, reason);
      const { laboratoryId, laboratoryName: laboratory, laboratoryCma: cma, number } = row;
      const report = { id, laboratoryId, laboratory, cma, number };
      const kept = await keptOf(tx, row.inspectionId);
      const readings = await withdrawOutsideReadings(tx, actor, { kept, report }, this.held.zone);
      const standing = await standingReports(tx, sample.unitId, id);
      const lapsed = lapseReport(await openHoldsOf(tx, sample.unitId), reportedSample(row), standing);
      return [...withdrawn, ...readings, ...lapsed];
    });
  }
}

/** The unit's open inspection takes the results, though it be a later one than the sample was drawn in. */
async function takingOf(tx: Tx, { unitId, inspectionId }: LabSample): Promise<KeptInspection> {
  return (await inspectionOf(tx, { unitId, state: 'inspecting' })) ?? keptOf(tx, inspectionId);
}

async function keptOf(tx: Tx, id: string): Promise<KeptInspection> {
  const kept = await inspectionOf(tx, { id });
  invariant(kept, 'samples and reports are of an inspection');
  return kept;
}

function wishOf({ results, issuedOn, number, fileSha256, sealNo, mass, photoFits }: ReportBody): ReportWish {
  invariant(isDay(issuedOn), 'the edge has checked that the day exists');
  return { number, fileSha256, sealNo, mass, photoFits, issuedOn, items: results.map(({ item }) => item) };
}
