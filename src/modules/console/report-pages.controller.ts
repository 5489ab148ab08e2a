import { Get, Param, ParseUUIDPipe, Query } from '@nestjs/common';
import { Allow } from '../../platform/http/access.js';
import { paged } from '../../platform/http/paging.js';
import { massToleranceView, ReportsQueries, reportView, sampleView, sealOf } from '../reports/index.js';
import { ConsolePages } from './console-pages.js';
import { PageController } from './page-controller.js';
import { NewSampleLook, ROWS, SamplesLook } from './page-queries.dto.js';
import { RegisteredLaboratories } from './registered-laboratories.js';
import { reportTexts as texts } from './report-pages.texts.js';
import { laboratoryRow, reportedItems, reportRow, resultField, sampleRow } from './report-pages.view.js';
import { type Visit, Visiting } from './visit.js';

/** Samples on their way to laboratories, and what came back. */
@PageController('console')
export class ReportPages {
  constructor(
    private readonly pages: ConsolePages,
    private readonly queries: ReportsQueries,
    private readonly sources: RegisteredLaboratories,
  ) {}

  @Get('samples')
  @Allow('inspector', 'reviewer', 'laboratory', 'regulator', 'admin')
  async samples(@Visiting() visit: Visit, @Query() { sealNo, after }: SamplesLook): Promise<string> {
    const { actor, language } = visit;
    const where = sealNo === undefined ? {} : { sealNo: sealOf(sealNo) };
    const rows = await this.queries.samples(actor, where, {
      direction: 'desc',
      after,
      limit: ROWS + 1,
    });
    const { items, next } = paged(rows, ROWS, ({ id }) => id);
    const view = {
      samples: items.map((row) => sampleRow(sampleView(actor, row), language)),
      next,
      sealNo: sealNo ?? '',
      isLaboratory: actor.partyKind === 'laboratory',
    };
    return this.pages.show(visit, { name: 'samples', texts, view });
  }

  @Get('samples/new')
  @Allow('inspector', 'reviewer')
  async newSample(@Visiting() visit: Visit, @Query() { inspectionId }: NewSampleLook): Promise<string> {
    const view = await this.sources.sending(visit, inspectionId);
    return this.pages.show(visit, { name: 'sample-new', texts, view });
  }

  @Get('samples/:id')
  @Allow('signed-in')
  async sample(@Visiting() visit: Visit, @Param('id', ParseUUIDPipe) id: string): Promise<string> {
    const { actor, language } = visit;
    const row = await this.queries.sample(actor, id);
    const reports = await this.queries.reports(actor, { sampleId: id }, { limit: ROWS });
    const items = await this.queries.itemsOf(row);
    const isOpen = await this.queries.isTaken(row);
    const isStaff = actor.roles.some((role) => role === 'inspector' || role === 'reviewer');
    const isLaboratory = actor.partyKind === 'laboratory';
    const view = {
      sample: { ...sampleView(actor, row), cancelReason: row.cancelReason ?? '' },
      reports: reports.map((each) => reportRow(reportView(each))),
      results: items.map((item) => resultField(item, language)),
      isLaboratory,
      mayFile: (isStaff || isLaboratory) && row.state !== 'cancelled' && isOpen,
      isLate: row.state === 'sent' && !isOpen,
      mayHold: isStaff && row.state === 'sent',
      mayCancel: isStaff && row.state === 'sent' && row.senderNumber !== actor.number,
      today: this.sources.today(),
    };
    return this.pages.show(visit, { name: 'lab-sample', texts, view });
  }

  @Get('samples/reports/:id')
  @Allow('signed-in')
  async report(@Visiting() visit: Visit, @Param('id', ParseUUIDPipe) id: string): Promise<string> {
    const { actor, language } = visit;
    const report = reportView(await this.queries.report(actor, id));
    const sample = sampleView(actor, await this.queries.sample(actor, report.sampleId));
    const isWarehouse = actor.partyKind === 'warehouse' || actor.partyKind === 'regulator';
    const view = {
      report: reportRow(report),
      items: reportedItems(report, sample, language),
      certificates: isWarehouse ? await this.sources.certificatesOf(visit, id) : [],
      isWarehouse,
      mayWithdraw: report.state === 'filed' && actor.roles.some((role) => role === 'reviewer' || role === 'laboratory'),
    };
    return this.pages.show(visit, { name: 'report', texts, view });
  }

  @Get('laboratories')
  @Allow('inspector', 'reviewer', 'regulator', 'admin')
  async laboratories(@Visiting() visit: Visit): Promise<string> {
    const { actor } = visit;
    const since = this.queries.sinceDay();
    const retests = await this.queries.retests(actor, since);
    const parties = await this.sources.all(visit);
    const view = {
      since,
      laboratories: parties.map((party) => laboratoryRow(party, retests, this.sources.today())),
      isWarehouse: actor.partyKind === 'warehouse',
      rule: massToleranceView(await this.queries.rule(actor)),
      maySet: actor.partyKind === 'warehouse' && actor.roles.includes('admin'),
      number: actor.number,
    };
    return this.pages.show(visit, { name: 'laboratories', texts, view });
  }
}
