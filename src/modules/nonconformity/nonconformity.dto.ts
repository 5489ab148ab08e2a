import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsObject,
  IsString,
  IsUUID,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { IsText, MayBeLeftOut } from '../../platform/http/fields.js';
import { PageQuery } from '../../platform/http/paging.js';
import { IsAttributes } from '../catalog/index.js';
import type { Attributes } from '../units/index.js';
import {
  type Disposition,
  DISPOSITIONS,
  NONCONFORMITY_STATES,
  type NonconformityState,
  type Regrade,
  SEVERITIES,
  type Severity,
} from './nonconformity.events.js';

export class NonconformityBody {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(20)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  unitIds: string[];

  @IsIn(SEVERITIES)
  severity: Severity;

  /** What was found; for the parties concerned. */
  @IsText(1000)
  found: string;

  /** The inspection in which it was found. */
  @MayBeLeftOut()
  @IsUUID()
  inspectionId?: string;

  /** Items that failed there, by code. */
  @MayBeLeftOut()
  @IsArray()
  @ArrayMaxSize(50)
  @ArrayUnique()
  @IsString({ each: true })
  @MaxLength(40, { each: true })
  items?: string[];
}

export class RegradeBody implements Partial<Regrade> {
  @MayBeLeftOut()
  @IsText(120)
  name?: string;

  /** Over what the unit has. */
  @MayBeLeftOut()
  @IsAttributes()
  attributes?: Attributes;
}

export class DispositionBody {
  @IsIn(DISPOSITIONS)
  disposition: Disposition;

  /** What is to be done, by whom. */
  @IsText(1000)
  instruction: string;

  /** Of a regrade only: what the goods are from then on. */
  @MayBeLeftOut()
  @IsObject()
  @ValidateNested()
  @Type(() => RegradeBody)
  regrade?: RegradeBody;
}

export class ClosingBody {
  /** What was done. */
  @IsText(1000)
  note: string;
}

export class NonconformitiesQuery extends PageQuery {
  @MayBeLeftOut()
  @IsIn(NONCONFORMITY_STATES)
  state?: NonconformityState;
}

export class NonconformityView {
  id: string;
  state: NonconformityState;
  severity: Severity;
  found: string;
  inspectionId: string | null;
  items: string[];
  openedBy: string;
  openedAt: string;
  disposition: Disposition | null;
  instruction: string | null;
  disposedBy: string | null;
  disposedAt: string | null;
  note: string | null;
  closedBy: string | null;
  closedAt: string | null;
}

export class NonconformityPage {
  items: NonconformityView[];
  next: string | null;
}

export class NonconformityDetailView extends NonconformityView {
  unitIds: string[];
  /** What the goods become, of a regrade. */
  regrade: object | null;
  /** SHA-256, oldest first. */
  photos: string[];
  /** Numbers of who saw the goods destroyed. */
  witnesses: string[];
}
