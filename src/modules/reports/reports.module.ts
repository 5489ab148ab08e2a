import { Module } from '@nestjs/common';
import { HeldAgainst } from './held-against.js';
import { ReportFiles } from './report-files.js';
import { ReportHoldsService } from './report-holds.service.js';
import { ReportsController } from './reports.controller.js';
import { ReportsQueries } from './reports.queries.js';
import { ReportsService } from './reports.service.js';
import { SamplesController } from './samples.controller.js';
import { SamplesService } from './samples.service.js';

@Module({
  controllers: [SamplesController, ReportsController],
  providers: [SamplesService, ReportsService, ReportHoldsService, HeldAgainst, ReportFiles, ReportsQueries],
  exports: [ReportsQueries],
})
export class ReportsModule {}
