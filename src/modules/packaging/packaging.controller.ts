import { Body, Controller, Get, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { Receipt } from '../../ledger/index.js';
import { Allow, By } from '../../platform/http/access.js';
import { PackingBody, PackingView } from './packaging.dto.js';
import { PackagingService } from './packaging.service.js';

@Controller('api/v1/units/:id/packing')
export class PackagingController {
  constructor(private readonly service: PackagingService) {}

  @Post()
  @Allow('packer')
  pack(@By() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: PackingBody): Promise<Receipt> {
    return this.service.pack(actor, id, body);
  }

  @Get()
  @Allow('signed-in')
  packing(@By() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<PackingView> {
    return this.service.packing(actor, id);
  }
}
