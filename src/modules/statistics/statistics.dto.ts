import { IsIn, IsUUID, Matches } from 'class-validator';
import type { Day } from '../../kernel/instant.js';
import { IsDay, IsText, MayBeLeftOut } from '../../platform/http/fields.js';
import { GROUPED_BY, type GroupedBy, type StatisticsWhere } from './statistics.queries.js';

const CATEGORY = /^[a-z0-9-]{1,60}$/;

export class StatisticsQuery implements StatisticsWhere {
  @MayBeLeftOut()
  @IsDay()
  from?: Day;

  @MayBeLeftOut()
  @IsDay()
  to?: Day;

  @MayBeLeftOut()
  @Matches(CATEGORY)
  categoryId?: string;

  @MayBeLeftOut()
  @IsUUID()
  merchantId?: string;
}

export class PassRatesQuery extends StatisticsQuery {
  @IsIn(GROUPED_BY)
  by: GroupedBy;
}

export class TrendQuery extends StatisticsQuery {
  @Matches(CATEGORY)
  declare categoryId: string;

  @IsText(40)
  item: string;
}

export class PassRateView {
  of: string;
  passed: number;
  failed: number;
}

export class PassRatesView {
  from: string;
  to: string;
  items: PassRateView[];
}

export class FailureView {
  categoryId: string;
  item: string;
  count: number;
}

export class FailuresView {
  from: string;
  to: string;
  items: FailureView[];
}

export class TrendPointView {
  at: string;
  value: string;
  unit: string | null;
  isDetected: boolean;
}

export class TrendView {
  from: string;
  to: string;
  items: TrendPointView[];
}
