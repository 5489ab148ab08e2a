import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { Allow, By } from '../../platform/http/access.js';
import { DEFAULT_LIMIT, paged, PageQuery } from '../../platform/http/paging.js';
import { DoubtfulCertificatesPage, ListOutcomeView, ListReinstatementBody } from './doubtful-certificates.dto.js';
import { DoubtfulCertificates } from './doubtful-certificates.queries.js';
import { DoubtfulCertificatesService, type ListOutcome } from './doubtful-certificates.service.js';
import { StateBody } from './certificates.dto.js';
import { certificateView } from './certificates.view.js';

/** What a failed calibration puts in doubt, and what is done about it at once. */
@Controller('api/v1/calibrations')
export class DoubtfulCertificatesController {
  constructor(
    private readonly service: DoubtfulCertificatesService,
    private readonly doubtful: DoubtfulCertificates,
  ) {}

  @Get(':id/certificates')
  @Allow('signed-in')
  async list(
    @By() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() { after = '', limit = DEFAULT_LIMIT }: PageQuery,
  ): Promise<DoubtfulCertificatesPage> {
    const { certificates } = await this.doubtful.of(actor, id);
    const rest = certificates.filter((each) => each.id > after);
    const page = paged(rest, limit, (certificate) => certificate.id);
    const items = page.items.map((each) => ({ ...certificateView(each), isSuspendedForIt: each.suspendedFor === id }));
    return { items, next: page.next, total: certificates.length };
  }

  @Post(':id/suspension')
  @Allow('reviewer', 'admin')
  async suspend(
    @By() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { reason }: StateBody,
  ): Promise<ListOutcomeView> {
    return outcomeView(await this.service.suspendAll(actor, id, reason));
  }

  @Post(':id/reinstatement')
  @Allow('reviewer', 'admin')
  async reinstate(
    @By() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: ListReinstatementBody,
  ): Promise<ListOutcomeView> {
    return outcomeView(await this.service.reinstate(actor, id, body));
  }
}

function outcomeView({ receipt, changed, skipped }: ListOutcome): ListOutcomeView {
  return { ...receipt, changed, skipped: skipped.map(({ id, number, state }) => ({ id, number, state })) };
}
