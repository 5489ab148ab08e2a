import { on, type Projection, subjectOf } from '../../ledger/index.js';
import { Calibration, Instrument } from './instruments.entity.js';
import {
  calibrationNeedSet,
  instrumentCalibrated,
  instrumentRegistered,
  instrumentRetired,
} from './instruments.events.js';

const NOT_CALIBRATED = { certificateNo: null, calibratedOn: null, dueOn: null, lastResult: null };

export const instrumentsProjection: Projection = {
  tables: [Instrument, Calibration],
  rules: [
    on(instrumentRegistered, async (tx, event) => {
      const { model = null, serialNo = null, ...facts } = event.contents.public;
      await tx.insert(Instrument, {
        id: subjectOf(event, 'instrument'),
        warehouseId: event.contents.party.warehouseId,
        ...{ ...facts, model, serialNo },
        calibration: 'needed',
        calibrationReason: null,
        ...NOT_CALIBRATED,
        state: 'in-use',
        registeredAt: event.at,
        retiredAt: null,
        retireReason: null,
      });
    }),
    on(instrumentCalibrated, async (tx, event) => {
      const { certificateNo, by, day, due = null, result, fileHash = null } = event.contents.public;
      const id = subjectOf(event, 'instrument');
      await tx.insert(Calibration, {
        id: subjectOf(event, 'calibration'),
        entry: event.index,
        instrumentId: id,
        warehouseId: event.contents.party.warehouseId,
        ...{ certificateNo, day, due, result, fileHash },
        calibratedBy: by,
        recordedAt: event.at,
      });
      const known = await tx.findOne(Instrument, { id });
      if (known && known.calibratedOn !== null && known.calibratedOn > day) return;
      await tx.update(Instrument, { id }, { certificateNo, calibratedOn: day, dueOn: due, lastResult: result });
    }),
    on(calibrationNeedSet, async (tx, event) => {
      const { calibration } = event.contents.public;
      const calibrationReason = event.contents.party.reason;
      await tx.update(Instrument, { id: subjectOf(event, 'instrument') }, { calibration, calibrationReason });
    }),
    on(instrumentRetired, async (tx, event) => {
      const retired = { retiredAt: event.at, retireReason: event.contents.party.reason };
      await tx.update(Instrument, { id: subjectOf(event, 'instrument') }, { state: 'retired', ...retired });
    }),
  ],
};
