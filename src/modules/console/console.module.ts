import { Module } from '@nestjs/common';
import { PartiesModule } from '../parties/index.js';
import { UnitsModule } from '../units/index.js';
import { AccountPages } from './account-pages.controller.js';
import { ConsolePages } from './console-pages.js';
import { EntryPages } from './entry.controller.js';
import { PartyPages } from './party-pages.controller.js';

@Module({
  imports: [PartiesModule, UnitsModule],
  controllers: [EntryPages, PartyPages, AccountPages],
  providers: [ConsolePages],
})
export class ConsoleModule {}
