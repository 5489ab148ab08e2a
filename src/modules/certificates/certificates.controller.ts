import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { Actor } from '../../kernel/actor.js';
import { Receipt } from '../../ledger/index.js';
import { Allow, By } from '../../platform/http/access.js';
import { DEFAULT_LIMIT, paged } from '../../platform/http/paging.js';
import {
  CertificatePage,
  CertificatesQuery,
  CertificateView,
  ConsistencyView,
  IssueBody,
  StateBody,
} from './certificates.dto.js';
import { ConsistencyQueries } from './consistency.queries.js';
import { CertificatesQueries } from './certificates.queries.js';
import { CertificatesService } from './certificates.service.js';
import { certificateView } from './certificates.view.js';

@Controller('api/v1')
export class CertificatesController {
  constructor(
    private readonly service: CertificatesService,
    private readonly queries: CertificatesQueries,
    private readonly consistency: ConsistencyQueries,
  ) {}

  @Post('units/:id/certificates')
  @Allow('reviewer')
  issue(@By() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: IssueBody): Promise<Receipt> {
    return this.service.issue(actor, id, body);
  }

  /** How the unit's texts agree with each other and with what was found: what stands against a certificate. */
  @Get('units/:id/consistency')
  @Allow('signed-in')
  async checks(@By() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<ConsistencyView> {
    return { findings: (await this.consistency.ofUnit(actor, id)).map((finding) => ({ ...finding })) };
  }

  @Get('certificates')
  @Allow('signed-in')
  async list(@By() actor: Actor, @Query() query: CertificatesQuery): Promise<CertificatePage> {
    const { after, limit = DEFAULT_LIMIT, ...where } = query;
    const rows = await this.queries.certificates(actor, where, { after, limit: limit + 1 });
    const page = paged(rows, limit, (certificate) => certificate.id);
    return { items: page.items.map(certificateView), next: page.next };
  }

  @Get('certificates/:id')
  @Allow('signed-in')
  async one(@By() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<CertificateView> {
    return certificateView(await this.queries.certificate(actor, id));
  }

  /** The bytes that the log committed to: canonical JSON. */
  @Get('certificates/:id/content')
  @Allow('signed-in')
  async content(@By() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Res() reply: FastifyReply): Promise<void> {
    const { content } = await this.queries.certificate(actor, id);
    void reply.type('application/json; charset=utf-8').send(content);
  }

  @Get('certificates/:id/pdf')
  @Allow('signed-in')
  async pdf(@By() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Res() reply: FastifyReply): Promise<void> {
    const certificate = await this.queries.certificate(actor, id);
    const bytes = await this.queries.pdf(certificate);
    void reply.type('application/pdf').header('content-disposition', `inline; filename="${certificate.number}.pdf"`);
    void reply.send(Buffer.from(bytes));
  }

  @Post('certificates/:id/suspension')
  @Allow('reviewer', 'admin')
  suspend(@By() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: StateBody): Promise<Receipt> {
    return this.service.changeState(actor, id, { state: 'suspended', reason: body.reason });
  }

  @Post('certificates/:id/reinstatement')
  @Allow('reviewer', 'admin')
  reinstate(@By() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: StateBody): Promise<Receipt> {
    return this.service.changeState(actor, id, { state: 'valid', reason: body.reason });
  }

  @Post('certificates/:id/revocation')
  @Allow('reviewer', 'admin')
  revoke(@By() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: StateBody): Promise<Receipt> {
    return this.service.changeState(actor, id, { state: 'revoked', reason: body.reason });
  }
}
