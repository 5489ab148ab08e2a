import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsDefined,
  IsIn,
  IsObject,
  IsUUID,
  Matches,
  ValidateNested,
} from 'class-validator';
import type { Quantity } from '../../kernel/quantity.js';
import { IsDay, IsDecimalText, IsText, IsUnit, MayBeLeftOut } from '../../platform/http/fields.js';
import { PageQuery } from '../../platform/http/paging.js';
import { LateFilingView } from '../inspection/index.js';
import { QuantityView } from '../units/index.js';
import { REPORT_STATES, type ReportState, SAMPLE_STATES, type SampleState } from './reports.states.js';

const HASH = /^[0-9a-f]{64}$/;
const ITEM = /^[\w-]{1,64}$/;
const MOST_ITEMS = 60;
const MOST_PHOTOS = 20;

export class SampleMassBody implements Quantity {
  @IsDecimalText()
  value: string;

  @IsUnit()
  unit: string;
}

export class SampleBody {
  @IsUUID()
  laboratoryId: string;

  /** On the seal of the sample; each is used once. */
  @IsText(40)
  sealNo: string;

  /** Of the sample, or of the piece itself. */
  @IsObject()
  @ValidateNested()
  @Type(() => SampleMassBody)
  mass: SampleMassBody;

  /** Codes of items of the open inspection's plan. */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_ITEMS)
  @ArrayUnique()
  @Matches(ITEM, { each: true })
  items: string[];

  /** SHA-256 of photographs of the unit, by which its report's photograph is compared. */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_PHOTOS)
  @ArrayUnique()
  @Matches(HASH, { each: true })
  photos: string[];
}

export class ResultBody {
  /** Code of an item that was asked for. */
  @IsText(64)
  item: string;

  /** As the value of a reading, with the uncertainty where the report gives one. */
  @IsDefined()
  value: unknown;
}

export class ReportBody {
  /** As printed on the report. */
  @IsText(80)
  number: string;

  /** Of the file that was uploaded before. */
  @Matches(HASH)
  fileSha256: string;

  @IsDay()
  issuedOn: string;

  /** As printed on the report. */
  @IsText(40)
  sealNo: string;

  @IsObject()
  @ValidateNested()
  @Type(() => SampleMassBody)
  mass: SampleMassBody;

  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_ITEMS)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => ResultBody)
  results: ResultBody[];

  /** Said by a person who laid the photograph in the report beside those of the unit. */
  @IsBoolean()
  photoFits: boolean;
}

/** Names a sample or an item. */
export class ReportHoldBody {
  /** Why the goods wait for it; seen by the parties concerned, not by the public. */
  @IsText(500)
  reason: string;

  /** The report on this sample. */
  @MayBeLeftOut()
  @IsUUID()
  sampleId?: string;

  /** A report with a result of this item of the warehouse's plan. */
  @MayBeLeftOut()
  @Matches(ITEM)
  item?: string;
}

export class MassToleranceBody {
  /** Of the mass that was sent. Left out: as exactly as the masses are written. */
  @MayBeLeftOut()
  @IsDecimalText()
  percent?: string;

  /** The warehouse's own rule that says so. */
  @IsText(300)
  source: string;

  /** Number of the person who answers for it. */
  @IsText(40)
  by: string;
}

export class SamplesQuery extends PageQuery {
  @MayBeLeftOut()
  @IsUUID()
  unitId?: string;

  @MayBeLeftOut()
  @IsIn(SAMPLE_STATES)
  state?: SampleState;

  /** As a laboratory reads it off the sample that it has in its hands. */
  @MayBeLeftOut()
  @IsText(40)
  sealNo?: string;
}

export class ReportsQuery extends PageQuery {
  @MayBeLeftOut()
  @IsUUID()
  unitId?: string;

  @MayBeLeftOut()
  @IsUUID()
  sampleId?: string;

  @MayBeLeftOut()
  @IsUUID()
  laboratoryId?: string;

  @MayBeLeftOut()
  @IsIn(REPORT_STATES)
  state?: ReportState;
}

export class RetestsQuery {
  /** Results since that day. */
  @MayBeLeftOut()
  @IsDay()
  since?: string;
}

export class SampleLaboratoryView {
  id: string;
  name: string;
  cma: string;
}

export class SampleItemNameView {
  zh: string;
  en: string;
}

export class SampleItemView {
  code: string;
  name: SampleItemNameView;
}

export class SampleView {
  id: string;
  unitId: string;
  unitName: string;
  inspectionId: string;
  laboratory: SampleLaboratoryView;
  /** Null for laboratories, who read them off what they were sent: a report that repeats what it was told proves nothing. */
  sealNo: string | null;
  /** As `sealNo`. */
  mass: QuantityView | null;
  items: SampleItemView[];
  photos: string[];
  /** sent, reported or cancelled. */
  state: string;
  /** Number, never a name. */
  sender: string;
  sentAt: string;
  cancelReason: string | null;
}

export class SamplePage {
  items: SampleView[];
  next: string | null;
}

export class ReportView {
  id: string;
  sampleId: string;
  unitId: string;
  inspectionId: string;
  laboratory: SampleLaboratoryView;
  number: string;
  fileSha256: string;
  issuedOn: string;
  sealNo: string;
  mass: QuantityView;
  /** Codes; the results are readings of the inspection. */
  items: string[];
  /** filed or withdrawn. */
  state: string;
  filer: string;
  filedAt: string;
  /** Null unless the accreditation, within which it is dated, had ended by then. */
  filedLate: LateFilingView | null;
  withdrawer: string | null;
  withdrawReason: string | null;
  withdrawnAt: string | null;
}

export class ReportPage {
  items: ReportView[];
  next: string | null;
}

export class UploadedReportView {
  sha256: string;
  /** By its bytes, whatever it was called. */
  type: string;
  bytes: number;
}

export class MassToleranceView {
  /** Null: as exactly as the masses are written. */
  percent: string | null;
  source: string | null;
  by: string | null;
  setAt: string | null;
}

export class LaboratoryRetestsView {
  laboratoryId: string;
  name: string;
  /** How many pairs disagree, of how many that are decided on both sides. */
  disagreeing: number;
  decided: number;
  /** Pairs that say nothing, and are not in the rate. */
  undecided: number;
}

export class RetestsView {
  since: string;
  laboratories: LaboratoryRetestsView[];
}
