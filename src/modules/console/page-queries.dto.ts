import { IsIn, IsString, IsUUID, MaxLength } from 'class-validator';
import { PARTY_KINDS, type PartyKind } from '../../kernel/actor.js';
import { PageQuery } from '../../platform/http/paging.js';
import { CONSIGNMENT_STATES, type ConsignmentState } from '../intake/index.js';
import { type Stage, STAGES } from '../units/index.js';
import { MayBeLeftOut } from '../../platform/http/fields.js';

/** How many rows a list shows at once. */
export const ROWS = 50;

/** What the address of any page may say: the language, and where a list goes on. */
export class LookQuery extends PageQuery {
  @MayBeLeftOut()
  @IsString()
  @MaxLength(40)
  lang?: string;
}

export class ScanLook extends LookQuery {
  @MayBeLeftOut()
  @IsString()
  @MaxLength(300)
  code?: string;
}

export class UnitsLook extends LookQuery {
  @MayBeLeftOut()
  @IsIn(STAGES)
  stage?: Stage;

  @MayBeLeftOut()
  @IsUUID()
  consignmentId?: string;
}

export class ConsignmentsLook extends LookQuery {
  @MayBeLeftOut()
  @IsIn(CONSIGNMENT_STATES)
  state?: ConsignmentState;
}

export class AnnouncementLook extends LookQuery {
  @MayBeLeftOut()
  @IsUUID()
  productId?: string;
}

export class PartiesLook extends LookQuery {
  @MayBeLeftOut()
  @IsIn(PARTY_KINDS)
  kind?: PartyKind;
}
