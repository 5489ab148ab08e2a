import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Language } from '../../kernel/language.js';
import { Allow } from '../../platform/http/access.js';
import { LiveRooms } from './live-rooms.js';
import { LiveQueries } from './live.queries.js';
import { OverlayScreens } from './overlay-screens.js';

/** The overlay: for whoever has its address, which is all that a studio's software can be given. */
@ApiExcludeController()
@Controller('live/:token')
export class OverlayController {
  constructor(
    private readonly queries: LiveQueries,
    private readonly screens: OverlayScreens,
    private readonly rooms: LiveRooms,
  ) {}

  @Get()
  @Allow('anyone')
  async page(@Param('token') token: string, @Query('lang') lang: unknown, @Res() reply: FastifyReply): Promise<void> {
    const screen = await this.queries.requireScreen(token);
    const html = this.screens.page(token, screen, spoken(lang));
    void reply.header('cache-control', 'no-store').type('text/html; charset=utf-8').send(html);
  }

  @Get('events')
  @Allow('anyone')
  async events(
    @Param('token') token: string,
    @Query('lang') lang: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.queries.requireScreen(token);
    this.rooms.join(token, spoken(lang), { request, reply });
  }

  @Get('photos/:sha256')
  @Allow('anyone')
  async photo(
    @Param('token') token: string,
    @Param('sha256') sha256: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const bytes = await this.screens.photo(await this.queries.requireScreen(token), sha256);
    void reply.header('cache-control', 'private, max-age=86400, immutable');
    void reply.type('image/jpeg').send(Buffer.from(bytes));
  }
}

// The audience decides, not the studio's computer, so its Accept-Language is not asked.
function spoken(lang: unknown): Language {
  return lang === 'en' ? 'en' : 'zh';
}
