import { Get } from '@nestjs/common';
import { Allow } from '../../platform/http/access.js';
import { STAGES, UnitsQueries } from '../units/index.js';
import { ConsolePages } from './console-pages.js';
import { homeTexts as texts } from './home.texts.js';
import { PageController } from './page-controller.js';
import { SetUp } from './set-up.js';
import { type Visit, Visiting } from './visit.js';
import { WorkCards } from './work-cards.js';

/** The first page after signing in: what waits for whoever looks. */
@PageController('console')
export class HomePages {
  constructor(
    private readonly pages: ConsolePages,
    private readonly cards: WorkCards,
    private readonly units: UnitsQueries,
    private readonly setUp: SetUp,
  ) {}

  @Get()
  @Allow('signed-in')
  async home(@Visiting() visit: Visit): Promise<string> {
    const { actor } = visit;
    const tallies = await this.units.tallies(actor);
    const view = {
      cards: await this.cards.of(visit),
      stages: STAGES.map((stage) => ({ stage, count: tallies.get(stage) ?? 0 })),
      setUp: actor.roles.includes('admin') ? await this.setUp.of(actor) : [],
      seesUnits: ['warehouse', 'merchant', 'regulator'].includes(actor.partyKind),
    };
    return this.pages.show(visit, { name: 'home', texts, view });
  }
}
