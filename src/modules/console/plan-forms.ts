import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { Database } from '../../platform/database/database.js';
import { Catalog, planOf } from '../catalog/index.js';
import { chosenIn, NOTHING_CHOSEN } from './plan-forms.rules.js';
import { planFormStages, UNCERTAINTY_RULES } from './plan-pages.view.js';

/** The form for a plan: filled in with what the plan in force chose, or with nothing but the mandatory items. */
@Injectable()
export class PlanForms {
  constructor(
    private readonly catalog: Catalog,
    private readonly database: Database,
  ) {}

  async of(actor: Actor, categoryId: string, isFromMandatory: boolean) {
    const { category } = this.catalog.category(categoryId);
    const inForce = await planOf(this.database.reader, actor.partyId, categoryId);
    const from = isFromMandatory ? undefined : inForce;
    const chosen = from ? chosenIn(from, (await this.catalog.categoryOf(from.categoryHash)).category) : NOTHING_CHOSEN;
    return {
      category: { id: category.id, name: category.name, version: category.version },
      inForce: inForce && { version: inForce.version, categoryVersion: inForce.categoryVersion },
      isFromPlan: from !== undefined,
      stages: planFormStages(category, chosen, actor.number),
      rules: UNCERTAINTY_RULES,
      rule: from?.uncertaintyRule ?? 'undecided',
    };
  }
}
