import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { Ids } from '../../kernel/ids.js';
import { Ledger, type Receipt } from '../../ledger/index.js';
import { planOf } from '../catalog/index.js';
import { unitFor } from '../units/index.js';
import { holdForReport, type ReportHoldWish } from './report-holds.rules.js';
import { LabSample } from './reports.entity.js';
import { standingReports } from './reports.queries.js';

/** Holds that wait for a report of a laboratory. Released like any other: by the route of the unit's holds. */
@Injectable()
export class ReportHoldsService {
  constructor(
    private readonly ledger: Ledger,
    private readonly ids: Ids,
  ) {}

  hold(actor: Actor, unitId: string, wish: ReportHoldWish): Promise<Receipt> {
    return this.ledger.record(actor, async (tx) => {
      const unit = await unitFor(tx, actor, unitId);
      const { sampleId: id } = wish;
      const sample = id === undefined ? undefined : await tx.findOne(LabSample, { id, unitId: unit.id });
      const plan = await planOf(tx, unit.warehouseId, unit.categoryId);
      const planned = plan?.items.map(({ code }) => code) ?? [];
      const standing = await standingReports(tx, unit.id);
      return holdForReport(this.ids.next(), { unit, sample, planned, standing }, wish);
    });
  }
}
