import { Get, Param, ParseUUIDPipe } from '@nestjs/common';
import { Allow } from '../../platform/http/access.js';
import { LabellingQueries } from '../labelling/index.js';
import { ConsolePages } from './console-pages.js';
import { GoodsAtStep } from './goods-at-step.js';
import { labelTexts as texts } from './label-pages.texts.js';
import { PageController } from './page-controller.js';
import { Queues } from './queues.js';
import { type Visit, Visiting } from './visit.js';

/** The newest copies are the ones that are applied or spoiled next. */
const NEWEST = { orderBy: 'number', direction: 'desc', limit: 500 } as const;

const pageOf = (id: string) => `/console/labels/${id}`;

/** Labels: printed copy by copy, applied, spoiled. */
@PageController('console/labels')
export class LabelPages {
  constructor(
    private readonly pages: ConsolePages,
    private readonly queues: Queues,
    private readonly goods: GoodsAtStep,
    private readonly labels: LabellingQueries,
  ) {}

  @Get()
  @Allow('packer', 'admin')
  async queue(@Visiting() visit: Visit): Promise<string> {
    const view = {
      waiting: await this.queues.inHouse(visit.actor, 'packed', pageOf),
      labelled: await this.queues.inHouse(visit.actor, 'labelled', pageOf),
    };
    return this.pages.show(visit, { name: 'labels', texts, view });
  }

  @Get(':unitId')
  @Allow('packer', 'admin')
  async one(@Visiting() visit: Visit, @Param('unitId', ParseUUIDPipe) unitId: string): Promise<string> {
    const goods = await this.goods.of(visit, unitId);
    const copies = await this.labels.labels(visit.actor, unitId, NEWEST);
    const { printed } = await this.labels.counts(unitId);
    const isAtStep = goods.unit.stage === 'packed' || goods.unit.stage === 'labelled';
    const isReady = isAtStep && !goods.unit.isOnHold && goods.certificate !== undefined;
    const view = {
      ...goods,
      copies: copies.map(({ id, number, code, state, printedAt }) => ({ id, number, code, state, printedAt })),
      toApply: printed,
      sheets: await this.labels.sheets(unitId),
      isReady: isReady && visit.actor.roles.includes('packer'),
    };
    return this.pages.show(visit, { name: 'label', texts, view });
  }
}
