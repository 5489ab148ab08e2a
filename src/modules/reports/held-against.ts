import { Injectable } from '@nestjs/common';
import { Clock, dayOf } from '../../kernel/instant.js';
import { Config } from '../../platform/config/config.module.js';
import type { Tx } from '../../platform/database/sql.js';
import type { KeptInspection } from '../inspection/index.js';
import { type Party, partyOf } from '../parties/index.js';
import { LabReport, type LabSample } from './reports.entity.js';
import { isUploadedFor, sampleRuleOf } from './reports.queries.js';
import { type FilingGrounds, numberKey, type ReportWish } from './reports.rules.js';
import { askedItems } from './reports.view.js';

/** Loads what a report is held against. */
@Injectable()
export class HeldAgainst {
  constructor(
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  /** The warehouse's. */
  get zone(): string {
    return this.config.zone;
  }

  async grounds(
    tx: Tx,
    { sample, kept }: { readonly sample: LabSample; readonly kept: KeptInspection },
    { number, fileSha256 }: Pick<ReportWish, 'number' | 'fileSha256'>,
  ): Promise<FilingGrounds> {
    const { laboratoryId, warehouseId, sentAt } = sample;
    const asked = askedItems(sample).map(({ code }) => code);
    const laboratory = await partyOf(tx, laboratoryId);
    return {
      sample,
      inspectionId: kept.inspection.id,
      laboratory,
      items: kept.items.filter(({ code }) => asked.includes(code)),
      sentOn: dayOf(sentAt, this.zone),
      today: dayOf(this.clock.now(), this.zone),
      massPercent: (await sampleRuleOf(tx, warehouseId))?.massPercent ?? null,
      isUploaded: await isUploadedFor(tx, sample.id, fileSha256),
      sameNumber: await sameNumber(tx, laboratory, numberKey(number)),
      sameFile: await tx.find(LabReport, { fileSha256 }),
    };
  }
}

/** By the laboratory itself, and by its CMA number: one laboratory may stand in the books twice. */
async function sameNumber(tx: Tx, { id, cma }: Party, key: string): Promise<readonly LabReport[]> {
  const own = await tx.find(LabReport, { laboratoryId: id, numberKey: key });
  const twins = cma === null ? [] : await tx.find(LabReport, { laboratoryCma: cma, numberKey: key });
  return [...own, ...twins.filter(({ laboratoryId }) => laboratoryId !== id)];
}
