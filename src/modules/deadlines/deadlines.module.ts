import { Module } from '@nestjs/common';
import { DeadlineNews } from './deadline-news.js';
import { DeadlineController } from './deadlines.controller.js';
import { DeadlineQueries } from './deadlines.queries.js';
import { DeadlineService } from './deadlines.service.js';

/** The clock of every unit, from its intake to its hand-over. */
@Module({
  controllers: [DeadlineController],
  providers: [DeadlineService, DeadlineQueries, DeadlineNews],
  exports: [DeadlineQueries],
})
export class DeadlinesModule {}
