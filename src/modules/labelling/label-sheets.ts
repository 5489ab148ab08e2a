import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { Clock, dayOf } from '../../kernel/instant.js';
import { Config } from '../../platform/config/config.module.js';
import { Database } from '../../platform/database/database.js';
import { contentOf, printedNumber, requireValidCertificate } from '../certificates/index.js';
import { signedInspectionOf } from '../inspection/index.js';
import { unitFor } from '../units/index.js';
import type { LabelContent } from './label-content.js';
import { labelUrl } from './label-payload.rules.js';
import { renderLabel } from './label-pdf.js';
import { labelQuantity } from './label-quantity.rules.js';
import type { LabelCopy } from './labelling.entity.js';
import { type CopyRange, labelsOf, MOST_COPIES } from './labelling.queries.js';
import { refuse } from './labelling.refusals.js';
import { requireLabeller, requirePublicUrl } from './labelling.rules.js';

/** Makes the files that label printers take. */
@Injectable()
export class LabelSheets {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  /** All copies of the range that are not spoiled, one a page. Nothing is printed without a valid certificate. */
  async pdf(actor: Actor, unitId: string, { from, to }: CopyRange): Promise<Uint8Array> {
    const { reader } = this.database;
    const unit = await unitFor(reader, actor, unitId);
    requireLabeller(actor, unit);
    const certificate = await requireValidCertificate(reader, unit.id);
    const copies = await labelsOf(reader, unit.id);
    const good = copies.filter(({ number, state }) => number >= from && number <= to && state !== 'spoiled');
    if (good.length === 0) throw refuse.nothingToPrint();
    if (good.length > MOST_COPIES) throw refuse.tooManyCopies({ most: MOST_COPIES });
    const certified = contentOf(certificate);
    const items = (await signedInspectionOf(reader, unit.id))?.items ?? [];
    return renderLabel({
      copies: this.printed(good, unit.isSample),
      unitName: unit.name,
      quantityText: labelQuantity(unit, { items, results: certified.results }),
      certificateNumber: printedNumber(certificate.number),
      warehouseName: certified.warehouse.name,
      printedOn: dayOf(this.clock.now(), this.config.zone),
      isSample: unit.isSample,
    });
  }

  private printed(copies: readonly LabelCopy[], isSample: boolean): LabelContent['copies'] {
    const publicUrl = requirePublicUrl(this.config.publicUrl);
    return copies.map(({ number, of, code }) => ({ number, of, code, url: labelUrl(publicUrl, code, isSample) }));
  }
}
