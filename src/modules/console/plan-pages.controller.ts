import { Get, Param, ParseUUIDPipe, Query } from '@nestjs/common';
import { Allow } from '../../platform/http/access.js';
import { PlanFormLook, PlansLook } from './catalog-looks.dto.js';
import { ConsolePages } from './console-pages.js';
import { PageController } from './page-controller.js';
import { PlanForms } from './plan-forms.js';
import { planTexts as texts } from './plan-pages.texts.js';
import { PublishedPlans } from './published-plans.js';
import { type Visit, Visiting } from './visit.js';

/** What a warehouse tests of each category: published versions, and the form for the next. */
@PageController('console/plans')
export class PlanPages {
  constructor(
    private readonly pages: ConsolePages,
    private readonly plans: PublishedPlans,
    private readonly forms: PlanForms,
  ) {}

  @Get()
  @Allow('signed-in')
  async list(@Visiting() visit: Visit, @Query() { categoryId }: PlansLook): Promise<string> {
    const view = { categories: await this.plans.of(visit, categoryId), isAdmin: visit.actor.roles.includes('admin') };
    return this.pages.show(visit, { name: 'plans', texts, view });
  }

  @Get('new')
  @Allow('admin')
  async publish(@Visiting() visit: Visit, @Query() { categoryId, start }: PlanFormLook): Promise<string> {
    const view = await this.forms.of(visit.actor, categoryId, start === 'mandatory');
    return this.pages.show(visit, { name: 'plan-new', texts, view });
  }

  @Get(':id')
  @Allow('signed-in')
  async one(@Visiting() visit: Visit, @Param('id', ParseUUIDPipe) id: string): Promise<string> {
    const view = await this.plans.one(visit, id);
    return this.pages.show(visit, { name: 'plan', texts, view });
  }
}
