import { Module } from '@nestjs/common';
import { InstrumentsController } from './instruments.controller.js';
import { InstrumentsQueries } from './instruments.queries.js';
import { InstrumentsService } from './instruments.service.js';

@Module({
  controllers: [InstrumentsController],
  providers: [InstrumentsService, InstrumentsQueries],
  exports: [InstrumentsQueries],
})
export class InstrumentsModule {}
