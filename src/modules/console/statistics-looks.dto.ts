import { IntersectionType } from '@nestjs/swagger';
import { StatisticsQuery, TrendQuery } from '../statistics/index.js';
import { SpokenLook } from './page-queries.dto.js';

export class StatisticsLook extends IntersectionType(StatisticsQuery, SpokenLook) {}

export class TrendLook extends IntersectionType(TrendQuery, SpokenLook) {}
