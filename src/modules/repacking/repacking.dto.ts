import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsObject, IsUUID, ValidateNested } from 'class-validator';
import { IsDecimalText, IsText, IsUnit, MayBeLeftOut } from '../../platform/http/fields.js';
import { IsAttributes } from '../catalog/index.js';
import type { Attributes } from '../units/index.js';

export class AmountBody {
  @IsDecimalText()
  value: string;

  @IsUnit()
  unit: string;
}

export class OtherSourceBody {
  @IsUUID()
  unitId: string;

  @IsObject()
  @ValidateNested()
  @Type(() => AmountBody)
  taken: AmountBody;
}

export class NewLotBody {
  @IsObject()
  @ValidateNested()
  @Type(() => AmountBody)
  quantity: AmountBody;
}

export class RepackingBody {
  /** Of the lot that the address names. */
  @IsObject()
  @ValidateNested()
  @Type(() => AmountBody)
  taken: AmountBody;

  /** Lots that are mixed with it. */
  @MayBeLeftOut()
  @IsArray()
  @ArrayMaxSize(10)
  // ValidateNested lets a list within the list through unchecked.
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => OtherSourceBody)
  others?: OtherSourceBody[];

  /** What is packed of it; each becomes a lot of its own. */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(40)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => NewLotBody)
  children: NewLotBody[];

  /** What is gone; zero when nothing is. */
  @IsObject()
  @ValidateNested()
  @Type(() => AmountBody)
  loss: AmountBody;

  /** Needed when something is lost. */
  @MayBeLeftOut()
  @IsText(200)
  lossReason?: string;

  /** What packing changes, by code: `packing`, `netContent`. */
  @MayBeLeftOut()
  @IsAttributes()
  attributes?: Attributes;
}
