import { Injectable } from '@nestjs/common';
import { type Language, say, type Text } from '../../kernel/language.js';
import { fits, InstrumentsQueries } from '../instruments/index.js';
import { InstrumentCalendar } from './instrument-calendar.js';
import { type InstrumentSheet, instrumentSheet } from './instrument-pages.view.js';
import type { ShownStanding } from './instrument-standing.rules.js';
import type { Visit } from './visit.js';

const MOST = 500;

/** What is said of an instrument before it is used; nothing of one that is in calibration. */
const WARNINGS: Readonly<Partial<Record<ShownStanding, Text>>> = {
  failed: { zh: '校准不合格，用它的读数不能判定', en: 'failed its calibration: its readings decide nothing' },
  expired: {
    zh: '校准已于 {until} 过期，用它的读数不能判定',
    en: 'calibration ended on {until}: its readings decide nothing',
  },
  none: { zh: '没有校准，用它的读数不能判定', en: 'not calibrated: its readings decide nothing' },
};

/** An instrument as the form of a reading offers it. */
export interface OfferedInstrument {
  readonly code: string;
  readonly name: string;
  /** Empty when it may be used. */
  readonly warning: string;
}

/** Instruments of one kind of reading: a unit, or `looking` for what gives no figure. */
export interface InstrumentList {
  readonly id: string;
  readonly instruments: readonly OfferedInstrument[];
}

/** The instruments of the warehouse that are in use, as the forms of readings offer them. */
@Injectable()
export class OfferedInstruments {
  constructor(
    private readonly register: InstrumentsQueries,
    private readonly calendar: InstrumentCalendar,
  ) {}

  /** One list for each unit that is measured and one for the rest, and the whole register as `all`. */
  async of(
    { actor, language }: Visit,
    items: readonly { readonly unit: string | null; readonly needsInstrument: boolean }[],
  ): Promise<InstrumentList[]> {
    const found = await this.register.instruments(actor, { state: 'in-use' }, { limit: MOST });
    const today = this.calendar.today();
    const sheets = found
      .map((each) => instrumentSheet(each, today, language))
      .toSorted((a, b) => (a.code < b.code ? -1 : 1));
    const units = new Set(
      items.flatMap(({ unit, needsInstrument }) => (needsInstrument && unit !== null ? [unit] : [])),
    );
    const listOf = (id: string, isOffered: (sheet: InstrumentSheet) => boolean): InstrumentList => ({
      id,
      instruments: sheets.filter(isOffered).map((sheet) => offered(sheet, language)),
    });
    return [listOf('all', () => true), ...[...units].map((unit) => listOf(unit, ({ kind }) => fits(kind, unit)))];
  }
}

function offered({ code, name, shown, until }: InstrumentSheet, language: Language): OfferedInstrument {
  const warning = WARNINGS[shown];
  return { code, name, warning: warning ? say(warning, language, { until }) : '' };
}
