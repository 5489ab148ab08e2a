import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Query, StreamableFile } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { isDay } from '../../kernel/instant.js';
import { Receipt } from '../../ledger/index.js';
import { Allow, By } from '../../platform/http/access.js';
import { DEFAULT_LIMIT, paged } from '../../platform/http/paging.js';
import { ReasonBody } from '../identity/index.js';
import { ReportFiles } from './report-files.js';
import { ReportHoldsService } from './report-holds.service.js';
import {
  ReportBody,
  ReportHoldBody,
  ReportPage,
  ReportsQuery,
  ReportView,
  RetestsQuery,
  RetestsView,
} from './reports.dto.js';
import { ReportsQueries } from './reports.queries.js';
import { ReportsService } from './reports.service.js';
import { reportView, retestsView } from './reports.view.js';

@Controller('api/v1')
export class ReportsController {
  constructor(
    private readonly service: ReportsService,
    private readonly files: ReportFiles,
    private readonly queries: ReportsQueries,
    private readonly holds: ReportHoldsService,
  ) {}

  @Get('reports')
  @Allow('signed-in')
  async list(@By() actor: Actor, @Query() query: ReportsQuery): Promise<ReportPage> {
    const { after, limit = DEFAULT_LIMIT, ...where } = query;
    const rows = await this.queries.reports(actor, where, { after, limit: limit + 1 });
    const page = paged(rows, limit, ({ id }) => id);
    return { items: page.items.map(reportView), next: page.next };
  }

  @Get('reports/retests')
  @Allow('inspector', 'reviewer', 'admin', 'regulator')
  async retests(@By() actor: Actor, @Query() { since = '' }: RetestsQuery): Promise<RetestsView> {
    const day = isDay(since) ? since : this.queries.sinceDay();
    return { since: day, laboratories: (await this.queries.retests(actor, day)).map(retestsView) };
  }

  @Get('reports/:id')
  @Allow('signed-in')
  async one(@By() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<ReportView> {
    return reportView(await this.queries.report(actor, id));
  }

  // Never shown as a page of ours: whoever made the file is somebody else.
  @Get('reports/:id/file')
  @Allow('signed-in')
  async file(@By() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<StreamableFile> {
    const { bytes, type } = await this.files.ofReport(actor, id);
    return new StreamableFile(bytes, { type, disposition: `attachment; filename="${id}.${extension(type)}"` });
  }

  @Post('samples/:id/reports')
  @Allow('inspector', 'reviewer', 'laboratory')
  fileReport(@By() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: ReportBody): Promise<Receipt> {
    return this.service.file(actor, id, body);
  }

  /** Released at the unit's holds, once the report counts. */
  @Post('units/:id/report-holds')
  @Allow('receiver', 'inspector', 'reviewer', 'admin')
  hold(@By() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: ReportHoldBody): Promise<Receipt> {
    return this.holds.hold(actor, id, body);
  }

  @Post('reports/:id/withdrawal')
  @Allow('reviewer', 'laboratory')
  withdraw(
    @By() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { reason }: ReasonBody,
  ): Promise<Receipt> {
    return this.service.withdraw(actor, id, reason);
  }
}

function extension(type: string): string {
  return type.split('/')[1] ?? 'bin';
}
