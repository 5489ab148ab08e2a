import { Type } from 'class-transformer';
import {
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsObject,
  IsUUID,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import type { Role } from '../../kernel/actor.js';
import type { Quantity } from '../../kernel/quantity.js';
import { IsText, MayBeLeftOut } from '../../platform/http/fields.js';
import { PageQuery } from '../../platform/http/paging.js';
import {
  type AwaitedReport,
  HAND_HOLD_CODES,
  type HoldCode,
  type HoldCondition,
  RELEASING_ROLES,
  type ReleasingRule,
} from './holds.js';
import { type Stage, STAGES } from './stages.rules.js';

export class UnitsQuery extends PageQuery {
  @MayBeLeftOut()
  @IsIn(STAGES)
  stage?: Stage;

  @MayBeLeftOut()
  @IsUUID()
  consignmentId?: string;
}

export class ReleasingRuleBody implements ReleasingRule {
  /** Whoever has one of them may release. */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayUnique()
  @IsIn(RELEASING_ROLES, { each: true })
  roles: (typeof RELEASING_ROLES)[number][];

  /** Somebody else than who opened the hold. */
  @IsBoolean()
  isOtherPerson: boolean;

  /** What must have happened before. */
  @MayBeLeftOut()
  @IsIn(['inspection-signed'])
  condition?: 'inspection-signed';
}

export class HoldBody {
  /** Left out: `other`. */
  @MayBeLeftOut()
  @IsIn(HAND_HOLD_CODES)
  code?: (typeof HAND_HOLD_CODES)[number];

  /** Why nothing may move; seen by the parties concerned, not by the public. */
  @IsText(500)
  reason: string;

  /** Left out: reviewers and administrators, also who opened it. */
  @MayBeLeftOut()
  @IsObject()
  @ValidateNested()
  @Type(() => ReleasingRuleBody)
  releasing?: ReleasingRuleBody;
}

export class ReleaseBody {
  /** Why it may move again; seen by the parties concerned. */
  @IsText(500)
  reason: string;
}

export class FlowRuleBody {
  /** How many inspections a unit may fail before it goes back for good. Left out: not said. */
  @MayBeLeftOut()
  @IsInt()
  @Min(1)
  @Max(20)
  resubmissionLimit?: number;

  /** The warehouse tests everything itself, also where a category lets merchants film. */
  @MayBeLeftOut()
  @IsBoolean()
  isFilmingRefused?: boolean;

  @IsText(300)
  reason: string;
}

export class FlowRuleView {
  isFilmingRefused: boolean;
  /** Null while the warehouse has not said: then merchants cannot resubmit. */
  resubmissionLimit: number | null;
  reason: string | null;
  setAt: string | null;
}

export class QuantityView implements Quantity {
  value: string;
  unit: string;
}

export class UnitView {
  id: string;
  kind: string;
  name: string;
  categoryId: string;
  productId: string | null;
  warehouseId: string;
  merchantId: string;
  consignmentId: string;
  quantity: QuantityView;
  attributes: object;
  declared: object;
  lotNo: string | null;
  productionDay: string | null;
  isSample: boolean;
  stage: string;
  gates: GatesView;
  isOnHold: boolean;
  /** `warehouse-tests` or `merchant-films`. */
  flow: string;
  /** How many inspections it has failed. */
  tries: number;
  receivedAt: string;
  changedAt: string;
}

export class GatesView {
  inspection: string | null;
  packaging: string | null;
  labelling: string | null;
}

export class UnitPage {
  items: UnitView[];
  next: string | null;
}

/** One of the two. */
export class AwaitedReportView implements AwaitedReport {
  sampleId?: string;
  item?: string;
}

export class ReleasingRuleView implements ReleasingRule {
  roles: Role[];
  isOtherPerson: boolean;
  /** Only people of this party may release. */
  partyId?: string;
  condition?: HoldCondition;
  /** Of the condition `report-filed`. */
  report?: AwaitedReportView;
  isEndedByReturn?: boolean;
}

export class HoldView {
  id: string;
  code: HoldCode;
  reason: string;
  releasing: ReleasingRuleView;
  /** Null while what the rule waits for has not happened; also of rules that wait for nothing. */
  conditionMetAt: string | null;
  openedAt: string;
  releasedAt: string | null;
  releaseReason: string | null;
}

export class UnitDetailView extends UnitView {
  holds: HoldView[];
}
