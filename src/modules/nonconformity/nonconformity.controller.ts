import { Body, Controller, Get, Header, Param, ParseUUIDPipe, Post, Query, StreamableFile } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { Receipt } from '../../ledger/index.js';
import { Allow, By } from '../../platform/http/access.js';
import { DEFAULT_LIMIT, paged } from '../../platform/http/paging.js';
import {
  ClosingBody,
  DispositionBody,
  NonconformitiesQuery,
  NonconformityBody,
  NonconformityDetailView,
  NonconformityPage,
} from './nonconformity.dto.js';
import { NonconformityQueries } from './nonconformity.queries.js';
import { NonconformityService } from './nonconformity.service.js';
import { nonconformityDetailView, nonconformityView } from './nonconformity.view.js';

@Controller('api/v1/nonconformities')
export class NonconformityController {
  constructor(
    private readonly service: NonconformityService,
    private readonly queries: NonconformityQueries,
  ) {}

  @Get()
  @Allow('signed-in')
  async list(@By() actor: Actor, @Query() query: NonconformitiesQuery): Promise<NonconformityPage> {
    const { after, limit = DEFAULT_LIMIT, ...where } = query;
    const page = paged(await this.queries.records(actor, where, { after, limit: limit + 1 }), limit, ({ id }) => id);
    return { items: page.items.map(nonconformityView), next: page.next };
  }

  @Get(':id')
  @Allow('signed-in')
  async one(@By() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<NonconformityDetailView> {
    return nonconformityDetailView(await this.queries.detail(actor, id));
  }

  @Post()
  @Allow('receiver', 'inspector', 'reviewer', 'packer', 'shipper')
  open(@By() actor: Actor, @Body() body: NonconformityBody): Promise<Receipt> {
    return this.service.open(actor, body);
  }

  @Post(':id/disposition')
  @Allow('reviewer')
  dispose(@By() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: DispositionBody): Promise<Receipt> {
    return this.service.dispose(actor, id, body);
  }

  /** The body is the file itself: image/jpeg, image/png or image/webp of at most 8 MiB. */
  @Post(':id/photos')
  @Allow('receiver', 'inspector', 'reviewer', 'packer', 'shipper')
  addPhoto(@By() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() photo: Buffer): Promise<Receipt> {
    return this.service.addPhoto(actor, id, photo);
  }

  @Get(':id/photos/:sha256')
  @Header('cache-control', 'private, max-age=31536000, immutable')
  @Allow('signed-in')
  async photo(
    @By() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('sha256') sha256: string,
  ): Promise<StreamableFile> {
    return new StreamableFile(await this.queries.photo(actor, id, sha256), { type: 'image/jpeg' });
  }

  @Post(':id/witness')
  @Allow('receiver', 'inspector', 'reviewer', 'packer', 'shipper', 'admin')
  witness(@By() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<Receipt> {
    return this.service.witness(actor, id);
  }

  @Post(':id/closing')
  @Allow('reviewer')
  close(@By() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: ClosingBody): Promise<Receipt> {
    return this.service.close(actor, id, body.note);
  }
}
