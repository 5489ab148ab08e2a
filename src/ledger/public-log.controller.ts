import { Controller, Get, Query, UseInterceptors } from '@nestjs/common';
import { Allow } from '../platform/http/access.js';
import { OpenData } from '../platform/http/open-data.js';
import { CheckpointView, ConsistencyQuery, ConsistencyView, InclusionQuery, InclusionView } from './public-log.dto.js';
import { PublicLogQueries } from './public-log.queries.js';

/** Checkpoint and proofs of the public log as JSON; the entries stand in `verification`, which knows codes. */
@Controller('api/v1/log')
@UseInterceptors(OpenData)
export class PublicLogController {
  constructor(private readonly log: PublicLogQueries) {}

  @Get('checkpoint')
  @Allow('anyone')
  checkpoint(): Promise<CheckpointView> {
    return this.log.checkpoint();
  }

  @Get('proofs/inclusion')
  @Allow('anyone')
  inclusion(@Query() { index, size }: InclusionQuery): Promise<InclusionView> {
    return this.log.inclusion(Number(index), size === undefined ? undefined : Number(size));
  }

  @Get('proofs/consistency')
  @Allow('anyone')
  consistency(@Query() { from, to }: ConsistencyQuery): Promise<ConsistencyView> {
    return this.log.consistency(Number(from), to === undefined ? undefined : Number(to));
  }
}
