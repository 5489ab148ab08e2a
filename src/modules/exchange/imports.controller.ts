import {
  Body,
  Controller,
  Delete,
  Get,
  Header,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Post,
  Query,
  Req,
  Res,
  StreamableFile,
} from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '../../kernel/actor.js';
import { Receipt } from '../../ledger/index.js';
import { Allow, By } from '../../platform/http/access.js';
import { ReasonBody } from '../identity/index.js';
import { refuse } from './exchange.refusals.js';
import { ImportNews } from './import-news.js';
import { ProblemFiles } from './problem-files.js';
import { CommitBody, ImportsView, ImportView, UploadedView, UploadQuery } from './imports.dto.js';
import { ImportsQueries } from './imports.queries.js';
import { ImportsService } from './imports.service.js';

/** Many products, consignments or readings from one file: check, commit, undo. */
@Controller('api/v1/imports')
export class ImportsController {
  constructor(
    private readonly service: ImportsService,
    private readonly queries: ImportsQueries,
    private readonly news: ImportNews,
    private readonly problemFiles: ProblemFiles,
  ) {}

  /** The body is the file itself: CSV or XLSX of at most 64 MiB. It is checked row by row; nothing is recorded yet. */
  @Post()
  @Allow('merchant', 'receiver', 'inspector', 'admin')
  async upload(@By() actor: Actor, @Query() query: UploadQuery, @Req() request: FastifyRequest): Promise<UploadedView> {
    if (request.body !== undefined && request.body !== null) throw refuse.fileExpected();
    const { kind, name = `${kind}.csv` } = query;
    return { id: await this.service.upload(actor, { kind, fileName: name, body: request.raw }) };
  }

  @Get()
  @Allow('merchant', 'receiver', 'inspector', 'admin')
  async list(@By() actor: Actor): Promise<ImportsView> {
    return { items: await this.queries.imports(actor) };
  }

  @Get(':id')
  @Allow('merchant', 'receiver', 'inspector', 'admin')
  one(@By() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<ImportView> {
    return this.queries.one(actor, id);
  }

  /** Server-sent events: `progress` with the import as it is, whenever it has changed; ends when nothing goes on. */
  @Get(':id/events')
  @Allow('merchant', 'receiver', 'inspector', 'admin')
  async events(
    @By() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.queries.one(actor, id);
    this.news.follow(actor, id, { request, reply });
  }

  /** All problems as CSV: those of the check, or afterwards those of single records. */
  @Get(':id/problems.csv')
  @Header('content-disposition', 'attachment; filename="problems.csv"')
  @Allow('merchant', 'receiver', 'inspector', 'admin')
  async problems(@By() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<StreamableFile> {
    return new StreamableFile(await this.problemFiles.of(actor, id), { type: 'text/csv; charset=utf-8' });
  }

  @Post(':id/commit')
  @Allow('merchant', 'receiver', 'inspector', 'admin')
  commit(
    @By() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { leaveOut = false }: CommitBody,
  ): Promise<Receipt> {
    return this.service.commit(actor, id, leaveOut);
  }

  /** Takes back what can be taken back, by commands that are recorded too; nothing is deleted. */
  @Post(':id/undo')
  @Allow('merchant', 'receiver', 'inspector', 'admin')
  undo(@By() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() { reason }: ReasonBody): Promise<Receipt> {
    return this.service.undo(actor, id, reason);
  }

  /** Forgets a file that nothing was recorded of. */
  @Delete(':id')
  @HttpCode(204)
  @Allow('merchant', 'receiver', 'inspector', 'admin')
  discard(@By() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.service.discard(actor, id);
  }
}
