import { Get, Param, ParseUUIDPipe, Query } from '@nestjs/common';
import { Allow } from '../../platform/http/access.js';
import { paged } from '../../platform/http/paging.js';
import { CONSIGNMENT_STATES, IntakeQueries } from '../intake/index.js';
import { AnnouncementForms } from './announcement-forms.js';
import { ConsignmentDetail } from './consignment-detail.js';
import { consignmentTexts as texts } from './consignment-pages.texts.js';
import { ConsolePages } from './console-pages.js';
import { PageController } from './page-controller.js';
import { AnnouncementLook, ConsignmentsLook, ROWS } from './page-queries.dto.js';
import { type Visit, Visiting } from './visit.js';

/** What merchants send in: announced, received line by line. */
@PageController('console/consignments')
export class ConsignmentPages {
  constructor(
    private readonly pages: ConsolePages,
    private readonly intake: IntakeQueries,
    private readonly detail: ConsignmentDetail,
    private readonly forms: AnnouncementForms,
  ) {}

  @Get()
  @Allow('signed-in')
  async list(@Visiting() visit: Visit, @Query() { state, after }: ConsignmentsLook): Promise<string> {
    const newest = { direction: 'desc', limit: ROWS + 1, after } as const;
    const rows = await this.intake.consignments(visit.actor, state ? { state } : {}, newest);
    const { items, next } = paged(rows, ROWS, ({ id }) => id);
    const view = {
      consignments: await this.detail.rows(visit, items),
      next,
      state: state ?? '',
      states: CONSIGNMENT_STATES,
      mayAnnounce: visit.actor.roles.some((role) => role === 'receiver' || role === 'merchant'),
    };
    return this.pages.show(visit, { name: 'consignments', texts, view });
  }

  @Get('new')
  @Allow('receiver', 'merchant')
  async announce(@Visiting() visit: Visit, @Query() { productId }: AnnouncementLook): Promise<string> {
    const view = await this.forms.of(visit, productId);
    return this.pages.show(visit, { name: 'consignment-new', texts, view });
  }

  @Get(':id')
  @Allow('signed-in')
  async one(@Visiting() visit: Visit, @Param('id', ParseUUIDPipe) id: string): Promise<string> {
    const view = await this.detail.of(visit, id);
    return this.pages.show(visit, { name: 'consignment', texts, view });
  }
}
