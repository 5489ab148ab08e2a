import { Get, Param, ParseUUIDPipe } from '@nestjs/common';
import { Allow } from '../../platform/http/access.js';
import { ConsolePages } from './console-pages.js';
import { GoodsAtStep } from './goods-at-step.js';
import { massUnits } from './goods-forms.view.js';
import { packingTexts as texts } from './packing-pages.texts.js';
import { PageController } from './page-controller.js';
import { Queues } from './queues.js';
import { type Visit, Visiting } from './visit.js';

/** Packing: one unit, one seal, one mass. */
@PageController('console/packing')
export class PackingPages {
  constructor(
    private readonly pages: ConsolePages,
    private readonly queues: Queues,
    private readonly goods: GoodsAtStep,
  ) {}

  @Get()
  @Allow('packer', 'admin')
  async queue(@Visiting() visit: Visit): Promise<string> {
    const waiting = await this.queues.toPack(visit.actor);
    return this.pages.show(visit, { name: 'packing', texts, view: { waiting } });
  }

  @Get(':unitId')
  @Allow('packer', 'admin')
  async one(@Visiting() visit: Visit, @Param('unitId', ParseUUIDPipe) unitId: string): Promise<string> {
    const goods = await this.goods.of(visit, unitId);
    const isFree = goods.unit.stage === 'passed' && !goods.unit.isOnHold && goods.certificate !== undefined;
    const isReady = isFree && visit.actor.roles.includes('packer');
    const view = { ...goods, isReady, massUnits: massUnits(visit.language) };
    return this.pages.show(visit, { name: 'pack', texts, view });
  }
}
