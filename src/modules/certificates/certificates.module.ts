import { Module } from '@nestjs/common';
import { CertificateDrafts } from './certificate-drafts.js';
import { CertificateMarker } from './certificate-marks.js';
import { CertificateRenderer } from './certificate-renderer.js';
import { CertificatesController } from './certificates.controller.js';
import { CertificatesQueries } from './certificates.queries.js';
import { CertificatesService } from './certificates.service.js';

@Module({
  controllers: [CertificatesController],
  providers: [CertificatesService, CertificateDrafts, CertificateMarker, CertificateRenderer, CertificatesQueries],
  exports: [CertificatesQueries],
})
export class CertificatesModule {}
