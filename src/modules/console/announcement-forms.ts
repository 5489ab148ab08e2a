import { Injectable } from '@nestjs/common';
import { Catalog, CatalogQueries, declarationOf, recordedOf } from '../catalog/index.js';
import { PartiesQueries } from '../parties/index.js';
import { partyName } from './console-pages.js';
import { type Choice, goodsForm, goodsUnits } from './goods-forms.view.js';
import type { Visit } from './visit.js';

/** What the form for a new consignment offers: parties, categories with their attributes, and a product to begin with. */
@Injectable()
export class AnnouncementForms {
  constructor(
    private readonly catalog: Catalog,
    private readonly products: CatalogQueries,
    private readonly parties: PartiesQueries,
  ) {}

  async of(visit: Visit, productId: string | undefined) {
    const { language } = visit;
    return {
      parties: await this.otherSide(visit),
      otherSide: visit.actor.partyKind === 'merchant' ? 'warehouseId' : 'merchantId',
      categories: this.catalog.categories().map(({ category }) => goodsForm(category, language)),
      units: goodsUnits(language),
      product: productId === undefined ? undefined : await this.productLine(visit, productId),
    };
  }

  /** Merchants for a warehouse, warehouses for a merchant. */
  async otherSide({ actor, language }: Visit): Promise<Choice[]> {
    const kind = actor.partyKind === 'merchant' ? 'warehouse' : 'merchant';
    const parties = await this.parties.parties(actor, kind, { after: undefined, limit: 1_000 });
    return parties.map((party) => ({ value: party.id, label: partyName(party, language) }));
  }

  private async productLine({ actor }: Visit, id: string) {
    const product = await this.products.product(actor, id);
    const { name, categoryId, merchantId } = product;
    return { id, name, categoryId, merchantId, attributes: recordedOf(product), declared: declarationOf(product) };
  }
}
