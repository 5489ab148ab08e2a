import { Body, Controller, Get, Header, Param, ParseUUIDPipe, Post, StreamableFile } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { Receipt } from '../../ledger/index.js';
import { Allow, By } from '../../platform/http/access.js';
import { PackingFilesView } from './filming.dto.js';
import { FilmingService } from './filming.service.js';

/** The second mode: the merchant films the packing, the warehouse audits the four files, the merchant ships. */
@Controller('api/v1/units/:id/packing-files')
export class FilmingController {
  constructor(private readonly service: FilmingService) {}

  @Get()
  @Allow('signed-in')
  list(@By() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<PackingFilesView> {
    return this.service.files(actor, id);
  }

  /** The body is the file itself: a picture of at most 8 MiB, or an MP4 of at most 32 MiB. */
  @Post(':kind')
  @Allow('merchant')
  send(
    @By() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('kind') kind: string,
    @Body() file: Buffer,
  ): Promise<Receipt> {
    return this.service.send(actor, id, kind, file);
  }

  @Get(':kind')
  @Header('cache-control', 'private, no-store')
  @Allow('signed-in')
  async one(
    @By() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('kind') kind: string,
  ): Promise<StreamableFile> {
    const { content, mediaType } = await this.service.file(actor, id, kind);
    return new StreamableFile(content, { type: mediaType });
  }
}
