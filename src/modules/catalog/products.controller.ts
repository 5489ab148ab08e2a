import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { Receipt } from '../../ledger/index.js';
import { Allow, By } from '../../platform/http/access.js';
import { DEFAULT_LIMIT, paged } from '../../platform/http/paging.js';
import { ReasonBody } from '../identity/index.js';
import { ProductBody, ProductsQuery } from './catalog.dto.js';
import { ProductPage, ProductView } from './catalog-views.dto.js';
import { CatalogQueries } from './catalog.queries.js';
import { CatalogService } from './catalog.service.js';
import { productView } from './catalog.view.js';

@Controller('api/v1/products')
export class ProductsController {
  constructor(
    private readonly service: CatalogService,
    private readonly queries: CatalogQueries,
  ) {}

  @Get()
  @Allow('merchant', 'receiver', 'admin')
  async list(@By() actor: Actor, @Query() query: ProductsQuery): Promise<ProductPage> {
    const { after, limit = DEFAULT_LIMIT, ...where } = query;
    const rows = await this.queries.products(actor, where, { after, limit: limit + 1 });
    const page = paged(rows, limit, (row) => row.id);
    return { items: page.items.map(productView), next: page.next };
  }

  @Get(':id')
  @Allow('merchant', 'receiver', 'admin')
  async one(@By() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<ProductView> {
    return productView(await this.queries.product(actor, id));
  }

  /** It is filled into no consignment any more; what was sent by it stays. */
  @Post(':id/withdrawal')
  @Allow('merchant', 'receiver', 'admin')
  withdraw(
    @By() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { reason }: ReasonBody,
  ): Promise<Receipt> {
    return this.service.withdrawProduct(actor, id, reason);
  }

  @Post()
  @Allow('merchant', 'receiver', 'admin')
  register(@By() actor: Actor, @Body() body: ProductBody): Promise<Receipt> {
    return this.service.registerProduct(actor, body);
  }
}
