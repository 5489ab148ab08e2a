import { Controller, Get, Header } from '@nestjs/common';
import { Metrics } from '../metrics/metrics.js';
import { Allow } from './access.js';
import { Readiness } from './readiness.js';

@Controller()
export class HealthController {
  constructor(
    private readonly readiness: Readiness,
    private readonly metrics: Metrics,
  ) {}

  /** The process answers. */
  @Get('healthz')
  @Allow('anyone')
  alive(): { status: 'ok' } {
    return { status: 'ok' };
  }

  /** The process can write; says no more than that to the public. */
  @Get('readyz')
  @Allow('anyone')
  async ready(): Promise<{ status: 'ready' }> {
    await this.readiness.check();
    return { status: 'ready' };
  }

  @Get('metrics')
  @Header('content-type', 'text/plain; version=0.0.4; charset=utf-8')
  @Allow('admin')
  text(): Promise<string> {
    return this.metrics.registry.metrics();
  }
}
