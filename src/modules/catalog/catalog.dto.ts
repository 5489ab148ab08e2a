import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsDefined,
  IsIn,
  IsObject,
  IsUUID,
  Matches,
  ValidateNested,
} from 'class-validator';
import { IsText, MayBeLeftOut } from '../../platform/http/fields.js';
import { PageQuery } from '../../platform/http/paging.js';
import type { Declared, RecordedAttributes } from './catalog.events.js';
import { IsAttributes, IsDeclared } from './goods-fields.js';
import type { OwnLimit, UncertaintyRule } from './plan.js';
import type { Aql, OwnSampling } from './plan-sampling.js';

const UNCERTAINTY_RULES: readonly UncertaintyRule[] = ['reject', 'accept', 'undecided'];
const CODE = /^[A-Za-z0-9][A-Za-z0-9._-]{0,79}$/;

export class OwnLimitBody implements OwnLimit {
  /** Code of an item of the plan. */
  @Matches(CODE)
  item: string;

  /** Decimals as text in the item's unit, by the path of the limit: `value`, `tolerance`, `map.银925`. */
  @IsObject()
  set: Record<string, string>;

  /** The warehouse's own rule. */
  @IsText(200)
  source: string;

  /** The number of the person who answers for it. */
  @IsText(40)
  by: string;
}

/** AQL by grade of defects: 0.40, 0.65, 1.0, 1.5, 2.5, 4.0 or 6.5. A grade left out goes by the item's own limit. */
export class AqlsBody {
  @MayBeLeftOut()
  @IsText(8)
  CR?: Aql;

  @MayBeLeftOut()
  @IsText(8)
  MA?: Aql;

  @MayBeLeftOut()
  @IsText(8)
  MI?: Aql;
}

export class OwnSamplingBody implements OwnSampling {
  /** Code of an item of the plan that counts defects. */
  @Matches(CODE)
  item: string;

  @IsIn(['II'])
  level: 'II';

  @IsDefined()
  @IsObject()
  @ValidateNested()
  @Type(() => AqlsBody)
  aql: AqlsBody;

  /** The warehouse's own rule. */
  @IsText(200)
  source: string;

  /** The number of the person who answers for it. */
  @IsText(40)
  by: string;
}

export class PlanBody {
  @Matches(CODE)
  categoryId: string;

  /** The version that the choice was made for; the one in force when left out. */
  @MayBeLeftOut()
  @IsText(40)
  categoryVersion?: string;

  /** Codes of items beyond the mandatory ones. */
  @IsArray()
  @ArrayMaxSize(200)
  @ArrayUnique()
  @Matches(CODE, { each: true })
  adds: string[];

  @IsArray()
  @ArrayMaxSize(200)
  // ValidateNested lets a list within the list through unchecked.
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => OwnLimitBody)
  limits: OwnLimitBody[];

  /** How lots are sampled by GB/T 2828.1, for items that count defects. */
  @MayBeLeftOut()
  @IsArray()
  @ArrayMaxSize(20)
  // ValidateNested lets a list within the list through unchecked.
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => OwnSamplingBody)
  sampling?: OwnSamplingBody[];

  @MayBeLeftOut()
  @IsIn(UNCERTAINTY_RULES)
  uncertaintyRule?: UncertaintyRule;

  @IsText(500)
  reason: string;
}

export class PlansQuery extends PageQuery {
  @MayBeLeftOut()
  @Matches(CODE)
  categoryId?: string;

  @MayBeLeftOut()
  @IsUUID()
  warehouseId?: string;
}

export class ProductBody {
  /** Whose product; only for staff of the warehouse. */
  @MayBeLeftOut()
  @IsUUID()
  merchantId?: string;

  @IsText(200)
  name: string;

  @Matches(CODE)
  categoryId: string;

  @MayBeLeftOut()
  @IsText(80)
  brand?: string;

  @MayBeLeftOut()
  @IsText(200)
  spec?: string;

  /** What the category records, as far as it is the same for every piece. */
  @IsAttributes()
  attributes: RecordedAttributes;

  @IsDeclared()
  declared: Declared;
}

export class ProductsQuery extends PageQuery {
  @MayBeLeftOut()
  @IsUUID()
  merchantId?: string;

  @MayBeLeftOut()
  @Matches(CODE)
  categoryId?: string;
}
