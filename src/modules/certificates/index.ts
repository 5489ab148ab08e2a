export type {
  CertificateContent,
  CertificateLaboratory,
  CertificateOverride,
  CertificateParty,
  CertificateReport,
  CertificateResult,
  CertificateSample,
  CertificateUnit,
  ConfirmedText,
  NotTested,
} from './certificate-content.js';
export { printedNumber } from '../../kernel/certificate-number.js';
export { ConsistencyQueries } from './consistency.queries.js';
export { PublicReasonBody } from './certificates.dto.js';
export { Certificate } from './certificates.entity.js';
export { certificate, type CertificateState } from './certificates.events.js';
export { CertificatesModule } from './certificates.module.js';
export { certificatesProjection } from './certificates.projection.js';
export { changeState } from './certificates.rules.js';
export {
  certificateByCode,
  certificateByNumber,
  CertificatesQueries,
  type PassedUnit,
  contentOf,
  liveCertificateOf,
  requireValidCertificate,
  validCertificateOf,
} from './certificates.queries.js';
export { DoubtfulCertificates } from './doubtful-certificates.queries.js';
export { ReportedCertificates } from './reported-certificates.queries.js';
