export { Shipment, ShipmentUnit } from './shipping.entity.js';
export { ShippingModule } from './shipping.module.js';
export { shippingProjection } from './shipping.projection.js';
export { ShippingService } from './shipping.service.js';
export { type ShipmentFacts, shipmentOf, ShippingQueries } from './shipping.queries.js';
