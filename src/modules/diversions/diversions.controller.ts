import { Body, Controller, Get, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { ErasureBody, ErasureReceipt, Receipt } from '../../ledger/index.js';
import { Allow, By } from '../../platform/http/access.js';
import { ReasonBody } from '../identity/index.js';
import {
  DepartureView,
  InterceptionBody,
  PickUpBody,
  PickUpOrderBody,
  PickUpView,
  ReinspectionBody,
  ResubmissionBody,
  ReturnBody,
} from './diversions.dto.js';
import { DiversionQueries } from './diversions.queries.js';
import { DiversionService } from './diversions.service.js';

/** The ways aside: sent in again, inspected again, intercepted, picked up, returned. docs/stages.md draws them. */
@Controller('api/v1/units/:id')
export class DiversionController {
  constructor(
    private readonly service: DiversionService,
    private readonly queries: DiversionQueries,
  ) {}

  @Post('resubmission')
  @Allow('merchant')
  resubmit(
    @By() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: ResubmissionBody,
  ): Promise<Receipt> {
    return this.service.resubmit(actor, id, body.remedy);
  }

  @Post('reinspection')
  @Allow('reviewer')
  reinspect(
    @By() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: ReinspectionBody,
  ): Promise<Receipt> {
    return this.service.orderReinspection(actor, id, body.reason);
  }

  @Post('interception')
  @Allow('merchant', 'receiver', 'reviewer', 'shipper', 'admin', 'regulator')
  intercept(
    @By() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: InterceptionBody,
  ): Promise<Receipt> {
    return this.service.intercept(actor, id, body);
  }

  @Post('return')
  @Allow('receiver', 'shipper')
  sendBack(@By() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: ReturnBody): Promise<Receipt> {
    return this.service.sendBack(actor, id, body);
  }

  @Get('pick-up')
  @Allow('signed-in')
  pickUp(@By() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<PickUpView> {
    return this.queries.pickUp(actor, id);
  }

  @Post('pick-up-order')
  @Allow('merchant', 'receiver', 'shipper')
  orderPickUp(
    @By() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: PickUpOrderBody,
  ): Promise<Receipt> {
    return this.service.orderPickUp(actor, id, body.by);
  }

  @Post('pick-up-order/cancellation')
  @Allow('merchant', 'receiver', 'shipper')
  callOffPickUp(
    @By() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: ReasonBody,
  ): Promise<Receipt> {
    return this.service.callOffPickUp(actor, id, body.reason);
  }

  @Post('pick-up')
  @Allow('receiver', 'shipper')
  handOver(@By() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: PickUpBody): Promise<Receipt> {
    return this.service.handOver(actor, id, body);
  }

  @Get('departure')
  @Allow('signed-in')
  departure(@By() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<DepartureView> {
    return this.queries.departure(actor, id);
  }

  @Post('departure/erasure')
  @Allow('admin')
  erase(
    @By() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: ErasureBody,
  ): Promise<ErasureReceipt> {
    return this.service.erase(actor, id, body.ground);
  }
}
