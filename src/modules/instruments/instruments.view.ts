import type { CalibrationView, InstrumentView } from './instruments.dto.js';
import type { Calibration } from './instruments.entity.js';
import type { StandingInstrument } from './instruments.queries.js';

export function instrumentView({ instrument, standing }: StandingInstrument): InstrumentView {
  const { certificateNo: _no, calibratedOn: _on, dueOn: _due, lastResult: _result, ...shown } = instrument;
  return { ...shown, standing };
}

export function calibrationView(calibration: Calibration): CalibrationView {
  const { entry: _entry, instrumentId: _instrument, warehouseId: _warehouse, ...shown } = calibration;
  return shown;
}
