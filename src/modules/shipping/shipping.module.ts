import { Module } from '@nestjs/common';
import { UnitsModule } from '../units/index.js';
import { ShippingController } from './shipping.controller.js';
import { ShippingQueries } from './shipping.queries.js';
import { ShippingService } from './shipping.service.js';

@Module({
  imports: [UnitsModule],
  controllers: [ShippingController],
  providers: [ShippingService, ShippingQueries],
  exports: [ShippingQueries],
})
export class ShippingModule {}
