import { Global, Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { Metrics } from '../metrics/metrics.js';
import { AccessGuard } from './access.guard.js';
import { AssetsController } from './assets.controller.js';
import { HealthController } from './health.controller.js';
import { ProblemFilter } from './problem.filter.js';
import { ProblemPage } from './problem-page.js';
import { Streams } from './streams.js';

@Global()
@Module({
  controllers: [HealthController, AssetsController],
  providers: [Metrics, ProblemFilter, ProblemPage, Streams, { provide: APP_GUARD, useClass: AccessGuard }],
  exports: [Metrics, ProblemFilter, ProblemPage, Streams],
})
export class HttpModule {}
