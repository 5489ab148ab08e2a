import { Body, Controller, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { Receipt } from '../../ledger/index.js';
import { Allow, By } from '../../platform/http/access.js';
import { RepackingBody } from './repacking.dto.js';
import { RepackingService } from './repacking.service.js';

@Controller('api/v1/units')
export class RepackingController {
  constructor(private readonly service: RepackingService) {}

  /** Opens a lot (and others, when several are mixed) and packs it anew: 分装. */
  @Post(':id/repacking')
  @Allow('receiver', 'packer')
  repack(@By() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: RepackingBody): Promise<Receipt> {
    return this.service.repack(actor, id, body);
  }
}
