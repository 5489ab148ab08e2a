import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { Catalog, type Category } from '../catalog/index.js';
import { Party } from '../parties/index.js';
import type { Unit } from '../units/index.js';
import { partyName } from './console-pages.js';
import { unitFacts } from './unit-pages.view.js';
import type { Visit } from './visit.js';

/** What a unit is, in the reader's words. */
@Injectable()
export class UnitFacts {
  constructor(
    private readonly database: Database,
    private readonly catalog: Catalog,
  ) {}

  async of({ language }: Visit, unit: Unit) {
    const merchant = await this.database.reader.findOne(Party, { id: unit.merchantId });
    return unitFacts(unit, this.categoryOf(unit.categoryId), merchant ? partyName(merchant, language) : '');
  }

  /** The category as it is now; undefined when its file is gone. */
  categoryOf(id: string): Category | undefined {
    return this.catalog.categories().find(({ category }) => category.id === id)?.category;
  }
}
