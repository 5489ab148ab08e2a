import { Module } from '@nestjs/common';
import { PartiesController } from './parties.controller.js';
import { PartiesQueries } from './parties.queries.js';
import { PartiesService } from './parties.service.js';
import { ShellAdministration } from './shell-administration.service.js';

@Module({
  controllers: [PartiesController],
  providers: [PartiesService, PartiesQueries, ShellAdministration],
  exports: [PartiesQueries, ShellAdministration],
})
export class PartiesModule {}
