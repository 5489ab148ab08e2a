import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsObject, IsUUID, ValidateNested } from 'class-validator';
import { IsText, MayBeLeftOut } from '../../platform/http/fields.js';
import type { Recipient } from './shipping.events.js';

export class RecipientBody implements Recipient {
  @IsText(80)
  name: string;

  @MayBeLeftOut()
  @IsText(40)
  phone?: string;

  @MayBeLeftOut()
  @IsText(300)
  address?: string;
}

export class ShipmentBody {
  @IsText(80)
  carrierName: string;

  @IsText(64)
  waybill: string;

  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(60)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  unitIds: string[];

  /** A person: kept apart, and erasable. */
  @MayBeLeftOut()
  @IsObject()
  @ValidateNested()
  @Type(() => RecipientBody)
  recipient?: RecipientBody;
}

export class RecipientView implements Recipient {
  name: string;
  phone?: string;
  address?: string;
}

export class ShipmentView {
  id: string;
  warehouseId: string;
  carrierName: string;
  waybill: string;
  handedOverAt: string;
}

export class ShipmentPage {
  items: ShipmentView[];
  next: string | null;
}

export class ShipmentDetailView extends ShipmentView {
  /** Those of its units that the viewer may see. */
  unitIds: string[];
  /** For the warehouse that sent it only; null once it was erased, or when none was given. */
  recipient: RecipientView | null;
}
