import { Module } from '@nestjs/common';
import { ImportChecker } from './import-checker.js';
import { ImportFiles } from './import-files.js';
import { ImportNews } from './import-news.js';
import { ImportRunner } from './import-runner.js';
import { ImportsController } from './imports.controller.js';
import { ImportsQueries } from './imports.queries.js';
import { ImportsService } from './imports.service.js';
import { ImportDrafts } from './import-drafts.js';
import { ImportWork } from './import-work.js';
import { ProblemFiles } from './problem-files.js';
import { ProductSheets } from './products.sheet.js';
import { SheetKinds } from './sheet-kinds.js';

/** Many at once: sheets in and out, by the same rules as single commands. */
@Module({
  controllers: [ImportsController],
  providers: [
    ...[ImportsService, ImportsQueries, ImportChecker, ImportRunner, ImportWork, ImportDrafts],
    ...[ImportFiles, ImportNews, ProblemFiles],
    ...[SheetKinds, ProductSheets],
  ],
  exports: [ImportsQueries],
})
export class ExchangeModule {}
