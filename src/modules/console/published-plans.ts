import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { Catalog, CatalogQueries, planOf, type PlanVersion } from '../catalog/index.js';
import { SamplingQueries } from '../sampling/index.js';
import { partyNames } from './party-names.js';
import { planFacts, planRow } from './plan-pages.view.js';
import type { Visit } from './visit.js';

const MOST = 200;

/** Published plans under their categories, newest first. */
@Injectable()
export class PublishedPlans {
  constructor(
    private readonly database: Database,
    private readonly catalog: Catalog,
    private readonly queries: CatalogQueries,
    private readonly sampling: SamplingQueries,
  ) {}

  /** Every category of this server, or one, with the versions that the visitor may see. */
  async of(visit: Visit, categoryId: string | undefined) {
    const categories = this.catalog.categories().map(({ category }) => category);
    const wanted = categoryId === undefined ? categories : categories.filter(({ id }) => id === categoryId);
    const groups = [];
    for (const { id, name } of wanted) groups.push({ id, name, plans: await this.plansOf(visit, id) });
    return groups;
  }

  /** One version, in the words of its category as it was. */
  async one(visit: Visit, id: string) {
    const { actor } = visit;
    const row = await this.queries.plan(actor, id);
    const { category } = await this.catalog.categoryOf(row.categoryHash);
    const isOwn = row.warehouseId === actor.partyId;
    return {
      plan: planFacts(row, category),
      category: { id: category.id, name: category.name },
      warehouse: (await this.warehousesOf(visit, [row])).get(row.warehouseId) ?? '',
      isInForce: (await planOf(this.database.reader, row.warehouseId, row.categoryId))?.id === id,
      reason: isOwn || actor.partyKind === 'regulator' ? row.reason : '',
      streams: await this.streamsOf(visit, row),
      mayPublish: isOwn && actor.roles.includes('admin'),
    };
  }

  /** Where the lots of each merchant stand that the visitor may see. */
  private async streamsOf(visit: Visit, { warehouseId, categoryId }: PlanVersion) {
    const rows = await this.sampling.streams(visit.actor, { warehouseId, categoryId }, { limit: MOST });
    const merchants = rows.map(({ merchantId }) => merchantId);
    const names = await partyNames(this.database.reader, visit, merchants);
    return rows.map((row) => ({ ...row, merchant: names.get(row.merchantId) ?? '' }));
  }

  /** The first version of each warehouse is the one in force. */
  private async plansOf(visit: Visit, categoryId: string) {
    const rows = await this.queries.plans(visit.actor, { categoryId }, { limit: MOST });
    const names = await this.warehousesOf(visit, rows);
    const seen = new Set<string>();
    const plans = [];
    for (const row of rows) {
      const isInForce = !seen.has(row.warehouseId);
      seen.add(row.warehouseId);
      plans.push({ ...planRow(row), isInForce, warehouse: names.get(row.warehouseId) ?? '' });
    }
    return plans;
  }

  /** The names of other parties' warehouses; one's own goes without saying. */
  private warehousesOf(visit: Visit, plans: readonly PlanVersion[]): Promise<ReadonlyMap<string, string>> {
    const ids = plans.map(({ warehouseId }) => warehouseId).filter((id) => id !== visit.actor.partyId);
    return partyNames(this.database.reader, visit, ids);
  }
}
