import { type DynamicModule, Module } from '@nestjs/common';
import { Ids } from '../../kernel/ids.js';
import { Ledger } from '../../ledger/index.js';
import { Blobs } from '../../platform/blobs/blobs.js';
import { Database } from '../../platform/database/database.js';
import { Catalog, openCatalog } from './catalog.js';
import { CatalogQueries } from './catalog.queries.js';
import { CatalogService } from './catalog.service.js';
import { CategoriesController } from './categories.controller.js';
import { PlansController } from './plans.controller.js';
import { ProductsController } from './products.controller.js';

// Global because there is one catalog, made with a folder that only the application knows.
@Module({})
export class CatalogModule {
  /** Reads the categories of a folder before anything may ask for them; a file that is wrong stops the start. */
  static over(folder: string): DynamicModule {
    const catalogProvider = {
      provide: Catalog,
      inject: [Ledger, Database, Blobs, Ids],
      useFactory: (ledger: Ledger, database: Database, blobs: Blobs, ids: Ids) =>
        openCatalog(folder, { ledger, database, blobs, ids }),
    };
    return {
      module: CatalogModule,
      global: true,
      controllers: [CategoriesController, PlansController, ProductsController],
      providers: [catalogProvider, CatalogQueries, CatalogService],
      exports: [Catalog, CatalogQueries, CatalogService],
    };
  }
}
