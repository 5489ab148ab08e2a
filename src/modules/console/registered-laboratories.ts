import { Injectable } from '@nestjs/common';
import type { Day } from '../../kernel/instant.js';
import { ReportedCertificates } from '../certificates/index.js';
import { InspectionQueries } from '../inspection/index.js';
import { PartiesQueries, type Party } from '../parties/index.js';
import { isInScope } from '../reports/index.js';
import { certificateRow } from './certificate-pages.view.js';
import { InstrumentCalendar } from './instrument-calendar.js';
import type { Visit } from './visit.js';

/** A warehouse works with tens of laboratories, not thousands. */
const MOST = 200;

/** Laboratories to choose from, and what the pages about their reports show beside them. */
@Injectable()
export class RegisteredLaboratories {
  constructor(
    private readonly parties: PartiesQueries,
    private readonly inspections: InspectionQueries,
    private readonly reported: ReportedCertificates,
    private readonly calendar: InstrumentCalendar,
  ) {}

  today(): Day {
    return this.calendar.today();
  }

  all({ actor }: Visit): Promise<Party[]> {
    return this.parties.parties(actor, 'laboratory', { after: undefined, limit: MOST });
  }

  async certificatesOf({ actor }: Visit, reportId: string) {
    return (await this.reported.of(actor, reportId)).map(certificateRow);
  }

  /** What a sample of an inspection can be: to whom, for which items, with which photographs. */
  async sending(visit: Visit, inspectionId: string) {
    const { actor, language } = visit;
    const kept = await this.inspections.inspection(actor, inspectionId);
    const detail = await this.inspections.detailOf(kept);
    const today = this.today();
    const open = (await this.all(visit)).filter(
      ({ cmaValidUntil }) => cmaValidUntil !== null && today <= cmaValidUntil,
    );
    const scopes = open.map(({ cmaScope }) => JSON.parse(cmaScope) as readonly string[]);
    const items = detail.items.filter(({ isLeftOut }) => !isLeftOut);
    return {
      unit: { id: kept.unit.id, name: kept.unit.name },
      inspectionId: detail.id,
      laboratories: open.map(({ id, nameZh, cma }) => ({ value: id, label: `${nameZh} · CMA ${cma ?? ''}` })),
      // Items that no laboratory is accredited for cannot be sent to any.
      items: items
        .filter((item) => scopes.some((scope) => isInScope(item, scope)))
        .map(({ code, name, stage, reading }) => ({
          value: code,
          label: `${code} ${name[language]}`,
          isChecked: stage === 'lab' && reading === null,
        })),
      photos: detail.photos.map(({ sha256 }) => sha256),
    };
  }
}
