import { Get, Query } from '@nestjs/common';
import { Allow } from '../../platform/http/access.js';
import { ConsolePages } from './console-pages.js';
import { PageController } from './page-controller.js';
import { StatisticsCharts } from './statistics-charts.js';
import { StatisticsLook, TrendLook } from './statistics-looks.dto.js';
import { statisticsTexts as texts } from './statistics-pages.texts.js';
import { type Visit, Visiting } from './visit.js';

/** What passes, what fails, and how measured values move. */
@PageController('console/statistics')
export class StatisticsPages {
  constructor(
    private readonly pages: ConsolePages,
    private readonly charts: StatisticsCharts,
  ) {}

  @Get()
  @Allow('admin', 'reviewer', 'merchant', 'regulator')
  async overview(@Visiting() visit: Visit, @Query() { lang: _lang, ...where }: StatisticsLook): Promise<string> {
    const view = { ...(await this.charts.overview(visit, where)), where };
    return this.pages.show(visit, { name: 'statistics', texts, view });
  }

  @Get('trend')
  @Allow('admin', 'reviewer', 'merchant', 'regulator')
  async trend(@Visiting() visit: Visit, @Query() { lang: _lang, ...where }: TrendLook): Promise<string> {
    const view = { ...(await this.charts.trend(visit, where)), where };
    return this.pages.show(visit, { name: 'statistics-trend', texts, view });
  }
}
