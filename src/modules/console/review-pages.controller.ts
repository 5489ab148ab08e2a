import { Get, Param, ParseUUIDPipe } from '@nestjs/common';
import { Allow } from '../../platform/http/access.js';
import { ConsolePages } from './console-pages.js';
import { InspectionSheets } from './inspection-sheets.js';
import { inspectionTexts as texts } from './inspection-pages.texts.js';
import { PageController } from './page-controller.js';
import { Queues } from './queues.js';
import { type Visit, Visiting } from './visit.js';

/** The second person's look at what was inspected. */
@PageController('console/reviews')
export class ReviewPages {
  constructor(
    private readonly pages: ConsolePages,
    private readonly queues: Queues,
    private readonly sheets: InspectionSheets,
  ) {}

  @Get()
  @Allow('reviewer', 'admin')
  async queue(@Visiting() visit: Visit): Promise<string> {
    const waiting = await this.queues.inspectionsIn(visit.actor, 'awaiting-review', (id) => `/console/reviews/${id}`);
    return this.pages.show(visit, { name: 'reviews', texts, view: { waiting } });
  }

  @Get(':id')
  @Allow('reviewer', 'admin')
  async one(@Visiting() visit: Visit, @Param('id', ParseUUIDPipe) id: string): Promise<string> {
    return this.pages.show(visit, { name: 'review', texts, view: await this.sheets.of(visit, id) });
  }
}
