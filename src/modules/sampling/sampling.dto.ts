import { IsUUID, Matches } from 'class-validator';
import { MayBeLeftOut } from '../../platform/http/fields.js';
import { PageQuery } from '../../platform/http/paging.js';

export class StreamsQuery extends PageQuery {
  @MayBeLeftOut()
  @IsUUID()
  merchantId?: string;

  @MayBeLeftOut()
  @Matches(/^[A-Za-z0-9][A-Za-z0-9._-]{0,79}$/)
  categoryId?: string;
}

export class StreamView {
  id: string;
  warehouseId: string;
  merchantId: string;
  categoryId: string;
  /** normal, tightened or discontinued. */
  severity: string;
  /** Its last lots under this severity, oldest first: + accepted, - not. */
  recent: string;
  /** Lots not accepted since tightened inspection began. */
  notAccepted: number;
  lots: number;
  changedAt: string;
}

export class StreamPage {
  items: StreamView[];
  next: string | null;
}
