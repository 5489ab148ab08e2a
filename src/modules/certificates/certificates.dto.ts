import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsObject, IsUUID, ValidateNested } from 'class-validator';
import { IsText, MayBeLeftOut } from '../../platform/http/fields.js';
import { PageQuery } from '../../platform/http/paging.js';
import { TextView } from '../catalog/index.js';
import { CERTIFICATE_STATES, type CertificateState } from './certificates.events.js';

export class ConfirmationBody {
  /** Id of a rule that is undecided. */
  @IsText(64)
  rule: string;

  /** What the reviewer looked at and saw; public. */
  @IsText(200)
  note: string;
}

export class IssueBody {
  /** The unit's certificate that the new one replaces. */
  @MayBeLeftOut()
  @IsUUID()
  supersedes?: string;

  /** For every rule that no machine can check. */
  @MayBeLeftOut()
  @IsArray()
  @ArrayMaxSize(50)
  // ValidateNested lets a list within the list through unchecked.
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => ConfirmationBody)
  confirmations?: ConfirmationBody[];
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

export class ConsistencyFindingView {
  /** Id of the category's rule; `claim-1` … are its forbidden claims. */
  rule: string;
  text: TextView;
  /** pass, fail, undecided (a person has to look and confirm), or unasked (does not apply). */
  outcome: string;
  reason: TextView;
  /** What to change; empty unless it failed. */
  remedy: TextView;
}

export class ConsistencyView {
  findings: ConsistencyFindingView[];
}

export class CertificatePage {
  items: CertificateView[];
  next: string | null;
}
