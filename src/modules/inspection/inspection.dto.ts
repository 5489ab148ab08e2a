import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsDefined,
  IsIn,
  IsInt,
  IsUUID,
  Max,
  Min,
  ValidateNested,
  IsObject,
} from 'class-validator';
import { IsText, MayBeLeftOut } from '../../platform/http/fields.js';
import { PageQuery } from '../../platform/http/paging.js';
import { ReadingReportView } from './outside-readings.dto.js';
import { INSPECTION_STATES, type InspectionState } from './inspection.states.js';
import type { ReadingValue } from './judge-reading.js';

export class ReadingBody {
  /** Code of an item of the plan. */
  @IsText(64)
  item: string;

  /**
   * By `kind`: number {value, unit, uncertainty?}, not-detected {unit, detectionLimit?}, text {text}, boolean {value},
   * enum {value}, map {unit, values, notDetected?}, list {unit, values}, weighings {formula, unit, rows}, defects {defects, sampled?}, plan {rows}, files {files},
   * opinion {verdict, text, files?}. Figures are decimals in quotes. Which kinds an item takes stands in its `kinds`.
   */
  @IsDefined()
  value: unknown;

  /** Code of the instrument in the warehouse's register, as typed or scanned. A measured figure needs one. */
  @MayBeLeftOut()
  @IsText(120)
  instrument?: string;

  /**
   * How many times the item had been read as far as the reader knew (its `readCount`). When somebody else read it since,
   * the reading is refused and nothing is replaced unseen. Left out, it replaces whatever is there.
   */
  @MayBeLeftOut()
  @IsInt()
  @Min(0)
  seen?: number;
}

export class ReadingsBody {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(60)
  // ValidateNested lets a list within the list through unchecked.
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => ReadingBody)
  readings: ReadingBody[];
}

export class WithdrawalBody {
  /** Code of the item. */
  @IsText(64)
  item: string;

  /** Which of its readings, counted from 1 with those that were taken back: the one that counts, and one's own. */
  @IsInt()
  @Min(1)
  reading: number;
}

export class ReviewBody {
  @IsIn(['sign', 'return'])
  decision: 'sign' | 'return';

  /** Needed when it is returned. */
  @MayBeLeftOut()
  @IsText(500)
  reason?: string;
}

/** More than any lot of a warehouse, and less than a column of whole numbers holds. */
const MOST_PACKAGES = 100_000_000;

export class LotCountBody {
  /** How many pieces or packages the lot has: those that are looked at one by one. */
  @IsInt()
  @Min(1)
  @Max(MOST_PACKAGES)
  packages: number;

  /** Needed from an administrator who corrects the count. */
  @MayBeLeftOut()
  @IsText(500)
  reason?: string;
}

export class InspectionsQuery extends PageQuery {
  @MayBeLeftOut()
  @IsUUID()
  unitId?: string;

  @MayBeLeftOut()
  @IsIn(INSPECTION_STATES)
  state?: InspectionState;
}

export class InspectionPlanView {
  id: string;
  version: number;
  categoryVersion: string;
  categoryHash: string;
}

export class InspectionView {
  id: string;
  unitId: string;
  /** inspecting, awaiting-review, signed or broken-off. */
  state: string;
  plan: InspectionPlanView;
  startedAt: string;
  submittedAt: string | null;
  /** Numbers, never names. */
  submitter: string | null;
  /** As submitted; null before. */
  verdict: string | null;
  reviewedAt: string | null;
  reviewer: string | null;
  /** Of the last review: sign or return. */
  decision: string | null;
  reviewReason: string | null;
}

export class InspectionPage {
  items: InspectionView[];
  next: string | null;
}

export class WordsView {
  zh: string;
  en: string;
}

export class CurrentReadingView {
  value: ReadingValue;
  /** Its code in the register; in older readings whatever was typed. */
  instrument: string | null;
  instrumentName: string | null;
  /** Of an outside laboratory; null for what the warehouse read itself. */
  report: ReadingReportView | null;
  inspector: string;
  at: string;
  /** How many times the item was read; the last one counts. */
  times: number;
}

/** A named part of a value: a figure of a map, a field of a label, an organism, a file. */
export class ItemPartView {
  /** The name under which a reading gives it. */
  key: string;
  name: WordsView;
  unit: string | null;
}

/** Accepted with at most `Ac` defective ones, not accepted from `Re` on. */
export class GradeSchemeView {
  grade: string;
  aql: string;
  letter: string | null;
  n: number;
  Ac: number;
  Re: number;
}

export class GradeLimitsView {
  CR: string | null;
  MA: string | null;
  MI: string | null;
}

export class SchemeView {
  /** sample, or none. */
  kind: string;
  /** Why there is none: lot-size, tightened or discontinued. */
  why: string | null;
  /** normal, or full where everything is looked at by decision. */
  severity: string | null;
  letter: string | null;
  n: number | null;
  grades: GradeSchemeView[];
  /** The most that each grade may have: Ac, or the item's own figure; null where there is neither. */
  limits: GradeLimitsView;
  /** Which of the packages 1, 2, 3 … are looked at, as drawn by the log; null where all are. */
  drawn: number[] | null;
}

export class LotSamplingView {
  /** Null while nobody counted. */
  lotSize: number | null;
  /** Counted at the inspection. */
  isStated: boolean;
  isFull: boolean;
  /** Of the merchant's lots when the inspection began: normal, tightened or discontinued. */
  standing: string;
  /** The samples are drawn by the root of the tree of this size: the first that has the entry of the schemes. */
  treeSize: number;
  /** Root hash, base64. */
  root: string;
}

export class InspectionItemView {
  code: string;
  name: WordsView;
  stage: string;
  isMandatory: boolean;
  severity: string;
  valueType: string;
  /** Kinds of value that the item takes, the usual one first. */
  kinds: string[];
  /** Formulas by which the figure may follow from weighings: glaze, net, drained. */
  weighings: string[];
  /** Choices of an enum; what is read is the Chinese text. */
  values: WordsView[] | null;
  parts: ItemPartView[];
  unit: string | null;
  unitSymbol: string;
  /** Its figures are measured: a reading names an instrument that gives figures in the unit. */
  needsInstrument: boolean;
  limit: WordsView;
  /** category or warehouse. */
  limitBy: string;
  method: WordsView | null;
  standard: WordsView | null;
  edition: string | null;
  /** The unit's own attributes say that the item does not apply. */
  isLeftOut: boolean;
  /** How the item of a lot is sampled; null where all is looked at. */
  scheme: SchemeView | null;
  reading: CurrentReadingView | null;
  /** How many times it was read so far, as `seen` of a reading names it. */
  readCount: number;
  /** As submitted, or (before) as it would be now; null when left out. */
  verdict: string | null;
  reason: WordsView | null;
}

export class InspectionPhotoView {
  sha256: string;
  at: string;
}

/** An instrument that was out of calibration as one of the readings that count was taken. */
export class InstrumentGapView {
  instrumentId: string;
  code: string;
  name: string;
  /** expired, none or failed; the worst over its readings. */
  state: string;
  until: string | null;
  certificateNo: string | null;
  /** Codes of the items that it read. */
  items: string[];
  reason: WordsView;
  /** Two people let it through. */
  isCovered: boolean;
}

export class OverrideReasonView {
  zh: string;
  en: string | null;
}

export class OverrideView {
  id: string;
  instrumentCode: string;
  instrumentName: string;
  state: string;
  until: string | null;
  certificateNo: string | null;
  reason: OverrideReasonView;
  /** Numbers, never names. */
  requester: string;
  requestedAt: string;
  /** approve or decline; null while nobody decided. */
  decision: string | null;
  decider: string | null;
  decidedAt: string | null;
}

export class InspectionDetailView extends InspectionView {
  items: InspectionItemView[];
  /** The whole verdict as it would be if it were submitted now; as submitted once it is. */
  preview: string;
  inspectors: string[];
  /** Of a lot with sampled items; null of others. */
  sampling: LotSamplingView | null;
  photos: InspectionPhotoView[];
  gaps: InstrumentGapView[];
  overrides: OverrideView[];
}
