import { Get } from '@nestjs/common';
import { Allow } from '../../platform/http/access.js';
import { UnitsQueries } from '../units/index.js';
import { ConsolePages } from './console-pages.js';
import { PageController } from './page-controller.js';
import { type Visit, Visiting } from './visit.js';
import { flowRuleTexts as texts } from './ways-aside.texts.js';

/** What the warehouse says about the ways aside. */
@PageController('console/flow-rule')
export class FlowRulePages {
  constructor(
    private readonly pages: ConsolePages,
    private readonly units: UnitsQueries,
  ) {}

  @Get()
  @Allow('admin')
  async one(@Visiting() visit: Visit): Promise<string> {
    const rule = await this.units.flowRule(visit.actor.partyId);
    return this.pages.show(visit, { name: 'flow-rule', texts, view: { rule } });
  }
}
