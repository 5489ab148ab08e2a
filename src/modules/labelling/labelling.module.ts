import { Module } from '@nestjs/common';
import { LabelSheets } from './label-sheets.js';
import { LabellingController } from './labelling.controller.js';
import { LabellingQueries } from './labelling.queries.js';
import { LabellingService } from './labelling.service.js';

@Module({
  controllers: [LabellingController],
  providers: [LabellingService, LabellingQueries, LabelSheets],
  exports: [LabellingQueries],
})
export class LabellingModule {}
