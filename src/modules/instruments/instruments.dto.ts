import { IsIn } from 'class-validator';
import { IsDay, IsText, MayBeLeftOut } from '../../platform/http/fields.js';
import { PageQuery } from '../../platform/http/paging.js';
import { INSTRUMENT_KINDS, type InstrumentKind } from './instrument-kinds.js';
import type { CalibrationNeed, CalibrationResult } from './instruments.events.js';

const NEEDS = ['needed', 'not-needed'] as const satisfies readonly CalibrationNeed[];
const RESULTS = ['pass', 'fail'] as const satisfies readonly CalibrationResult[];
export const INSTRUMENT_STATES = ['in-use', 'retired'] as const;

export class InstrumentBody {
  /** Unique in the warehouse for ever, such as `B-03`. */
  @IsText(40)
  code: string;

  @IsText(80)
  name: string;

  @IsIn(INSTRUMENT_KINDS)
  kind: InstrumentKind;

  @MayBeLeftOut()
  @IsText(80)
  model?: string;

  @MayBeLeftOut()
  @IsText(80)
  serialNo?: string;

  /** Left out: needed. Only kinds that give no figures may go without. */
  @MayBeLeftOut()
  @IsIn(NEEDS)
  calibration?: CalibrationNeed;

  /** Needed when it goes without. */
  @MayBeLeftOut()
  @IsText(300)
  calibrationReason?: string;
}

export class CalibrationBody {
  @IsText(80)
  certificateNo: string;

  /** Who calibrated it: a laboratory, or a person. */
  @IsText(120)
  by: string;

  /** In the warehouse's zone. */
  @IsDay()
  day: string;

  /** The last day on which it counts; left out when it failed. */
  @MayBeLeftOut()
  @IsDay()
  due?: string;

  @IsIn(RESULTS)
  result: CalibrationResult;

  /** SHA-256 of the certificate's file, 64 hex digits. */
  @MayBeLeftOut()
  @IsText(64)
  fileHash?: string;
}

export class CalibrationNeedBody {
  @IsIn(NEEDS)
  calibration: CalibrationNeed;

  @IsText(300)
  reason: string;
}

export class RetirementBody {
  @IsText(300)
  reason: string;
}

export class InstrumentsQuery extends PageQuery {
  @MayBeLeftOut()
  @IsIn(INSTRUMENT_STATES)
  state?: (typeof INSTRUMENT_STATES)[number];

  @MayBeLeftOut()
  @IsIn(INSTRUMENT_KINDS)
  kind?: InstrumentKind;

  /** As typed or scanned. */
  @MayBeLeftOut()
  @IsText(40)
  code?: string;
}

export class CalibrationStandingView {
  /** valid, expired, failed, none or not-needed. */
  state: string;
  until: string | null;
  certificateNo: string | null;
}

export class InstrumentView {
  id: string;
  warehouseId: string;
  code: string;
  name: string;
  kind: string;
  model: string | null;
  serialNo: string | null;
  /** needed or not-needed. */
  calibration: string;
  calibrationReason: string | null;
  /** How it stands to its calibrations now. */
  standing: CalibrationStandingView;
  /** in-use or retired. */
  state: string;
  registeredAt: string;
  retiredAt: string | null;
  retireReason: string | null;
}

export class InstrumentPage {
  items: InstrumentView[];
  next: string | null;
}

export class CalibrationView {
  id: string;
  certificateNo: string;
  calibratedBy: string;
  day: string;
  due: string | null;
  result: string;
  fileHash: string | null;
  recordedAt: string;
}

export class InstrumentDetailView extends InstrumentView {
  /** The latest day first. */
  calibrations: CalibrationView[];
}
