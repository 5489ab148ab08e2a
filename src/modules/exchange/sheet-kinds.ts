import { Injectable } from '@nestjs/common';
import { ConsignmentSheets } from './consignments.sheet.js';
import type { ImportKind } from './exchange.kinds.js';
import { ProductSheets } from './products.sheet.js';
import { ReadingSheets } from './readings.sheet.js';
import type { SheetKind } from './sheet-kind.js';

/** Every kind of sheet, by its name. */
@Injectable()
export class SheetKinds {
  private readonly kinds: Readonly<Record<ImportKind, SheetKind>>;

  constructor(products: ProductSheets, consignments: ConsignmentSheets, readings: ReadingSheets) {
    this.kinds = { products, consignments, readings };
  }

  of(kind: ImportKind): SheetKind {
    return this.kinds[kind];
  }
}
