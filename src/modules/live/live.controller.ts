import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { Receipt } from '../../ledger/index.js';
import { Config } from '../../platform/config/config.module.js';
import { Allow, By } from '../../platform/http/access.js';
import { DEFAULT_LIMIT, paged } from '../../platform/http/paging.js';
import {
  LivePickView,
  LiveSessionDetailView,
  LiveSessionPage,
  LiveSessionView,
  OverlayAddressView,
  PickBody,
  SessionBody,
  SessionsQuery,
} from './live.dto.js';
import type { LivePick, LiveSession } from './live.entity.js';
import { LiveQueries } from './live.queries.js';
import { LiveService, type WithToken } from './live.service.js';

/** Live rooms and what is on their screens. */
@Controller('api/v1/live-sessions')
export class LiveController {
  constructor(
    private readonly service: LiveService,
    private readonly queries: LiveQueries,
    private readonly config: Config,
  ) {}

  @Get()
  @Allow('host', 'merchant', 'admin', 'regulator')
  async list(@By() actor: Actor, @Query() query: SessionsQuery): Promise<LiveSessionPage> {
    const { after, limit = DEFAULT_LIMIT, ...where } = query;
    const sessions = await this.queries.sessions(actor, where, { after, limit: limit + 1 });
    const page = paged(sessions, limit, (session) => session.id);
    return { items: page.items.map(sessionView), next: page.next };
  }

  @Get(':id')
  @Allow('host', 'merchant', 'admin', 'regulator')
  async one(@By() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<LiveSessionDetailView> {
    const session = await this.queries.session(actor, id);
    const picks = await this.queries.picks(session.id);
    return { ...sessionView(session), picks: picks.map(pickView) };
  }

  @Post()
  @Allow('host')
  async open(@By() actor: Actor, @Body() body: SessionBody): Promise<OverlayAddressView> {
    const { title, layout = 'portrait', codeStyle = 'short' } = body;
    return this.address(await this.service.open(actor, { title, layout, codeStyle }));
  }

  @Post(':id/pick')
  @Allow('host')
  pick(@By() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: PickBody): Promise<Receipt> {
    return this.service.pick(actor, id, body);
  }

  @Post(':id/clear')
  @Allow('host')
  clear(@By() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<Receipt> {
    return this.service.clear(actor, id);
  }

  /** A new address for the overlay; the old one stops working at once. */
  @Post(':id/token')
  @Allow('host')
  async token(@By() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<OverlayAddressView> {
    return this.address(await this.service.replaceToken(actor, id));
  }

  @Post(':id/end')
  @Allow('host')
  end(@By() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<Receipt> {
    return this.service.end(actor, id);
  }

  private address({ receipt, token }: WithToken): OverlayAddressView {
    return { ...receipt, token, overlayUrl: token ? `${this.config.publicUrl ?? ''}/live/${token}` : '' };
  }
}

function sessionView(session: LiveSession): LiveSessionView {
  const { id, title, layout, codeStyle, state, certificateId, openedAt, endedAt } = session;
  return { id, title, layout, codeStyle, state, certificateId, openedAt, endedAt };
}

function pickView({ entry, certificateId, certificateNumber, shownAt, takenDownAt }: LivePick): LivePickView {
  return { entry, certificateId, certificateNumber, shownAt, takenDownAt };
}
