import { Module } from '@nestjs/common';
import { InspectionModule } from '../inspection/index.js';
import { IntakeModule } from '../intake/index.js';
import { ImportChecker } from './import-checker.js';
import { ImportFiles } from './import-files.js';
import { ImportNews } from './import-news.js';
import { ImportRunner } from './import-runner.js';
import { ImportsController } from './imports.controller.js';
import { ImportsQueries } from './imports.queries.js';
import { ImportsService } from './imports.service.js';
import { ImportDrafts } from './import-drafts.js';
import { ImportSweep } from './import-sweep.js';
import { ExportedSheets } from './exported-sheets.js';
import { ExportsController } from './exports.controller.js';
import { ImportWork } from './import-work.js';
import { ProblemFiles } from './problem-files.js';
import { ConsignmentSheets } from './consignments.sheet.js';
import { ReadingSheets } from './readings.sheet.js';
import { ProductSheets } from './products.sheet.js';
import { SheetKinds } from './sheet-kinds.js';

/** Many at once: sheets in and out, by the same rules as single commands. */
@Module({
  imports: [InspectionModule, IntakeModule],
  controllers: [ImportsController, ExportsController],
  providers: [
    ...[ImportsService, ImportsQueries, ImportChecker, ImportRunner, ImportWork, ImportDrafts],
    ...[ImportFiles, ImportNews, ProblemFiles, ImportSweep, ExportedSheets],
    ...[SheetKinds, ProductSheets, ConsignmentSheets, ReadingSheets],
  ],
  exports: [ImportsQueries],
})
export class ExchangeModule {}
