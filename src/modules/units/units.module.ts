import { Module } from '@nestjs/common';
import { FlowRuleController } from './flow-rule.controller.js';
import { UnitsController } from './units.controller.js';
import { UnitsQueries } from './units.queries.js';
import { UnitsService } from './units.service.js';

@Module({
  controllers: [UnitsController, FlowRuleController],
  providers: [UnitsService, UnitsQueries],
  exports: [UnitsQueries],
})
export class UnitsModule {}
