import { Module } from '@nestjs/common';
import { SamplingController } from './sampling.controller.js';
import { SamplingQueries } from './sampling.queries.js';
import { SamplingService } from './sampling.service.js';

@Module({
  controllers: [SamplingController],
  providers: [SamplingService, SamplingQueries],
  exports: [SamplingQueries],
})
export class SamplingModule {}
