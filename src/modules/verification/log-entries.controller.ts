import { Controller, Get, Param, Query, UseInterceptors } from '@nestjs/common';
import { EntryPath, EntryView } from '../../ledger/index.js';
import { Allow } from '../../platform/http/access.js';
import { OpenData } from '../../platform/http/open-data.js';
import { EntryQuery, UnitHistoryView } from './log-entries.dto.js';
import { LogEntries } from './log-entries.queries.js';

/** Entries of the public log as JSON. They are everybody's; what they say in public is for holders of a code. */
@Controller('api/v1/log')
@UseInterceptors(OpenData)
export class LogEntriesController {
  constructor(private readonly entries: LogEntries) {}

  @Get('entries/:index')
  @Allow('anyone')
  entry(@Param() { index }: EntryPath, @Query() { code }: EntryQuery): Promise<EntryView> {
    return this.entries.entry(Number(index), code);
  }

  /** By the unit's id, which stands in its entries, or by a code, which discloses what the public may see. */
  @Get('units/:unit')
  @Allow('anyone')
  history(@Param('unit') unit: string): Promise<UnitHistoryView> {
    return this.entries.history(unit);
  }
}
