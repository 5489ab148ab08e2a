import { Module } from '@nestjs/common';
import { DiversionController } from './diversions.controller.js';
import { DiversionQueries } from './diversions.queries.js';
import { DiversionService } from './diversions.service.js';

@Module({ controllers: [DiversionController], providers: [DiversionService, DiversionQueries] })
export class DiversionsModule {}
