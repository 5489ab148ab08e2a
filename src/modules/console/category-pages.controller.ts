import { Get, Param } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { Database } from '../../platform/database/database.js';
import { Allow } from '../../platform/http/access.js';
import { Catalog, planOf } from '../catalog/index.js';
import { categoryTexts as texts } from './category-pages.texts.js';
import { categoryFacts, categoryRow } from './category-pages.view.js';
import { ConsolePages } from './console-pages.js';
import { PageController } from './page-controller.js';
import { type Visit, Visiting } from './visit.js';

/** What each category of goods is tested for: items, limits, standards, label fields. */
@PageController('console/categories')
export class CategoryPages {
  constructor(
    private readonly pages: ConsolePages,
    private readonly catalog: Catalog,
    private readonly database: Database,
  ) {}

  @Get()
  @Allow('signed-in')
  async list(@Visiting() visit: Visit): Promise<string> {
    const categories = [];
    for (const loaded of this.catalog.categories()) {
      categories.push({ ...categoryRow(loaded), plan: await this.planIn(visit.actor, loaded.category.id) });
    }
    const hasPlans = visit.actor.partyKind === 'warehouse';
    return this.pages.show(visit, { name: 'categories', texts, view: { categories, hasPlans } });
  }

  @Get(':id')
  @Allow('signed-in')
  async one(@Visiting() visit: Visit, @Param('id') id: string): Promise<string> {
    const { actor } = visit;
    const category = categoryFacts(this.catalog.category(id));
    const plan = await this.planIn(actor, id);
    const view = { category, plan, isAdmin: actor.roles.includes('admin') };
    return this.pages.show(visit, { name: 'category', texts, view });
  }

  /** The plan that the visitor's own warehouse has in force. */
  private async planIn({ partyKind, partyId }: Actor, categoryId: string) {
    if (partyKind !== 'warehouse') return undefined;
    const plan = await planOf(this.database.reader, partyId, categoryId);
    return plan && { id: plan.id, version: plan.version };
  }
}
