export {
  type CalibrationStanding,
  type CalibrationState,
  type DoubtfulTime,
  doubtfulTime,
  standingAt,
} from './calibration.rules.js';
export { fits, INSTRUMENT_KINDS, isMeasured, isMeasuring, kindName } from './instrument-kinds.js';
export { Calibration, Instrument } from './instruments.entity.js';
export { InstrumentsModule } from './instruments.module.js';
export { instrumentsProjection } from './instruments.projection.js';
export {
  calibrationFor,
  calibrationsOf,
  instrumentByCode,
  InstrumentsQueries,
  type StandingInstrument,
} from './instruments.queries.js';
export { codeOf, usableInstrument } from './instruments.rules.js';
