import { Body, Controller, Get, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { Receipt } from '../../ledger/index.js';
import { Allow, By } from '../../platform/http/access.js';
import { AcceptanceBody, IntakeExceptionBody, IntakeExceptionView } from './intake-exceptions.dto.js';
import { IntakeExceptions } from './intake-exceptions.service.js';

/** 入库异常: goods that came otherwise than announced, one unit at a time. */
@Controller('api/v1/units/:id/intake-exception')
export class IntakeExceptionsController {
  constructor(private readonly service: IntakeExceptions) {}

  @Get()
  @Allow('signed-in')
  one(@By() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<IntakeExceptionView> {
    return this.service.exception(actor, id);
  }

  @Post()
  @Allow('receiver')
  find(
    @By() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: IntakeExceptionBody,
  ): Promise<Receipt> {
    return this.service.find(actor, id, body);
  }

  @Post('acceptance')
  @Allow('merchant')
  accept(@By() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: AcceptanceBody): Promise<Receipt> {
    return this.service.accept(actor, id, body.acceptance);
  }
}
