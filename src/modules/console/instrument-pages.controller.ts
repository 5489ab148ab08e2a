import { Get, Param, ParseUUIDPipe } from '@nestjs/common';
import { Allow } from '../../platform/http/access.js';
import { InspectionQueries } from '../inspection/index.js';
import { INSTRUMENT_KINDS, InstrumentsQueries, isMeasuring, kindName } from '../instruments/index.js';
import { ConsolePages } from './console-pages.js';
import { InstrumentCalendar } from './instrument-calendar.js';
import { calibrationRow, instrumentFacts, instrumentSheet, readingRow } from './instrument-pages.view.js';
import { instrumentTexts as texts } from './instrument-pages.texts.js';
import { byUrgency } from './instrument-standing.rules.js';
import { PageController } from './page-controller.js';
import { ROWS } from './page-queries.dto.js';
import { type Visit, Visiting } from './visit.js';

/** A warehouse has tens of instruments, not thousands: the list is one page, so that what is due stands first. */
const MOST = 500;

/** What is measured with, and when it was calibrated. */
@PageController('console')
export class InstrumentPages {
  constructor(
    private readonly pages: ConsolePages,
    private readonly register: InstrumentsQueries,
    private readonly inspections: InspectionQueries,
    private readonly calendar: InstrumentCalendar,
  ) {}

  @Get('instruments')
  @Allow('inspector', 'reviewer', 'regulator', 'admin')
  async list(@Visiting() visit: Visit): Promise<string> {
    const found = await this.register.instruments(visit.actor, {}, { limit: MOST });
    const today = this.calendar.today();
    const instruments = byUrgency(found.map((each) => instrumentSheet(each, today, visit.language)));
    const view = { instruments, mayRegister: visit.actor.roles.includes('admin') };
    return this.pages.show(visit, { name: 'instruments', texts, view });
  }

  @Get('instruments/new')
  @Allow('admin')
  newOne(@Visiting() visit: Visit): Promise<string> {
    const kinds = INSTRUMENT_KINDS.map((value) => ({ value, label: kindName(value)[visit.language] }));
    return this.pages.show(visit, { name: 'instrument-new', texts, view: { kinds } });
  }

  @Get('instruments/:id')
  @Allow('inspector', 'reviewer', 'regulator', 'admin')
  async one(@Visiting() visit: Visit, @Param('id', ParseUUIDPipe) id: string): Promise<string> {
    const { actor, language } = visit;
    const found = await this.register.instrument(actor, id);
    const readings = await this.inspections.readingsWith(id, ROWS);
    const today = this.calendar.today();
    const isOpen = found.instrument.state === 'in-use';
    const isAdmin = actor.roles.includes('admin');
    const view = {
      instrument: { ...instrumentSheet(found, today, language), ...instrumentFacts(found) },
      calibrations: found.calibrations.map(calibrationRow),
      readings: readings.map((reading) => readingRow(reading, language)),
      today,
      mayCalibrate: isOpen && (isAdmin || actor.roles.includes('reviewer')),
      mayManage: isOpen && isAdmin,
      mayGoWithout: !isMeasuring(found.instrument.kind),
    };
    return this.pages.show(visit, { name: 'instrument', texts, view });
  }
}
