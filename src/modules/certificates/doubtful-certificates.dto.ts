import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsUUID } from 'class-validator';
import { Receipt } from '../../ledger/index.js';
import { MayBeLeftOut } from '../../platform/http/fields.js';
import { CertificateView, StateBody } from './certificates.dto.js';

export class ListReinstatementBody extends StateBody {
  /** Left out: all that were suspended for this calibration. */
  @MayBeLeftOut()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(1000)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  certificateIds?: string[];
}

export class DoubtfulCertificateView extends CertificateView {
  /** It was suspended together with the others of this list. */
  isSuspendedForIt: boolean;
}

export class DoubtfulCertificatesPage {
  items: DoubtfulCertificateView[];
  next: string | null;
  total: number;
}

export class SkippedCertificateView {
  id: string;
  number: string;
  /** Which it was in already. */
  state: string;
}

/** The receipt of every entry that was made, and what was left as it is. */
export class ListOutcomeView extends Receipt {
  changed: number;
  skipped: SkippedCertificateView[];
}
