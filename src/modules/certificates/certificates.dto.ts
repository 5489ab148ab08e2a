import { Type } from 'class-transformer';
import { IsIn, IsObject, IsUUID, ValidateNested } from 'class-validator';
import { IsText, MayBeLeftOut } from '../../platform/http/fields.js';
import { PageQuery } from '../../platform/http/paging.js';
import { CERTIFICATE_STATES, type CertificateState } from './certificates.events.js';

export class IssueBody {
  /** The unit's certificate that the new one replaces. */
  @MayBeLeftOut()
  @IsUUID()
  supersedes?: string;
}

export class PublicReasonBody {
  @IsText(300)
  zh: string;

  @MayBeLeftOut()
  @IsText(300)
  en?: string;
}

export class StateBody {
  /** Shown to everybody on the public page. */
  @IsObject()
  @ValidateNested()
  @Type(() => PublicReasonBody)
  reason: PublicReasonBody;
}

export class CertificatesQuery extends PageQuery {
  @MayBeLeftOut()
  @IsIn(CERTIFICATE_STATES)
  state?: CertificateState;

  @MayBeLeftOut()
  @IsUUID()
  unitId?: string;
}

export class ReasonView {
  zh: string;
  en: string | null;
}

export class CertificateView {
  id: string;
  unitId: string;
  inspectionId: string;
  number: string;
  /** The show code: for streams and pages, with no limit on scans. */
  code: string;
  verifyUrl: string;
  unitName: string;
  state: string;
  stateSince: string;
  reason: ReasonView | null;
  supersedes: string | null;
  supersededBy: string | null;
  issuedAt: string;
  isSample: boolean;
  /** Null until the file is made. */
  pdf: CertificateFileView | null;
}

export class CertificateFileView {
  sha256: string;
  bytes: number;
}

export class CertificatePage {
  items: CertificateView[];
  next: string | null;
}
