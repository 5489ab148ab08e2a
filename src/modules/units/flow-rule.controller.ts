import { Body, Controller, Get, Put } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { Receipt } from '../../ledger/index.js';
import { Allow, By } from '../../platform/http/access.js';
import { FlowRuleBody, FlowRuleView } from './units.dto.js';
import { UnitsQueries } from './units.queries.js';
import { UnitsService } from './units.service.js';

/** What a warehouse says about the ways aside: its own figure, and none before it has one. */
@Controller('api/v1/flow-rule')
export class FlowRuleController {
  constructor(
    private readonly service: UnitsService,
    private readonly queries: UnitsQueries,
  ) {}

  @Get()
  @Allow('receiver', 'inspector', 'reviewer', 'packer', 'shipper', 'admin')
  async one(@By() actor: Actor): Promise<FlowRuleView> {
    const {
      resubmissionLimit = null,
      isFilmingRefused = false,
      reason = null,
      setAt = null,
    } = (await this.queries.flowRule(actor.partyId)) ?? {};
    return { resubmissionLimit, isFilmingRefused, reason, setAt };
  }

  @Put()
  @Allow('admin')
  set(@By() actor: Actor, @Body() body: FlowRuleBody): Promise<Receipt> {
    return this.service.setFlowRule(actor, body);
  }
}
