import { type DynamicModule, Global, Module } from '@nestjs/common';

import { Pages } from './pages.js';

/** Gives every module the `Pages` over one folder of templates. */
@Global()
@Module({})
export class PagesModule {
  static over(folder: string): DynamicModule {
    return {
      module: PagesModule,
      providers: [{ provide: Pages, useFactory: () => new Pages(folder) }],
      exports: [Pages],
    };
  }
}
