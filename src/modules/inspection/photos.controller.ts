import { Body, Controller, Get, Header, Param, ParseUUIDPipe, Post, StreamableFile } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { Receipt } from '../../ledger/index.js';
import { Allow, By } from '../../platform/http/access.js';
import { PhotosService } from './photos.service.js';

@Controller('api/v1')
export class PhotosController {
  constructor(private readonly service: PhotosService) {}

  /** The body is the file itself: image/jpeg, image/png or image/webp of at most 8 MiB. */
  @Post('inspections/:id/photos')
  @Allow('inspector')
  take(@By() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() photo: Buffer): Promise<Receipt> {
    return this.service.take(actor, id, photo);
  }

  // Its name is its content, so it never changes; private, since only some may see it.
  @Get('photos/:sha256')
  @Header('cache-control', 'private, max-age=31536000, immutable')
  @Allow('signed-in')
  async photo(@By() actor: Actor, @Param('sha256') sha256: string): Promise<StreamableFile> {
    return new StreamableFile(await this.service.photo(actor, sha256), { type: 'image/jpeg' });
  }
}
