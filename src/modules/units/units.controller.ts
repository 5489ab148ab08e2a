import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { type Actor } from '../../kernel/actor.js';
import { Receipt } from '../../ledger/index.js';
import { Allow, By } from '../../platform/http/access.js';
import { DEFAULT_LIMIT, paged } from '../../platform/http/paging.js';
import { GenealogyView, genealogyView } from './genealogy.view.js';
import { HoldBody, ReleaseBody, UnitDetailView, UnitPage, UnitsQuery } from './units.dto.js';
import { UnitsQueries } from './units.queries.js';
import { UnitsService } from './units.service.js';
import { holdView, unitView } from './units.view.js';

@Controller('api/v1/units')
export class UnitsController {
  constructor(
    private readonly service: UnitsService,
    private readonly queries: UnitsQueries,
  ) {}

  @Get()
  @Allow('signed-in')
  async list(@By() actor: Actor, @Query() query: UnitsQuery): Promise<UnitPage> {
    const { after, limit = DEFAULT_LIMIT, ...where } = query;
    const page = paged(await this.queries.units(actor, where, { after, limit: limit + 1 }), limit, (unit) => unit.id);
    return { items: page.items.map(unitView), next: page.next };
  }

  @Get(':id')
  @Allow('signed-in')
  async one(@By() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<UnitDetailView> {
    const unit = await this.queries.unit(actor, id);
    const holds = await this.queries.holds(unit.id);
    return { ...unitView(unit), holds: holds.map(holdView) };
  }

  /** Of a lot that was repacked: backward to every source, forward to every lot that came of it. */
  @Get(':id/genealogy')
  @Allow('signed-in')
  async genealogy(@By() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<GenealogyView> {
    return genealogyView(await this.queries.genealogy(actor, id));
  }

  @Post(':id/holds')
  @Allow('receiver', 'inspector', 'reviewer', 'admin')
  hold(@By() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: HoldBody): Promise<Receipt> {
    return this.service.hold(actor, id, body);
  }

  /** Who may, and when, is said by the hold's own rule. */
  @Post(':id/holds/:holdId/release')
  @Allow('receiver', 'inspector', 'reviewer', 'admin', 'regulator')
  release(
    @By() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('holdId', ParseUUIDPipe) holdId: string,
    @Body() body: ReleaseBody,
  ): Promise<Receipt> {
    return this.service.release(actor, id, holdId, body.reason);
  }
}
