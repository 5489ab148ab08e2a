import { Get, Param, ParseUUIDPipe, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Allow } from '../../platform/http/access.js';
import { paged } from '../../platform/http/paging.js';
import { CODE_STYLES, LAYOUTS, LiveQueries } from '../live/index.js';
import { LiveLook } from './catalog-looks.dto.js';
import { ConsolePages } from './console-pages.js';
import { LiveControl } from './live-control.js';
import { liveTexts as texts } from './live-pages.texts.js';
import { PageController } from './page-controller.js';
import { ROWS } from './page-queries.dto.js';
import { type Visit, Visiting } from './visit.js';

/** Live sessions, and the page from which a host changes what is on the screen. */
@PageController('console/live')
export class LivePages {
  constructor(
    private readonly pages: ConsolePages,
    private readonly live: LiveQueries,
    private readonly control: LiveControl,
  ) {}

  @Get()
  @Allow('host', 'merchant', 'admin', 'regulator')
  async list(@Visiting() visit: Visit, @Query() { state, after }: LiveLook): Promise<string> {
    const newest = { direction: 'desc', limit: ROWS + 1, after } as const;
    const rows = await this.live.sessions(visit.actor, state ? { state } : {}, newest);
    const { items, next } = paged(rows, ROWS, ({ id }) => id);
    const view = {
      ...{ sessions: items, next, state: state ?? '', layouts: LAYOUTS, codeStyles: CODE_STYLES },
      mayOpen: visit.actor.roles.includes('host'),
    };
    return this.pages.show(visit, { name: 'live', texts, view });
  }

  @Get(':id')
  @Allow('host', 'merchant', 'admin', 'regulator')
  async one(@Visiting() visit: Visit, @Param('id', ParseUUIDPipe) id: string): Promise<string> {
    const view = await this.control.of(visit, id);
    return this.pages.show(visit, { name: 'live-control', texts, view });
  }

  @Get(':id/photos/:sha256')
  @Allow('host', 'merchant', 'admin', 'regulator')
  async photo(
    @Visiting() visit: Visit,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('sha256') sha256: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const bytes = await this.control.photo(visit, id, sha256);
    void reply.type('image/jpeg').send(Buffer.from(bytes));
  }
}
