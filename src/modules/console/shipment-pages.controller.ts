import { Get, Param, ParseUUIDPipe, Query } from '@nestjs/common';
import { Allow } from '../../platform/http/access.js';
import { paged } from '../../platform/http/paging.js';
import { ShippingQueries } from '../shipping/index.js';
import { UnitsQueries } from '../units/index.js';
import { erasureGrounds } from './erasure-words.js';
import { ConsolePages } from './console-pages.js';
import { PageController } from './page-controller.js';
import { LoadLook, LookQuery, ROWS } from './page-queries.dto.js';
import { shipmentTexts as texts } from './shipment-pages.texts.js';
import { ShipmentLoads } from './shipment-loads.js';
import { unitRow } from './unit-pages.view.js';
import { type Visit, Visiting } from './visit.js';

/** Hand-overs to carriers. */
@PageController('console/shipments')
export class ShipmentPages {
  constructor(
    private readonly pages: ConsolePages,
    private readonly shipments: ShippingQueries,
    private readonly units: UnitsQueries,
    private readonly loads: ShipmentLoads,
  ) {}

  @Get()
  @Allow('signed-in')
  async list(@Visiting() visit: Visit, @Query() { after }: LookQuery): Promise<string> {
    const rows = await this.shipments.shipments(visit.actor, { after, limit: ROWS + 1 });
    const { items, next } = paged(rows, ROWS, ({ id }) => id);
    const view = { shipments: items, next, mayShip: visit.actor.roles.includes('shipper') };
    return this.pages.show(visit, { name: 'shipments', texts, view });
  }

  @Get('new')
  @Allow('shipper')
  async handOver(@Visiting() visit: Visit, @Query() look: LoadLook): Promise<string> {
    return this.pages.show(visit, { name: 'shipment-new', texts, view: await this.loads.of(visit, look) });
  }

  @Get(':id')
  @Allow('signed-in')
  async one(@Visiting() visit: Visit, @Param('id', ParseUUIDPipe) id: string): Promise<string> {
    const { actor } = visit;
    const shipment = await this.shipments.shipment(actor, id);
    const units = await this.units.units(actor, { id: await this.shipments.unitIds(actor, id) }, {});
    const isOwn = shipment.warehouseId === actor.partyId;
    const recipient = isOwn ? [shipment.recipientName, shipment.recipientPhone, shipment.recipientAddress] : [];
    const view = {
      shipment,
      recipient: recipient.filter(Boolean).join(' · '),
      units: units.map(unitRow),
      grounds: erasureGrounds,
    };
    return this.pages.show(visit, { name: 'shipment', texts, view });
  }
}
