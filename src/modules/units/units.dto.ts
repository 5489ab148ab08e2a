import { IsIn, IsUUID } from 'class-validator';
import type { Quantity } from '../../kernel/quantity.js';
import { IsText, MayBeLeftOut } from '../../platform/http/fields.js';
import { PageQuery } from '../../platform/http/paging.js';
import { type Stage, STAGES } from './units.events.js';

export class UnitsQuery extends PageQuery {
  @MayBeLeftOut()
  @IsIn(STAGES)
  stage?: Stage;

  @MayBeLeftOut()
  @IsUUID()
  consignmentId?: string;
}

export class HoldBody {
  /** Why nothing may move; seen by the parties concerned, not by the public. */
  @IsText(500)
  reason: string;
}

export class QuantityView implements Quantity {
  value: string;
  unit: string;
}

export class UnitView {
  id: string;
  kind: string;
  name: string;
  categoryId: string;
  productId: string | null;
  warehouseId: string;
  merchantId: string;
  consignmentId: string;
  quantity: QuantityView;
  attributes: object;
  declared: object;
  lotNo: string | null;
  productionDay: string | null;
  isSample: boolean;
  stage: string;
  gates: GatesView;
  isOnHold: boolean;
  receivedAt: string;
  changedAt: string;
}

export class GatesView {
  inspection: string | null;
  packaging: string | null;
  labelling: string | null;
}

export class UnitPage {
  items: UnitView[];
  next: string | null;
}

export class HoldView {
  id: string;
  reason: string;
  openedAt: string;
  releasedAt: string | null;
  releaseReason: string | null;
}

export class UnitDetailView extends UnitView {
  holds: HoldView[];
}
