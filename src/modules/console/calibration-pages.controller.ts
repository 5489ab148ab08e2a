import { Get, Param, ParseUUIDPipe } from '@nestjs/common';
import { Allow } from '../../platform/http/access.js';
import { DoubtfulCertificates } from '../certificates/index.js';
import { InstrumentsQueries } from '../instruments/index.js';
import { certificateRow } from './certificate-pages.view.js';
import { ConsolePages } from './console-pages.js';
import { InstrumentCalendar } from './instrument-calendar.js';
import { calibrationRow, instrumentSheet } from './instrument-pages.view.js';
import { instrumentTexts as texts } from './instrument-pages.texts.js';
import { PageController } from './page-controller.js';
import { type Visit, Visiting } from './visit.js';

/** So many certificates are shown; commands reach all. */
const MOST = 500;

/** What a failed calibration puts in doubt. */
@PageController('console/instruments/calibrations')
export class CalibrationPages {
  constructor(
    private readonly pages: ConsolePages,
    private readonly register: InstrumentsQueries,
    private readonly doubtful: DoubtfulCertificates,
    private readonly calendar: InstrumentCalendar,
  ) {}

  @Get(':id')
  @Allow('inspector', 'reviewer', 'regulator', 'admin')
  async one(@Visiting() visit: Visit, @Param('id', ParseUUIDPipe) id: string): Promise<string> {
    const { actor, language } = visit;
    const { calibration, certificates } = await this.doubtful.of(actor, id);
    const found = await this.register.instrument(actor, calibration.instrumentId);
    const view = {
      instrument: instrumentSheet(found, this.calendar.today(), language),
      calibration: calibrationRow(calibration),
      certificates: certificates.slice(0, MOST).map((each) => ({
        ...certificateRow(each),
        isSuspendedForIt: each.suspendedFor === id,
      })),
      total: certificates.length,
      valid: certificates.filter(({ state }) => state === 'valid').length,
      suspendedForIt: certificates.filter((each) => each.state === 'suspended' && each.suspendedFor === id).length,
      mayChange: actor.roles.some((role) => ['reviewer', 'admin'].includes(role)),
    };
    return this.pages.show(visit, { name: 'calibration', texts, view });
  }
}
