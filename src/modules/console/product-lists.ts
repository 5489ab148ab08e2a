import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { Catalog, CatalogQueries, type Category, type Product } from '../catalog/index.js';
import { partyNames } from './party-names.js';
import { productFacts, productRow } from './product-pages.view.js';
import type { Visit } from './visit.js';

/** Products with the names of their merchants and categories. */
@Injectable()
export class ProductLists {
  constructor(
    private readonly database: Database,
    private readonly catalog: Catalog,
    private readonly queries: CatalogQueries,
  ) {}

  /** The newest first, from after a product on. */
  async newest({ actor }: Visit, of: { readonly categoryId: string | undefined }, page: Page): Promise<Product[]> {
    const { categoryId } = of;
    return this.queries.products(actor, categoryId ? { categoryId } : {}, { direction: 'desc', ...page });
  }

  async rows(visit: Visit, products: readonly Product[]) {
    const names = await this.merchantNames(visit, products);
    return products.map((product) =>
      productRow(product, this.categoryOf(product), names.get(product.merchantId) ?? ''),
    );
  }

  async one(visit: Visit, id: string) {
    const product = await this.queries.product(visit.actor, id);
    const names = await this.merchantNames(visit, [product]);
    return productFacts(product, this.categoryOf(product), names.get(product.merchantId) ?? '');
  }

  private categoryOf({ categoryId }: Product): Category | undefined {
    return this.catalog.categories().find(({ category }) => category.id === categoryId)?.category;
  }

  private merchantNames(visit: Visit, products: readonly Product[]): Promise<ReadonlyMap<string, string>> {
    const ids = products.map(({ merchantId }) => merchantId);
    return partyNames(this.database.reader, visit, ids);
  }
}

interface Page {
  readonly limit: number;
  readonly after: string | undefined;
}
