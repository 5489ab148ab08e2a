import { Module } from '@nestjs/common';
import { IntakeExceptionsController } from './intake-exceptions.controller.js';
import { IntakeExceptions } from './intake-exceptions.service.js';
import { IntakeController } from './intake.controller.js';
import { IntakeQueries } from './intake.queries.js';
import { IntakeService } from './intake.service.js';
import { WarehouseDays } from './warehouse-days.js';

@Module({
  controllers: [IntakeController, IntakeExceptionsController],
  providers: [IntakeService, IntakeExceptions, IntakeQueries, WarehouseDays],
  exports: [IntakeQueries, IntakeService],
})
export class IntakeModule {}
