import { Module } from '@nestjs/common';
import { IntakeController } from './intake.controller.js';
import { IntakeQueries } from './intake.queries.js';
import { IntakeService } from './intake.service.js';
import { WarehouseDays } from './warehouse-days.js';

@Module({
  controllers: [IntakeController],
  providers: [IntakeService, IntakeQueries, WarehouseDays],
  exports: [IntakeQueries, IntakeService],
})
export class IntakeModule {}
