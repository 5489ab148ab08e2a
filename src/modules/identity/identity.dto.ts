import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsInt,
  IsString,
  IsUUID,
  Length,
  Max,
  Min,
} from 'class-validator';
import { type Role, ROLES } from '../../kernel/actor.js';
import { Receipt } from '../../ledger/index.js';
import { IsText, MayBeLeftOut } from '../../platform/http/fields.js';
import { PageQuery } from '../../platform/http/paging.js';

export class SignInBody {
  @IsText(64)
  login: string;

  @IsString()
  @Length(1, 256)
  password: string;
}

export class PasswordBody {
  @IsString()
  @Length(1, 256)
  password: string;
}

export class OwnPasswordBody extends PasswordBody {
  @IsString()
  @Length(1, 256)
  current: string;
}

export class RolesBody {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(10)
  @ArrayUnique()
  @IsIn(ROLES, { each: true })
  roles: Role[];
}

export class AccountsQuery extends PageQuery {
  /** Whose accounts; the caller's own party when left out. */
  @MayBeLeftOut()
  @IsUUID()
  partyId?: string;
}

export class ReasonBody {
  @IsText(500)
  reason: string;
}

export class ApiKeyBody {
  @IsText(80)
  label: string;

  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(10)
  @ArrayUnique()
  @IsIn(ROLES, { each: true })
  scopes: Role[];

  @IsInt()
  @Min(1)
  @Max(730)
  days: number;
}

export class MeView {
  accountId: string;
  number: string;
  partyId: string;
  partyKind: string;
  roles: string[];
}

export class AccountView {
  id: string;
  number: string;
  partyId: string;
  partyKind: string;
  roles: string[];
  /** Null once it was erased. */
  login: string | null;
  name: string | null;
  openedAt: string;
  closedAt: string | null;
}

export class AccountPage {
  items: AccountView[];
  next: string | null;
}

export class ApiKeyView {
  id: string;
  label: string;
  prefix: string;
  scopes: string[];
  expiresAt: string;
  revokedAt: string | null;
}

export class ApiKeyList {
  items: ApiKeyView[];
}

export class IssuedApiKeyView extends Receipt {
  /** Shown once; empty when the answer is repeated by its Idempotency-Key. */
  secret: string;
}
