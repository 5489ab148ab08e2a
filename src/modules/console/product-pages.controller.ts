import { Get, Param, ParseUUIDPipe, Query } from '@nestjs/common';
import { Allow } from '../../platform/http/access.js';
import { paged } from '../../platform/http/paging.js';
import { Catalog } from '../catalog/index.js';
import { AnnouncementForms } from './announcement-forms.js';
import { ProductsLook } from './catalog-looks.dto.js';
import { ConsolePages } from './console-pages.js';
import { goodsForm } from './goods-forms.view.js';
import { PageController } from './page-controller.js';
import { ROWS } from './page-queries.dto.js';
import { ProductLists } from './product-lists.js';
import { productTexts as texts } from './product-pages.texts.js';
import { type Visit, Visiting } from './visit.js';

/** What merchants send in again and again. */
@PageController('console/products')
export class ProductPages {
  constructor(
    private readonly pages: ConsolePages,
    private readonly products: ProductLists,
    private readonly catalog: Catalog,
    private readonly forms: AnnouncementForms,
  ) {}

  @Get()
  @Allow('merchant', 'receiver', 'admin')
  async list(@Visiting() visit: Visit, @Query() { categoryId, after }: ProductsLook): Promise<string> {
    const rows = await this.products.newest(visit, { categoryId }, { limit: ROWS + 1, after });
    const { items, next } = paged(rows, ROWS, ({ id }) => id);
    const view = {
      products: await this.products.rows(visit, items),
      next,
      categoryId: categoryId ?? '',
      categories: this.categories(),
      isWarehouse: visit.actor.partyKind === 'warehouse',
    };
    return this.pages.show(visit, { name: 'products', texts, view });
  }

  @Get('new')
  @Allow('merchant', 'receiver', 'admin')
  async register(@Visiting() visit: Visit, @Query() { categoryId }: ProductsLook): Promise<string> {
    const { actor, language } = visit;
    const categories = this.categories();
    const chosen = categoryId ?? categories[0]?.id ?? '';
    const merchants = actor.partyKind === 'merchant' ? [] : await this.forms.otherSide(visit);
    const view = {
      categories,
      merchants,
      needsMerchant: actor.partyKind !== 'merchant',
      category: goodsForm(this.catalog.category(chosen).category, language),
    };
    return this.pages.show(visit, { name: 'product-new', texts, view });
  }

  @Get(':id')
  @Allow('merchant', 'receiver', 'admin')
  async one(@Visiting() visit: Visit, @Param('id', ParseUUIDPipe) id: string): Promise<string> {
    const maySend = visit.actor.roles.some((role) => role === 'merchant' || role === 'receiver');
    const view = { product: await this.products.one(visit, id), maySend };
    return this.pages.show(visit, { name: 'product', texts, view });
  }

  private categories() {
    return this.catalog.categories().map(({ category: { id, name } }) => ({ id, name }));
  }
}
