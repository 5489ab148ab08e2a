import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsObject,
  IsUUID,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import type { Quantity } from '../../kernel/quantity.js';
import { IsDay, IsDecimalText, IsText, IsUnit, MayBeLeftOut } from '../../platform/http/fields.js';
import { PageQuery } from '../../platform/http/paging.js';
import { type Declared, IsAttributes, IsDeclared, TextView } from '../catalog/index.js';
import { type Attributes, QuantityView, type UnitKind } from '../units/index.js';
import { CONSIGNMENT_STATES, type ConsignmentState } from './intake.states.js';

export class QuantityBody implements Quantity {
  @IsDecimalText()
  value: string;

  @IsUnit()
  unit: string;
}

export class ConsignmentLineBody {
  @MayBeLeftOut()
  @IsUUID()
  productId?: string;

  @IsText(120)
  name: string;

  @IsText(64)
  categoryId: string;

  @IsIn(['piece', 'lot'])
  kind: UnitKind;

  /** How many pieces. */
  @MayBeLeftOut()
  @IsInt()
  @Min(1)
  @Max(200)
  count?: number;

  /** How much of a lot. */
  @MayBeLeftOut()
  @IsObject()
  @ValidateNested()
  @Type(() => QuantityBody)
  quantity?: QuantityBody;

  /** What the category records of it, by code; over what the product says. */
  @IsAttributes()
  attributes: Attributes;

  /** What the merchant says, to be compared with what is found: text by name. */
  @MayBeLeftOut()
  @IsDeclared()
  declared?: Declared;

  @MayBeLeftOut()
  @IsText(64)
  lotNo?: string;

  @MayBeLeftOut()
  @IsDay()
  productionDay?: string;
}

export class ConsignmentBody {
  /** Given by a warehouse; a merchant sends its own. */
  @MayBeLeftOut()
  @IsUUID()
  merchantId?: string;

  /** Given by a merchant; a warehouse receives for itself. */
  @MayBeLeftOut()
  @IsUUID()
  warehouseId?: string;

  /** The merchant's own number for it. */
  @MayBeLeftOut()
  @IsText(64)
  reference?: string;

  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(50)
  // ValidateNested lets a list within the list through unchecked.
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => ConsignmentLineBody)
  lines: ConsignmentLineBody[];
}

export class FilmingBody {
  @MayBeLeftOut()
  @IsInt()
  @Min(1)
  @Max(200)
  count?: number;

  @MayBeLeftOut()
  @IsObject()
  @ValidateNested()
  @Type(() => QuantityBody)
  quantity?: QuantityBody;
}

export class ReceiptBody extends FilmingBody {
  /** Sent for testing only, not for sale. */
  @MayBeLeftOut()
  @IsBoolean()
  isSample?: boolean;
}

export class ConsignmentsQuery extends PageQuery {
  @MayBeLeftOut()
  @IsIn(CONSIGNMENT_STATES)
  state?: ConsignmentState;

  @MayBeLeftOut()
  @IsUUID()
  merchantId?: string;
}

export class ConsignmentView {
  id: string;
  warehouseId: string;
  merchantId: string;
  reference: string | null;
  /** announced, receiving, received or cancelled. */
  state: string;
  announcedAt: string;
  changedAt: string;
  cancelReason: string | null;
}

export class ConsignmentPage {
  items: ConsignmentView[];
  next: string | null;
}

/** Something that the line says of itself and that cannot be true at once. */
export class LineWarningView {
  /** Id of the category's rule. */
  rule: string;
  text: TextView;
  reason: TextView;
  /** What to change. */
  remedy: TextView;
}

export class ConsignmentLineView {
  lineNo: number;
  kind: string;
  name: string;
  categoryId: string;
  productId: string | null;
  lotNo: string | null;
  productionDay: string | null;
  announced: QuantityView;
  /** Null before anything came. */
  received: QuantityView | null;
  isComplete: boolean;
  attributes: object;
  declared: object;
  /** No certificate is issued for goods so described: cancel the line and announce it anew. */
  warnings: LineWarningView[];
}

export class ConsignmentDetailView extends ConsignmentView {
  lines: ConsignmentLineView[];
}
