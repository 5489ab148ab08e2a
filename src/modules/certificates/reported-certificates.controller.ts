import { Controller, Get, Param, ParseUUIDPipe } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { Allow, By } from '../../platform/http/access.js';
import { CertificatePage } from './certificates.dto.js';
import { certificateView } from './certificates.view.js';
import { ReportedCertificates } from './reported-certificates.queries.js';

/** Which certificates stand on an outside report: once it is withdrawn, those are in doubt. */
@Controller('api/v1/reports')
export class ReportedCertificatesController {
  constructor(private readonly reported: ReportedCertificates) {}

  @Get(':id/certificates')
  @Allow('inspector', 'reviewer', 'admin', 'regulator')
  async list(@By() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<CertificatePage> {
    return { items: (await this.reported.of(actor, id)).map(certificateView), next: null };
  }
}
