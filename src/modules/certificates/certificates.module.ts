import { Module } from '@nestjs/common';
import { InspectionModule } from '../inspection/index.js';
import { CertificateDrafts } from './certificate-drafts.js';
import { CertificateMarker } from './certificate-marks.js';
import { CertificateRenderer } from './certificate-renderer.js';
import { CertificatesController } from './certificates.controller.js';
import { CertificatesQueries } from './certificates.queries.js';
import { CertificatesService } from './certificates.service.js';
import { DoubtfulCertificatesController } from './doubtful-certificates.controller.js';
import { DoubtfulCertificates } from './doubtful-certificates.queries.js';
import { DoubtfulCertificatesService } from './doubtful-certificates.service.js';

import { ReportedCertificatesController } from './reported-certificates.controller.js';
import { ReportedCertificates } from './reported-certificates.queries.js';
import { ConsistencyQueries } from './consistency.queries.js';

@Module({
  imports: [InspectionModule],
  controllers: [CertificatesController, DoubtfulCertificatesController, ReportedCertificatesController],
  providers: [
    CertificatesService,
    CertificateDrafts,
    CertificateMarker,
    CertificateRenderer,
    CertificatesQueries,
    ConsistencyQueries,
    DoubtfulCertificates,
    DoubtfulCertificatesService,
    ReportedCertificates,
  ],
  exports: [CertificatesQueries, ConsistencyQueries, DoubtfulCertificates, ReportedCertificates],
})
export class CertificatesModule {}
