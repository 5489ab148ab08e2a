import { Body, Controller, Get, Header, Param, ParseUUIDPipe, Post, Put, Query, StreamableFile } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { Receipt } from '../../ledger/index.js';
import { Allow, By } from '../../platform/http/access.js';
import { DEFAULT_LIMIT, paged } from '../../platform/http/paging.js';
import { ReasonBody } from '../identity/index.js';
import { ReportFiles } from './report-files.js';
import {
  MassToleranceBody,
  MassToleranceView,
  SampleBody,
  SamplePage,
  SamplesQuery,
  SampleView,
  UploadedReportView,
} from './reports.dto.js';
import { ReportsQueries } from './reports.queries.js';
import { massToleranceView, sampleView } from './reports.view.js';
import { sealOf } from './samples.rules.js';
import { SamplesService } from './samples.service.js';

@Controller('api/v1')
export class SamplesController {
  constructor(
    private readonly service: SamplesService,
    private readonly files: ReportFiles,
    private readonly queries: ReportsQueries,
  ) {}

  @Get('samples')
  @Allow('signed-in')
  async list(@By() actor: Actor, @Query() query: SamplesQuery): Promise<SamplePage> {
    const { after, limit = DEFAULT_LIMIT, sealNo, ...rest } = query;
    const where = sealNo === undefined ? rest : { ...rest, sealNo: sealOf(sealNo) };
    const rows = await this.queries.samples(actor, where, { after, limit: limit + 1 });
    const page = paged(rows, limit, ({ id }) => id);
    return { items: page.items.map((row) => sampleView(actor, row)), next: page.next };
  }

  @Get('samples/mass-tolerance')
  @Allow('inspector', 'reviewer', 'admin')
  async massTolerance(@By() actor: Actor): Promise<MassToleranceView> {
    return massToleranceView(await this.queries.rule(actor));
  }

  @Put('samples/mass-tolerance')
  @Allow('admin')
  setMassTolerance(@By() actor: Actor, @Body() body: MassToleranceBody): Promise<Receipt> {
    return this.service.setMassTolerance(actor, body);
  }

  @Get('samples/:id')
  @Allow('signed-in')
  async one(@By() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<SampleView> {
    return sampleView(actor, await this.queries.sample(actor, id));
  }

  // Its name is its content, so it never changes; private, since only some may see it.
  @Get('samples/:id/photos/:sha256')
  @Header('cache-control', 'private, max-age=31536000, immutable')
  @Allow('signed-in')
  async photo(
    @By() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('sha256') sha256: string,
  ): Promise<StreamableFile> {
    return new StreamableFile(await this.files.ofSample(actor, id, sha256), { type: 'image/jpeg' });
  }

  @Post('units/:id/samples')
  @Allow('inspector', 'reviewer')
  send(@By() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: SampleBody): Promise<Receipt> {
    return this.service.send(actor, id, body);
  }

  @Post('samples/:id/cancellation')
  @Allow('inspector', 'reviewer')
  cancel(@By() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() { reason }: ReasonBody): Promise<Receipt> {
    return this.service.cancel(actor, id, reason);
  }

  /** The body is the file itself: application/pdf, image/jpeg, image/png or image/webp of at most 8 MiB. */
  @Post('samples/:id/files')
  @Allow('inspector', 'reviewer', 'laboratory')
  upload(
    @By() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() file: Buffer,
  ): Promise<UploadedReportView> {
    return this.files.store(actor, id, file);
  }
}
