import { canonicalJson, type Json } from '../../kernel/canonical-json.js';
import { on, type Projection, subjectOf } from '../../ledger/index.js';
import { Certificate } from './certificates.entity.js';
import { certificateIssued, certificateRendered, certificateStateChanged } from './certificates.events.js';

export const certificatesProjection: Projection = {
  tables: [Certificate],
  rules: [
    on(certificateIssued, async (tx, event) => {
      const content = event.contents.public;
      const { warehouseId, merchantId, inspectionId, supersedes = null } = event.contents.party;
      const { number, code, issuedAt } = content;
      await tx.insert(Certificate, {
        id: subjectOf(event, 'certificate'),
        unitId: subjectOf(event, 'unit'),
        inspectionId,
        warehouseId,
        merchantId,
        number,
        code,
        state: 'valid',
        stateSince: issuedAt,
        reasonZh: null,
        reasonEn: null,
        suspendedFor: null,
        supersedes,
        supersededBy: null,
        content: canonicalJson(content as unknown as Json),
        issuedAt,
        pdfSha256: null,
        pdfBytes: null,
      });
    }),
    on(certificateStateChanged, async (tx, event) => {
      const { state, reason, supersededBy } = event.contents.public;
      await tx.update(
        Certificate,
        { id: subjectOf(event, 'certificate') },
        {
          state,
          stateSince: event.at,
          reasonZh: reason?.zh ?? null,
          reasonEn: reason?.en ?? null,
          suspendedFor: event.contents.party.calibrationId ?? null,
          supersededBy: supersededBy?.id ?? null,
        },
      );
    }),
    on(certificateRendered, async (tx, event) => {
      const { sha256, bytes } = event.contents.public;
      await tx.update(
        Certificate,
        { id: subjectOf(event, 'certificate') },
        {
          pdfSha256: sha256,
          pdfBytes: bytes,
        },
      );
    }),
  ],
};
