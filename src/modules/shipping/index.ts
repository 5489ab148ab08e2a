export { Shipment, ShipmentUnit } from './shipping.entity.js';
export { ShippingModule } from './shipping.module.js';
export { shippingProjection } from './shipping.projection.js';
export { type ShipmentFacts, shipmentOf } from './shipping.queries.js';
