import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { Database } from '../../platform/database/database.js';
import type { FindOptions, Reader, Where } from '../../platform/database/sql.js';
import { PlanVersion, Product } from './catalog.entity.js';
import { refuse } from './catalog.refusals.js';
import type { Plan, PlanItem, UncertaintyRule } from './plan.js';

/** A plan as it was published: by it an inspection runs, whatever is published later. */
export interface PublishedPlan extends Plan {
  readonly id: string;
  readonly warehouseId: string;
  readonly version: number;
  readonly categoryId: string;
  readonly categoryHash: string;
  readonly publishedAt: string;
}

/** Reads of plans and products. */
@Injectable()
export class CatalogQueries {
  constructor(private readonly database: Database) {}

  /** Published plans, newest first. A warehouse sees its own; what is tested is no secret to others. */
  plans(viewer: Actor, where: Where<PlanVersion>, page: FindOptions<PlanVersion>): Promise<PlanVersion[]> {
    return this.database.reader.find(
      PlanVersion,
      { ...where, ...planScope(viewer) },
      { orderBy: 'id', direction: 'desc', ...page },
    );
  }

  async plan(viewer: Actor, id: string): Promise<PlanVersion> {
    const found = await this.database.reader.findOne(PlanVersion, { id, ...planScope(viewer) });
    if (!found) throw refuse.planUnknown();
    return found;
  }

  /** Products that are not withdrawn. */
  products(viewer: Actor, where: Where<Product>, page: FindOptions<Product>): Promise<Product[]> {
    return this.database.reader.find(
      Product,
      { withdrawnAt: null, ...where, ...productScope(viewer) },
      { orderBy: 'id', ...page },
    );
  }

  /** Ids of the categories that the viewer's products are of. */
  async usedCategories(viewer: Actor): Promise<readonly string[]> {
    const where = viewer.partyKind === 'merchant' ? 'WHERE merchant_id = ?' : '';
    const rows = await this.database.reader.query<{ id: string }>(
      `SELECT DISTINCT category_id AS "id" FROM product ${where} ORDER BY category_id`,
      viewer.partyKind === 'merchant' ? [viewer.partyId] : [],
    );
    return rows.map(({ id }) => id);
  }

  product(viewer: Actor, id: string): Promise<Product> {
    return productFor(this.database.reader, viewer, id);
  }
}

/** The warehouse's plan of a category that is in force: the last one published; undefined when there is none. */
export async function planOf(
  reader: Reader,
  warehouseId: string,
  categoryId: string,
): Promise<PublishedPlan | undefined> {
  const last = { orderBy: 'version', direction: 'desc' } as const;
  const row = await reader.findOne(PlanVersion, { warehouseId, categoryId }, last);
  return row && publishedPlan(row);
}

export function publishedPlan(row: PlanVersion): PublishedPlan {
  const { id, warehouseId, version, categoryId, categoryVersion, categoryHash, publishedAt } = row;
  return {
    id,
    warehouseId,
    version,
    categoryId,
    categoryHash,
    publishedAt,
    category: categoryId,
    categoryVersion,
    uncertaintyRule: row.uncertaintyRule as UncertaintyRule,
    items: JSON.parse(row.items) as PlanItem[],
  };
}

/** The product when the viewer may see it; otherwise it is as unknown as one that does not exist. */
export async function productFor(reader: Reader, viewer: Actor, id: string): Promise<Product> {
  const product = await reader.findOne(Product, { id, ...productScope(viewer) });
  if (!product) throw refuse.productUnknown();
  return product;
}

/** The same, to be filled into a consignment: not once it is withdrawn. */
export async function offeredProduct(reader: Reader, viewer: Actor, id: string): Promise<Product> {
  const product = await productFor(reader, viewer, id);
  if (product.withdrawnAt) throw refuse.productWithdrawn({ name: product.name });
  return product;
}

function planScope(viewer: Actor): Where<PlanVersion> {
  return viewer.partyKind === 'warehouse' ? { warehouseId: viewer.partyId } : {};
}

function productScope(viewer: Actor): Where<Product> {
  switch (viewer.partyKind) {
    case 'warehouse':
    case 'regulator':
      return {};
    case 'merchant':
      return { merchantId: viewer.partyId };
    default:
      return { id: [] };
  }
}
