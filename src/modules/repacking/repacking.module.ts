import { Module } from '@nestjs/common';
import { RepackingController } from './repacking.controller.js';
import { RepackingService } from './repacking.service.js';

@Module({ controllers: [RepackingController], providers: [RepackingService] })
export class RepackingModule {}
