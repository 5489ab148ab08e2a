import { Controller, Get, Param } from '@nestjs/common';
import { Allow } from '../../platform/http/access.js';
import { Catalog } from './catalog.js';
import { CategoryList, CategoryView } from './catalog-views.dto.js';
import { categorySummary, categoryView } from './catalog.view.js';

@Controller('api/v1/categories')
export class CategoriesController {
  constructor(private readonly catalog: Catalog) {}

  @Get()
  @Allow('signed-in')
  list(): CategoryList {
    return { items: this.catalog.categories().map(categorySummary) };
  }

  @Get(':id')
  @Allow('signed-in')
  one(@Param('id') id: string): CategoryView {
    return categoryView(this.catalog.category(id));
  }
}
