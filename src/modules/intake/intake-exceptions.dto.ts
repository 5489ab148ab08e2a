import { ArrayMinSize, ArrayUnique, IsArray, IsIn } from 'class-validator';
import { IsText } from '../../platform/http/fields.js';
import { INTAKE_DIFFERENCES, type IntakeDifference } from './intake.events.js';

export class IntakeExceptionBody {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayUnique()
  @IsIn(INTAKE_DIFFERENCES, { each: true })
  differs: IntakeDifference[];

  /** What was found instead; for the merchant. */
  @IsText(500)
  found: string;
}

export class AcceptanceBody {
  /** What the merchant says to it. */
  @IsText(500)
  acceptance: string;
}

export class IntakeExceptionView {
  differs: IntakeDifference[];
  found: string;
  foundAt: string;
  acceptedAt: string | null;
  acceptance: string | null;
}
