import { Controller, Get, Header, Query, StreamableFile } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { Allow, By } from '../../platform/http/access.js';
import { ExportedSheets } from './exported-sheets.js';
import { SheetQuery } from './exports.dto.js';

/** Sheets to take away. An export can be imported again; cells that look like formulas begin with an apostrophe. */
@Controller('api/v1')
export class ExportsController {
  constructor(private readonly sheets: ExportedSheets) {}

  /** Everything of a kind that the caller may see, as a stream. */
  @Get('exports')
  @Header('cache-control', 'no-store')
  @Allow('merchant', 'receiver', 'inspector', 'reviewer', 'admin', 'regulator')
  everything(@By() actor: Actor, @Query() { kind, format = 'csv' }: SheetQuery): Promise<StreamableFile> {
    return this.sheets.everything(actor, kind, format);
  }

  /** A blank sheet with the header that an import expects. */
  @Get('import-templates')
  @Allow('merchant', 'receiver', 'inspector', 'admin')
  blank(@Query() { kind, format = 'csv' }: SheetQuery): StreamableFile {
    return this.sheets.blank(kind, format);
  }
}
