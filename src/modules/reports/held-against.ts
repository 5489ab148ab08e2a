import { Injectable } from '@nestjs/common';
import { Clock, dayOf } from '../../kernel/instant.js';
import { Config } from '../../platform/config/config.module.js';
import type { Tx } from '../../platform/database/sql.js';
import type { KeptInspection } from '../inspection/index.js';
import { partyOf } from '../parties/index.js';
import { LabReport, type LabSample } from './reports.entity.js';
import { sampleRuleOf } from './reports.queries.js';
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
    return {
      sample,
      laboratory: await partyOf(tx, laboratoryId),
      items: kept.items.filter(({ code }) => asked.includes(code)),
      sentOn: dayOf(sentAt, this.zone),
      today: dayOf(this.clock.now(), this.zone),
      massPercent: (await sampleRuleOf(tx, warehouseId))?.massPercent ?? null,
      sameNumber: await tx.find(LabReport, { laboratoryId, numberKey: numberKey(number) }),
      sameFile: await tx.find(LabReport, { fileSha256 }),
    };
  }
}
