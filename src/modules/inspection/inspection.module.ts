import { Module } from '@nestjs/common';
import { InspectionController } from './inspection.controller.js';
import { InspectionQueries } from './inspection.queries.js';
import { InspectionSamples } from './inspection-samples.js';
import { InspectionService } from './inspection.service.js';
import { InstrumentOverrides } from './instrument-override.service.js';
import { PhotosController } from './photos.controller.js';
import { PhotosService } from './photos.service.js';

@Module({
  controllers: [InspectionController, PhotosController],
  providers: [InspectionService, InspectionSamples, InstrumentOverrides, PhotosService, InspectionQueries],
  exports: [InspectionService, InspectionQueries],
})
export class InspectionModule {}
