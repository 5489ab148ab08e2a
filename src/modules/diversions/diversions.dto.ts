import { Type } from 'class-transformer';
import { IsIn, IsObject, ValidateNested } from 'class-validator';
import { IsText, MayBeLeftOut } from '../../platform/http/fields.js';
import { PublicReasonBody } from '../certificates/index.js';
import {
  type Collector,
  type DepartureWay,
  INTERCEPTION_CAUSES,
  type InterceptionCause,
  PICK_UP_PARTIES,
  type PickUpParty,
} from './diversions.events.js';

export class ResubmissionBody {
  /** What was mended. */
  @IsText(500)
  remedy: string;
}

export class ReinspectionBody {
  /** Shown to everybody on the public page. */
  @IsObject()
  @ValidateNested()
  @Type(() => PublicReasonBody)
  reason: PublicReasonBody;
}

export class InterceptionBody {
  @IsIn(INTERCEPTION_CAUSES)
  cause: InterceptionCause;

  @IsText(500)
  reason: string;

  /** Number of the refund, or of the authority's document. */
  @MayBeLeftOut()
  @IsText(80)
  reference?: string;
}

export class CollectorBody implements Collector {
  @IsText(80)
  name: string;

  @MayBeLeftOut()
  @IsText(40)
  phone?: string;
}

export class ReturnBody {
  @IsText(500)
  reason: string;

  @MayBeLeftOut()
  @IsText(80)
  carrierName?: string;

  @MayBeLeftOut()
  @IsText(64)
  waybill?: string;

  /** A person: kept apart, and erasable. */
  @MayBeLeftOut()
  @IsObject()
  @ValidateNested()
  @Type(() => CollectorBody)
  collector?: CollectorBody;
}

export class PickUpOrderBody {
  @IsIn(PICK_UP_PARTIES)
  by: PickUpParty;
}

export class PickUpBody {
  /** What the person says; spaces and hyphens do not count. */
  @IsText(20)
  code: string;

  /** Kept apart, and erasable. */
  @IsObject()
  @ValidateNested()
  @Type(() => CollectorBody)
  collector: CollectorBody;

  /** How the person was identified; no numbers of identity papers. */
  @IsText(200)
  proof: string;
}

export class PickUpView {
  by: PickUpParty;
  orderedAt: string;
  /** For the merchant only, who passes it on. */
  code: string | null;
}

export class CollectorView implements Collector {
  name: string;
  phone?: string;
}

export class DepartureView {
  id: string;
  way: DepartureWay;
  reason: string | null;
  carrierName: string | null;
  waybill: string | null;
  /** How the person was identified; as the person itself for the warehouse only, until it was erased. */
  proof: string | null;
  handedOverBy: string;
  at: string;
  /** For the warehouse only; null once it was erased. */
  collector: CollectorView | null;
}
