import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Put, Query } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { ErasureBody, ErasureReceipt, Receipt } from '../../ledger/index.js';
import { Allow, By } from '../../platform/http/access.js';
import { DEFAULT_LIMIT, paged } from '../../platform/http/paging.js';
import { NewAccountBody, PartiesQuery, PartyBody, PartyFactsBody, PartyPage, PartyView } from './parties.dto.js';
import { PartiesQueries } from './parties.queries.js';
import { PartiesService } from './parties.service.js';
import { partyView } from './parties.view.js';

@Controller('api/v1/parties')
export class PartiesController {
  constructor(
    private readonly service: PartiesService,
    private readonly queries: PartiesQueries,
  ) {}

  @Get()
  @Allow('signed-in')
  async list(@By() actor: Actor, @Query() query: PartiesQuery): Promise<PartyPage> {
    const { after, limit = DEFAULT_LIMIT, kind } = query;
    const parties = await this.queries.parties(actor, kind, { after, limit: limit + 1 });
    const page = paged(parties, limit, (party) => party.id);
    return { items: page.items.map((party) => partyView(actor, party)), next: page.next };
  }

  @Get(':id')
  @Allow('signed-in')
  async one(@By() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<PartyView> {
    return partyView(actor, await this.queries.party(actor, id));
  }

  @Post()
  @Allow('admin')
  register(@By() actor: Actor, @Body() body: PartyBody): Promise<Receipt> {
    return this.service.register(actor, body);
  }

  @Put(':id')
  @Allow('admin')
  change(@By() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: PartyFactsBody): Promise<Receipt> {
    return this.service.change(actor, id, body);
  }

  @Post(':id/erasure')
  @Allow('admin')
  erase(
    @By() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: ErasureBody,
  ): Promise<ErasureReceipt> {
    return this.service.erase(actor, id, body.ground);
  }

  @Post(':id/accounts')
  @Allow('admin')
  openAccount(
    @By() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: NewAccountBody,
  ): Promise<Receipt> {
    return this.service.openAccount(actor, id, body);
  }
}
