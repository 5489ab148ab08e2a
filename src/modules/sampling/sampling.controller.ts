import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { Receipt } from '../../ledger/index.js';
import { Allow, By } from '../../platform/http/access.js';
import { DEFAULT_LIMIT, paged } from '../../platform/http/paging.js';
import { ReasonBody } from '../identity/index.js';
import { StreamPage, StreamsQuery } from './sampling.dto.js';
import { SamplingQueries } from './sampling.queries.js';
import { SamplingService } from './sampling.service.js';

@Controller('api/v1/sampling/streams')
export class SamplingController {
  constructor(
    private readonly service: SamplingService,
    private readonly queries: SamplingQueries,
  ) {}

  @Get()
  @Allow('signed-in')
  async list(@By() actor: Actor, @Query() query: StreamsQuery): Promise<StreamPage> {
    const { after, limit = DEFAULT_LIMIT, ...where } = query;
    const rows = await this.queries.streams(actor, where, { after, limit: limit + 1 });
    const page = paged(rows, limit, ({ id }) => id);
    return { items: [...page.items], next: page.next };
  }

  @Post(':id/resumption')
  @Allow('admin')
  resume(@By() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() { reason }: ReasonBody): Promise<Receipt> {
    return this.service.resume(actor, id, reason);
  }
}
