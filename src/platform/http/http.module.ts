import { Global, Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { Metrics } from '../metrics/metrics.js';
import { AccessGuard } from './access.guard.js';
import { AssetsController } from './assets.controller.js';
import { HealthController } from './health.controller.js';
import { OpenApi, OpenApiController } from './openapi.controller.js';
import { ProblemFilter } from './problem.filter.js';
import { ProblemPage } from './problem-page.js';
import { Streams } from './streams.js';

@Global()
@Module({
  controllers: [HealthController, AssetsController, OpenApiController],
  providers: [OpenApi, Metrics, ProblemFilter, ProblemPage, Streams, { provide: APP_GUARD, useClass: AccessGuard }],
  exports: [OpenApi, Metrics, ProblemFilter, ProblemPage, Streams],
})
export class HttpModule {}
