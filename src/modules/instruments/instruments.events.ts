import type { Day } from '../../kernel/instant.js';
import { eventKind, subjectType } from '../../ledger/index.js';
import type { InstrumentKind } from './instrument-kinds.js';

export const instrument = subjectType('instrument');
export const calibration = subjectType('calibration');

export type CalibrationNeed = 'needed' | 'not-needed';
export type CalibrationResult = 'pass' | 'fail';

export const instrumentRegistered = eventKind<{
  public: { code: string; name: string; kind: InstrumentKind; model?: string; serialNo?: string };
  party: { warehouseId: string; accountId: string };
}>('instruments.registered');

export const instrumentCalibrated = eventKind<{
  public: {
    certificateNo: string;
    /** Who calibrated it. */
    by: string;
    /** In the warehouse's zone. */
    day: Day;
    /** The last day on which it counts; a failed calibration has none. */
    due?: Day;
    result: CalibrationResult;
    /** SHA-256 (hex) of the certificate's file. */
    fileHash?: string;
  };
  party: { warehouseId: string; accountId: string };
}>('instruments.calibrated');

/** Whether the instrument needs calibration from now on; only one that gives no figures may go without. */
export const calibrationNeedSet = eventKind<{
  public: { calibration: CalibrationNeed };
  party: { reason: string; accountId: string };
}>('instruments.calibration-need-set');

export const instrumentRetired = eventKind<{
  public: { isRetired: true };
  party: { reason: string; accountId: string };
}>('instruments.retired');
