import { IsIn } from 'class-validator';
import { MayBeLeftOut } from '../../platform/http/fields.js';
import { IMPORT_KINDS, type ImportKind, SHEET_FORMATS, type SheetFormat } from './exchange.kinds.js';

export class SheetQuery {
  @IsIn(IMPORT_KINDS)
  kind: ImportKind;

  /** csv (UTF-8 with a mark, as Excel expects it) or xlsx; csv when left out. */
  @MayBeLeftOut()
  @IsIn(SHEET_FORMATS)
  format?: SheetFormat;
}
