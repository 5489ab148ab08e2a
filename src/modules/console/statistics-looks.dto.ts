import { IsString, MaxLength } from 'class-validator';
import { MayBeLeftOut } from '../../platform/http/fields.js';
import { StatisticsQuery, TrendQuery } from '../statistics/index.js';

export class StatisticsLook extends StatisticsQuery {
  @MayBeLeftOut()
  @IsString()
  @MaxLength(40)
  lang?: string;
}

export class TrendLook extends TrendQuery {
  @MayBeLeftOut()
  @IsString()
  @MaxLength(40)
  lang?: string;
}
