import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsObject,
  IsString,
  Length,
  Matches,
  ValidateNested,
} from 'class-validator';
import { PARTY_KINDS, type PartyKind, type Role, ROLES } from '../../kernel/actor.js';
import { IsDay, IsText, MayBeLeftOut } from '../../platform/http/fields.js';
import { PageQuery } from '../../platform/http/paging.js';

/** Printable, and not only spaces. */
const SCOPE = /^(?=.*\S)[^\p{C}]{1,200}$/u;

export class PartyNameBody {
  @IsText(200)
  zh: string;

  @MayBeLeftOut()
  @IsText(200)
  en?: string;
}

export class LaboratoryBody {
  /** 资质认定 (CMA) number, 12 digits. */
  @IsText(40)
  cma: string;

  /** What it is accredited to test: standards or methods. */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(500)
  @ArrayUnique()
  @Matches(SCOPE, { each: true })
  scope: string[];

  @IsDay()
  validUntil: string;
}

/** All facts of a party but its kind. */
export class PartyFactsBody {
  @IsObject()
  @ValidateNested()
  @Type(() => PartyNameBody)
  name: PartyNameBody;

  /** 统一社会信用代码, 18 characters. */
  @IsText(40)
  uscc: string;

  /** Needed when the check character is wrong and the code stands so on the licence. */
  @MayBeLeftOut()
  @IsText(500)
  usccReason?: string;

  @MayBeLeftOut()
  @IsText(300)
  address?: string;

  @MayBeLeftOut()
  @IsText(40)
  phone?: string;

  @MayBeLeftOut()
  @IsText(80)
  contactName?: string;

  @MayBeLeftOut()
  @IsObject()
  @ValidateNested()
  @Type(() => LaboratoryBody)
  laboratory?: LaboratoryBody;
}

export class PartyBody extends PartyFactsBody {
  @IsIn(PARTY_KINDS)
  kind: PartyKind;
}

export class NewAccountBody {
  @IsText(64)
  login: string;

  @IsText(80)
  name: string;

  @IsString()
  @Length(1, 256)
  password: string;

  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(10)
  @ArrayUnique()
  @IsIn(ROLES, { each: true })
  roles: Role[];
}

export class PartiesQuery extends PageQuery {
  @MayBeLeftOut()
  @IsIn(PARTY_KINDS)
  kind?: PartyKind;
}

export class PartyNameView {
  zh: string;
  en: string | null;
}

export class LaboratoryView {
  cma: string;
  scope: string[];
  validUntil: string;
}

export class PartyView {
  id: string;
  kind: string;
  name: PartyNameView;
  uscc: string;
  /** Why a wrong check character was taken; null for a right one, and for viewers that do not keep this party. */
  usccReason: string | null;
  address: string | null;
  /** As `contactName`. */
  phone: string | null;
  /** Null once it was erased, and for viewers that do not keep this party. */
  contactName: string | null;
  laboratory: LaboratoryView | null;
  /** The viewer's party registered it, or is it: it may change it and open its accounts. */
  isKept: boolean;
  registeredAt: string;
}

export class PartyPage {
  items: PartyView[];
  next: string | null;
}
