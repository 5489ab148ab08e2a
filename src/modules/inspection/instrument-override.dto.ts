import { Type } from 'class-transformer';
import { IsIn, IsObject, ValidateNested } from 'class-validator';
import { IsText, MayBeLeftOut } from '../../platform/http/fields.js';
import type { OverrideDecision } from './inspection.events.js';

export class OverrideReasonBody {
  @IsText(300)
  zh: string;

  @MayBeLeftOut()
  @IsText(300)
  en?: string;
}

export class OverrideBody {
  /** Code of an instrument that was out of calibration. */
  @IsText(40)
  instrument: string;

  /** Printed on the certificate, for everybody. */
  @IsObject()
  @ValidateNested()
  @Type(() => OverrideReasonBody)
  reason: OverrideReasonBody;
}

export class OverrideDecisionBody {
  @IsIn(['approve', 'decline'])
  decision: OverrideDecision;
}
