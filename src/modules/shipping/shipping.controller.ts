import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { ErasureBody, ErasureReceipt, Receipt } from '../../ledger/index.js';
import { Allow, By } from '../../platform/http/access.js';
import { DEFAULT_LIMIT, paged, PageQuery } from '../../platform/http/paging.js';
import { ShipmentBody, ShipmentDetailView, ShipmentPage } from './shipping.dto.js';
import { ShippingQueries } from './shipping.queries.js';
import { ShippingService } from './shipping.service.js';
import { shipmentDetailView, shipmentView } from './shipping.view.js';

@Controller('api/v1/shipments')
export class ShippingController {
  constructor(
    private readonly service: ShippingService,
    private readonly queries: ShippingQueries,
  ) {}

  /** A merchant hands over what it filmed itself. */
  @Post()
  @Allow('shipper', 'merchant')
  handOver(@By() actor: Actor, @Body() body: ShipmentBody): Promise<Receipt> {
    return this.service.handOver(actor, body);
  }

  @Get()
  @Allow('signed-in')
  async list(@By() actor: Actor, @Query() query: PageQuery): Promise<ShipmentPage> {
    const { after, limit = DEFAULT_LIMIT } = query;
    const page = paged(await this.queries.shipments(actor, { after, limit: limit + 1 }), limit, ({ id }) => id);
    return { items: page.items.map(shipmentView), next: page.next };
  }

  @Get(':id')
  @Allow('signed-in')
  async one(@By() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<ShipmentDetailView> {
    const shipment = await this.queries.shipment(actor, id);
    return shipmentDetailView(actor, shipment, await this.queries.unitIds(actor, id));
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
}
