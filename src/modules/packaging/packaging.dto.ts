import { Type } from 'class-transformer';
import { IsObject, ValidateNested } from 'class-validator';
import type { Quantity } from '../../kernel/quantity.js';
import { IsDecimalText, IsText, IsUnit } from '../../platform/http/fields.js';
import { QuantityView } from '../units/index.js';

export class MassBody implements Quantity {
  @IsDecimalText()
  value: string;

  @IsUnit()
  unit: string;
}

export class PackingBody {
  /** The number on the tamper seal. */
  @IsText(40)
  sealNo: string;

  /** Of the sealed pack. */
  @IsObject()
  @ValidateNested()
  @Type(() => MassBody)
  mass: MassBody;
}

export class PackingView {
  unitId: string;
  sealNo: string;
  mass: QuantityView;
  packerNumber: string;
  packedAt: string;
}
