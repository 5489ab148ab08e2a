import { Module } from '@nestjs/common';
import { StatisticsController } from './statistics.controller.js';
import { StatisticsQueries } from './statistics.queries.js';

/** How much passes, what fails, and how measured values move: counted from what was signed. */
@Module({
  controllers: [StatisticsController],
  providers: [StatisticsQueries],
  exports: [StatisticsQueries],
})
export class StatisticsModule {}
