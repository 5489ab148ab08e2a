import type { Day } from '../../kernel/instant.js';
import type { Language } from '../../kernel/language.js';
import type { InspectionReading, ReadingValue } from '../inspection/index.js';
import { type Calibration, kindName, type StandingInstrument } from '../instruments/index.js';
import { shownStanding } from './instrument-standing.rules.js';
import { shownReading } from './shown-reading.rules.js';

/** An instrument as its pages and the readings' forms show it; what is not known is empty. */
export function instrumentSheet({ instrument, standing }: StandingInstrument, today: Day, language: Language) {
  const { id, code, name, kind, calibration, state } = instrument;
  const { shown, daysLeft } = shownStanding(instrument, standing, today);
  return {
    ...{ id, code, name, kind, calibration, shown, daysLeft },
    kindName: kindName(kind)[language],
    isRetired: state === 'retired',
    until: standing.until ?? '',
    certificateNo: standing.certificateNo ?? '',
  };
}

export type InstrumentSheet = ReturnType<typeof instrumentSheet>;

/** The facts that only the instrument's own page shows. */
export function instrumentFacts({ instrument }: StandingInstrument) {
  const { model, serialNo, calibrationReason, registeredAt, retiredAt, retireReason } = instrument;
  return {
    model: model ?? '',
    serialNo: serialNo ?? '',
    calibrationReason: calibrationReason ?? '',
    registeredAt,
    retiredAt: retiredAt ?? '',
    retireReason: retireReason ?? '',
  };
}

export function calibrationRow({ id, certificateNo, calibratedBy, day, due, result, fileHash }: Calibration) {
  return { id, certificateNo, calibratedBy, day, due: due ?? '', result, fileHash: fileHash ?? '' };
}

export function readingRow({ inspectionId, item, value, inspectorNumber, at }: InspectionReading, language: Language) {
  const text = shownReading(JSON.parse(value) as ReadingValue, language, (word) => word);
  return { inspectionId, item, value: text, inspector: inspectorNumber, at };
}
