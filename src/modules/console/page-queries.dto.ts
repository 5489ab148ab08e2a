import { IntersectionType } from '@nestjs/swagger';
import { IsIn, IsString, IsUUID, MaxLength } from 'class-validator';
import { PARTY_KINDS, type PartyKind } from '../../kernel/actor.js';
import { PageQuery } from '../../platform/http/paging.js';
import type { CertificateState } from '../certificates/index.js';
import { CONSIGNMENT_STATES, type ConsignmentState } from '../intake/index.js';
import { type Stage, STAGES } from '../units/index.js';
import { MayBeLeftOut } from '../../platform/http/fields.js';

/** How many rows a list shows at once. */
export const ROWS = 50;

export const CERTIFICATE_STATES = [
  'valid',
  'suspended',
  'revoked',
  'superseded',
] as const satisfies readonly CertificateState[];

/** What the address of any page may say. */
export class SpokenLook {
  @MayBeLeftOut()
  @IsString()
  @MaxLength(40)
  lang?: string;
}

/** The same, and where a list goes on. */
export class LookQuery extends IntersectionType(PageQuery, SpokenLook) {}

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

export class CertificatesLook extends LookQuery {
  @MayBeLeftOut()
  @IsIn(CERTIFICATE_STATES)
  state?: CertificateState;
}

/** The load of a hand-over as it is scanned: ids of units with commas between them. */
export class LoadLook extends LookQuery {
  @MayBeLeftOut()
  @IsString()
  @MaxLength(2_400)
  unit?: string;

  @MayBeLeftOut()
  @IsString()
  @MaxLength(300)
  add?: string;

  @MayBeLeftOut()
  @IsUUID()
  remove?: string;
}

export class PartiesLook extends LookQuery {
  @MayBeLeftOut()
  @IsIn(PARTY_KINDS)
  kind?: PartyKind;
}

export class SamplesLook extends LookQuery {
  /** As it is scanned off a sample. */
  @MayBeLeftOut()
  @IsString()
  @MaxLength(40)
  sealNo?: string;
}

export class NewSampleLook extends LookQuery {
  @IsUUID()
  inspectionId: string;
}
