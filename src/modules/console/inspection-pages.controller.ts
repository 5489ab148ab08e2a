import { Get, Param, ParseUUIDPipe } from '@nestjs/common';
import { Allow } from '../../platform/http/access.js';
import { ConsolePages } from './console-pages.js';
import { InspectionSheets } from './inspection-sheets.js';
import { inspectionTexts as texts } from './inspection-pages.texts.js';
import { PageController } from './page-controller.js';
import { Queues, TO_INSPECT } from './queues.js';
import { type Visit, Visiting } from './visit.js';

/** What is inspected, by its plan, item by item. */
@PageController('console/inspections')
export class InspectionPages {
  constructor(
    private readonly pages: ConsolePages,
    private readonly queues: Queues,
    private readonly sheets: InspectionSheets,
  ) {}

  @Get()
  @Allow('inspector', 'laboratory', 'admin')
  async queue(@Visiting() visit: Visit): Promise<string> {
    const { actor } = visit;
    const view = {
      open: await this.queues.inspectionsIn(actor, 'inspecting', (id) => `/console/inspections/${id}`),
      waiting: await this.queues.atStage(actor, TO_INSPECT, (id) => `/console/units/${id}`),
    };
    return this.pages.show(visit, { name: 'inspections', texts, view });
  }

  @Get(':id/samples/:item')
  @Allow('inspector')
  async counter(
    @Visiting() visit: Visit,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('item') code: string,
  ): Promise<string> {
    const sheet = await this.sheets.of(visit, id);
    const view = { ...sheet, item: sheet.items.find((item) => item.code === code) };
    return this.pages.show(visit, { name: 'sample', texts, view });
  }

  @Get(':id')
  @Allow('signed-in')
  async one(@Visiting() visit: Visit, @Param('id', ParseUUIDPipe) id: string): Promise<string> {
    const view = await this.sheets.of(visit, id);
    const name = view.mayRecord ? 'inspection' : 'inspection-read';
    return this.pages.show(visit, { name, texts, view });
  }
}
