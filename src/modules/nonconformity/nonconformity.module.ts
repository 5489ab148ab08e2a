import { Module } from '@nestjs/common';
import { NonconformityController } from './nonconformity.controller.js';
import { NonconformityQueries } from './nonconformity.queries.js';
import { NonconformityService } from './nonconformity.service.js';

@Module({
  controllers: [NonconformityController],
  providers: [NonconformityService, NonconformityQueries],
  exports: [NonconformityQueries],
})
export class NonconformityModule {}
