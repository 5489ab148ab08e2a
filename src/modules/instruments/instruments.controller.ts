import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { Receipt } from '../../ledger/index.js';
import { Allow, By } from '../../platform/http/access.js';
import { DEFAULT_LIMIT, paged } from '../../platform/http/paging.js';
import {
  CalibrationBody,
  CalibrationNeedBody,
  InstrumentBody,
  InstrumentDetailView,
  InstrumentPage,
  InstrumentsQuery,
  RetirementBody,
} from './instruments.dto.js';
import { InstrumentsQueries } from './instruments.queries.js';
import { codeOf } from './instruments.rules.js';
import { InstrumentsService } from './instruments.service.js';
import { calibrationView, instrumentView } from './instruments.view.js';

@Controller('api/v1/instruments')
export class InstrumentsController {
  constructor(
    private readonly service: InstrumentsService,
    private readonly queries: InstrumentsQueries,
  ) {}

  @Get()
  @Allow('signed-in')
  async list(@By() actor: Actor, @Query() query: InstrumentsQuery): Promise<InstrumentPage> {
    const { after, limit = DEFAULT_LIMIT, code, ...where } = query;
    const wanted = code === undefined ? where : { ...where, code: codeOf(code) };
    const rows = await this.queries.instruments(actor, wanted, { after, limit: limit + 1 });
    const page = paged(rows, limit, ({ instrument }) => instrument.id);
    return { items: page.items.map(instrumentView), next: page.next };
  }

  @Get(':id')
  @Allow('signed-in')
  async one(@By() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<InstrumentDetailView> {
    const found = await this.queries.instrument(actor, id);
    return { ...instrumentView(found), calibrations: found.calibrations.map(calibrationView) };
  }

  @Post()
  @Allow('admin')
  register(@By() actor: Actor, @Body() body: InstrumentBody): Promise<Receipt> {
    return this.service.register(actor, body);
  }

  @Post(':id/calibrations')
  @Allow('reviewer', 'admin')
  calibrate(
    @By() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: CalibrationBody,
  ): Promise<Receipt> {
    return this.service.calibrate(actor, id, body);
  }

  @Post(':id/calibration-need')
  @Allow('admin')
  setCalibrationNeed(
    @By() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: CalibrationNeedBody,
  ): Promise<Receipt> {
    return this.service.setCalibrationNeed(actor, id, body);
  }

  @Post(':id/retirement')
  @Allow('admin')
  retire(@By() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: RetirementBody): Promise<Receipt> {
    return this.service.retire(actor, id, body.reason);
  }
}
