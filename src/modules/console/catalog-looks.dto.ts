import { Type } from 'class-transformer';
import { IsIn, IsInt, IsString, Matches, MaxLength, Min } from 'class-validator';
import { MayBeLeftOut } from '../../platform/http/fields.js';
import { LookQuery } from './page-queries.dto.js';

const CODE = /^[A-Za-z0-9][A-Za-z0-9._-]{0,79}$/;

export class ProductsLook extends LookQuery {
  @MayBeLeftOut()
  @Matches(CODE)
  categoryId?: string;
}

export class PlansLook extends LookQuery {
  @MayBeLeftOut()
  @IsString()
  @MaxLength(80)
  categoryId?: string;
}

export class PlanFormLook extends LookQuery {
  @Matches(CODE)
  categoryId: string;

  /** With the mandatory items only; otherwise with what the plan in force chose. */
  @MayBeLeftOut()
  @IsIn(['mandatory'])
  start?: 'mandatory';
}

export class LiveLook extends LookQuery {
  @MayBeLeftOut()
  @IsIn(['open', 'ended'])
  state?: 'open' | 'ended';
}

export class LogLook extends LookQuery {
  /** Only entries before this one. */
  @MayBeLeftOut()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  before?: number;
}
