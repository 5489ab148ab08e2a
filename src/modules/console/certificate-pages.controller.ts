import { Get, Param, ParseUUIDPipe, Query } from '@nestjs/common';
import { Allow } from '../../platform/http/access.js';
import { paged } from '../../platform/http/paging.js';
import { CertificatesQueries, ConsistencyQueries } from '../certificates/index.js';
import { certificateRow, certificateSheet } from './certificate-pages.view.js';
import { certificateTexts as texts } from './certificate-pages.texts.js';
import { ConsolePages } from './console-pages.js';
import { PageController } from './page-controller.js';
import { CERTIFICATE_STATES, CertificatesLook, ROWS } from './page-queries.dto.js';
import { type Visit, Visiting } from './visit.js';

/** Certificates: what they say, their files, their states. */
@PageController('console/certificates')
export class CertificatePages {
  constructor(
    private readonly pages: ConsolePages,
    private readonly certificates: CertificatesQueries,
    private readonly consistency: ConsistencyQueries,
  ) {}

  @Get()
  @Allow('reviewer', 'merchant', 'host', 'regulator', 'admin')
  async list(@Visiting() visit: Visit, @Query() { state, after }: CertificatesLook): Promise<string> {
    const newest = { direction: 'desc', limit: ROWS + 1, after } as const;
    const rows = await this.certificates.certificates(visit.actor, state ? { state } : {}, newest);
    const { items, next } = paged(rows, ROWS, ({ id }) => id);
    const view = { certificates: items.map(certificateRow), next, state: state ?? '', states: CERTIFICATE_STATES };
    return this.pages.show(visit, { name: 'certificates', texts, view });
  }

  @Get(':id')
  @Allow('signed-in')
  async one(@Visiting() visit: Visit, @Param('id', ParseUUIDPipe) id: string): Promise<string> {
    const { roles } = visit.actor;
    const certificate = await this.certificates.certificate(visit.actor, id);
    const view = {
      certificate: certificateSheet(certificate, visit.language),
      findings: await this.consistency.ofUnit(visit.actor, certificate.unitId),
      mayChange: roles.includes('reviewer') || roles.includes('admin'),
      mayReissue: roles.includes('reviewer'),
    };
    return this.pages.show(visit, { name: 'certificate', texts, view });
  }
}
