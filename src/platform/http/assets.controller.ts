import { Controller, Get, Param, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { ASSET_CACHE_CONTROL } from '../pages/assets.js';
import { Pages } from '../pages/pages.js';
import { Allow } from './access.js';
import { refuse } from './http.refusals.js';

@Controller('assets')
export class AssetsController {
  constructor(private readonly pages: Pages) {}

  @Get(':hash/:name')
  @Allow('anyone')
  asset(@Param('hash') hash: string, @Param('name') name: string, @Res() reply: FastifyReply): void {
    const asset = this.pages.assets.lookup(hash, name);
    if (!asset) throw refuse.notFound();
    void reply.header('cache-control', ASSET_CACHE_CONTROL).type(asset.contentType).send(asset.bytes);
  }
}
