import type { CertificateView } from './certificates.dto.js';
import type { Certificate } from './certificates.entity.js';
import { contentOf } from './certificates.queries.js';

export function certificateView(certificate: Certificate): CertificateView {
  const { id, unitId, inspectionId, number, code, state, stateSince, issuedAt } = certificate;
  const { supersedes, supersededBy, reasonZh, reasonEn, pdfSha256, pdfBytes } = certificate;
  const { verifyUrl, isSample, unit } = contentOf(certificate);
  return {
    ...{ id, unitId, inspectionId, number, code, verifyUrl, unitName: unit.name, state, stateSince },
    reason: reasonZh === null ? null : { zh: reasonZh, en: reasonEn },
    ...{ supersedes, supersededBy, issuedAt, isSample },
    pdf: pdfSha256 === null || pdfBytes === null ? null : { sha256: pdfSha256, bytes: pdfBytes },
  };
}
